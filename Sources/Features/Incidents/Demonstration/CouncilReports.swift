internal import FoundationEssentials
internal import Geography
internal import Kernel
internal import Partnership

/// What people reported to the demonstration's council: where to the metre and when to the minute,
/// two days ago at the latest, read by a mapping that is saved as anybody's is.
struct CouncilReports {
  static let key = "thornmere-council"
  private static let headings = "Reference,Type,From,To,Easting,Northing,Street,Status"
  /// Days the council is late.
  private static let lag = 2

  private let world: World
  private let months: ThornmereMonths
  private let last: Day

  init(_ world: World, _ months: ThornmereMonths) {
    self.world = world
    self.months = months
    last = world.today.adding(days: -Self.lag)
  }

  /// How the council's files are read: its template, with the sea the borough lies in.
  static var mapping: Mapping {
    var mapping = MappingTemplate.all.first { $0.key == "council" }?.mapping ?? Mapping()
    mapping.key = key
    mapping.title = "Reported to Thornmere Council"
    mapping.mayLieAtSea = true
    mapping.renames = ["Noise": "Noise nuisance"]
    return mapping
  }

  /// Saves the mapping, writes the file and imports it.
  func makeSource(in folder: String, _ services: Services) throws {
    let saving = MappingSaving(services)
    try saving.check(Self.mapping)
    let saved = try saving.save(Self.mapping, by: nil)
    let path = "\(folder)/council-reports.csv"
    try Data(file.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let importer = ExtractImporter(services)
    _ = try importer.run(
      importer.find([path]), by: saved, ImportOptions(asOf: world.today), ImportObserver())
  }

  /// The text of the file.
  var file: String {
    var generator = world.generator(for: "council reports")
    var text = Self.headings + "\n"
    var number = 100_000
    for report in reports(&generator) {
      number += Int.random(in: 1...9, using: &generator)
      text += row(report, number, &generator)
    }
    return text
  }

  /// One report; `minutes` is how much later it was found out.
  private struct Report {
    let type: String
    let day: Day
    let minute: Int
    let minutes: Int
    let point: GridPoint
    let street: Int
  }

  /// Every report up to the last day, the earliest first.
  private func reports(_ generator: inout SeededGenerator) -> [Report] {
    var reports: [Report] = []
    for month in months.months.lowerBound...world.today.month {
      for incident in months.happened(in: month) {
        guard let report = report(of: incident, &generator) else { continue }
        reports.append(report)
        // One in four is soon followed by another nearby: those who got away with it come back.
        if Int.random(in: 0..<4, using: &generator) == 0 {
          reports.append(following(report, &generator))
        }
      }
    }
    reports += lastWeek(&generator)
    reports += repeats(&generator)
    return reports.filter { $0.day <= last }.sorted { ($0.day, $0.minute) < ($1.day, $1.minute) }
  }

  /// What the council hears of an incident; `nil` where it hears nothing.
  private func report(
    of incident: WorldIncident, _ generator: inout SeededGenerator
  ) -> Report? {
    guard Int.random(in: 0..<10, using: &generator) < 6 else { return nil }
    let isNight = incident.minute < 240 || incident.minute >= 1260
    let chance = Int.random(in: 0..<100, using: &generator)
    let type: String
    switch incident.category {
    case "Anti-social behaviour" where isNight:
      type = chance < 45 ? "Noise" : chance < 85 ? "Rowdy behaviour" : "Street drinking"
    case "Anti-social behaviour":
      type = chance < 25 ? "Vehicle nuisance" : chance < 50 ? "Street drinking" : "Rowdy behaviour"
    case "Criminal damage and arson" where chance < 45: type = "Graffiti"
    case "Other crime" where chance < 80: type = "Fly-tipping"
    default: return nil
    }
    let isFoundLater = type == "Graffiti" || type == "Fly-tipping"
    return Report(
      type: type, day: incident.day, minute: incident.minute,
      minutes: isFoundLater ? Int.random(in: 3...14, using: &generator) * 60 : 0,
      point: incident.point, street: incident.street)
  }

  /// Another of the same kind, within ten days and a short walk.
  private func following(_ report: Report, _ generator: inout SeededGenerator) -> Report {
    Report(
      type: report.type, day: report.day.adding(days: Int.random(in: 1...10, using: &generator)),
      minute: (report.minute + Int.random(in: 0...90, using: &generator)) % 1440,
      minutes: report.minutes,
      point: GridPoint(
        easting: report.point.easting + Double(Int.random(in: -60...60, using: &generator)),
        northing: report.point.northing + Double(Int.random(in: -60...60, using: &generator))),
      street: report.street)
  }

  /// A park where mopeds are suddenly heard: what an exception report should find.
  private func lastWeek(_ generator: inout SeededGenerator) -> [Report] {
    let streets = months.thornmere.streets
    guard let park = streets.firstIndex(where: { $0.name == "Millwharf Park" }) else { return [] }
    return (0..<18).map { _ in
      Report(
        type: "Vehicle nuisance", day: last.adding(days: -Int.random(in: 0..<7, using: &generator)),
        minute: Int.random(in: 1080..<1350, using: &generator), minutes: 0,
        point: GridPoint(
          easting: streets[park].centre.easting
            + Double(Int.random(in: -80...80, using: &generator)),
          northing: streets[park].centre.northing
            + Double(Int.random(in: -80...80, using: &generator))), street: park)
    }
  }

  /// Doors that several people, or one again and again, reported within four weeks.
  private func repeats(_ generator: inout SeededGenerator) -> [Report] {
    let streets = months.thornmere.streets
    let doors = [
      ("Stepbridge High Street", "Noise", 6), ("Wherry Quay", "Rowdy behaviour", 4),
      ("Northgate Market", "Street drinking", 3),
    ]
    return doors.flatMap { name, type, count -> [Report] in
      guard let street = streets.firstIndex(where: { $0.name == name }) else { return [] }
      let centre = streets[street].centre
      let door = GridPoint(
        easting: centre.easting.rounded() + 12, northing: centre.northing.rounded() - 7)
      return (0..<count).map { _ in
        Report(
          type: type, day: last.adding(days: -Int.random(in: 0..<26, using: &generator)),
          minute: Int.random(in: 1200..<1430, using: &generator), minutes: 0, point: door,
          street: street)
      }
    }
  }

  private func row(
    _ report: Report, _ number: Int, _ generator: inout SeededGenerator
  ) -> String {
    let from = Self.written(report.day, report.minute)
    let later = report.minute + report.minutes
    let to =
      report.minutes > 0 ? Self.written(report.day.adding(days: later / 1440), later % 1440) : ""
    // Some three in a hundred say no place that can be found.
    let isPlaced = Int.random(in: 0..<100, using: &generator) >= 3
    let place =
      isPlaced
      ? "\(Int(report.point.easting)),\(Int(report.point.northing)),"
        + months.thornmere.streets[report.street].name
      : ",,"
    let isOld = last.number - report.day.number > 28
    let status = isOld ? "Closed" : Bool.random(using: &generator) ? "Open" : "Closed"
    return "TC-\(number),\(report.type),\(from),\(to),\(place),\(status)\n"
  }

  /// As the council writes it: 02/11/2026 22:30.
  private static func written(_ day: Day, _ minute: Int) -> String {
    let civil = day.civil
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return
      "\(two(civil.day))/\(two(civil.month))/\(civil.year) \(two(minute / 60)):\(two(minute % 60))"
  }
}
