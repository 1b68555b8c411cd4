internal import Database
internal import Kernel
internal import Partnership

/// Four made-up cases of a made-up system, brought along three days ago.
///
/// They are read by the mapping that ships, as anybody's tables are.
struct CarryDemonstration {
  private static let daysAgo = 3

  private let today: Day
  private let streets: [String]

  static func make(_ world: World, _ services: Services) throws {
    guard let kept = KeptMapping.shipped else { return }
    let manager = try services.database.read { read in
      try services.people.people([.manager], read).first?.id
    }
    let demonstration = CarryDemonstration(
      today: world.today.adding(days: -daysAgo),
      streets: Thornmere(world).postcodes.prefix(2).map(\.code))
    let carrying = CaseCarrying(
      services: services, kept: kept, account: manager,
      moment: London.instant(demonstration.today, minute: 10 * 60))
    _ = try carrying.bring(
      Dictionary(
        uniqueKeysWithValues: demonstration.tables.map { table, text in
          (table, try CarriedRows.read(text: text, name: table.title, table, kept.mapping))
        }))
  }

  private var tables: [(CarryTable, String)] {
    [(.cases, cases), (.people, people), (.actions, actions), (.notes, notes)]
  }

  private func day(_ ago: Int) -> String {
    let (year, month, day) = today.adding(days: -ago).civil
    return "\(day)/\(month)/\(year)"
  }

  private var cases: String {
    """
    Case No,Summary,Opened,Priority,Type,Officer,Street,First contact,Last told
    ASB/1017,Music above the shop at weekends,\(day(40)) 09:30,High,Noise at night,officer@thornmere.example,\(streets[0]),\(day(39)),\(day(2))
    ASB/1022,Bins set alight,\(day(25)),Medium,Damage,officer@thornmere.example,\(streets[1]),\(day(23)),\(day(1))
    ASB/1031,Dealing on the stairs,\(day(18)),High,Drugs,,,\(day(16)),\(day(2))
    ASB/1040,Shutters painted over,\(day(6)),Low,Damage,manager@thornmere.example,\(streets[1]),\(day(5)),\(day(1))

    """
  }

  private var people: String {
    """
    Case No,Name,Role,Born,Reach them,Safe to reach
    ASB/1017,Odette Marchetti (made up),Caller,,07700 900171,Not after 6pm
    ASB/1017,Lennart Brandvold (made up),Alleged,12/03/1980,,
    ASB/1022,Perpetua Ashdown (made up),Caller,,07700 900172,
    ASB/1031,Ignatius Fairweather (made up),Witness,,witness@example.org,By email only

    """
  }

  private var actions: String {
    """
    Case No,Task,Who,By,Done
    ASB/1017,Measure the noise from the landing,Council,\(day(-14)),
    ASB/1022,Move the bins away from the wall,Council,\(day(15)),\(day(16))
    ASB/1031,Patrol in the evening,Police,\(day(-15)),

    """
  }

  private var notes: String {
    """
    Case No,When,What,Sort
    ASB/1017,\(day(38)) 14:00,"Heard it on the landing, through two doors",Visit
    ASB/1017,\(day(37)),They think it is worst on Fridays,View
    ASB/1022,\(day(23)) 11:20,Scorched wall and two melted lids seen,Visit
    ASB/1031,\(day(16)) 14:15,They cannot use the stairs after dark,Telephone call

    """
  }
}
