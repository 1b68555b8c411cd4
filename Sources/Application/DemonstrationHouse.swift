import Access
import Accounts
import Database
import Kernel
import Partnership

/// The demonstration partnership, Thornmere, in an empty database.
struct DemonstrationHouse {
  let house: House
  /// The day it is made as of; today where it is `nil`.
  var day: Day?

  /// The days its plan has figures for.
  static let days = Day(number: 20_544)...Day(number: 21_549)  // 2026-04-01 to 2028-12-31

  /// Made on a later day it keeps to the last that its plan knows.
  private var world: World {
    let today = London.day(house.services.clock.now())
    return World(today: day ?? min(max(today, Self.days.lowerBound), Self.days.upperBound))
  }

  /// Fills an empty database; leaves the demonstration as it is; refuses any other.
  func prepare(say: (String) -> Void) throws {
    let services = house.services
    guard try services.database.read(isEmpty) else {
      let (isDemonstration, isWhole) = try services.database.read { read in
        (try AccountsStore.isDemonstration(read), try AccountsStore.isDemonstrationWhole(read))
      }
      guard isDemonstration else { throw HouseProblem.demonstrationOnly }
      guard isWhole else { throw HouseProblem.demonstrationHalfMade }
      return
    }
    say("Making the demonstration partnership. This takes a few seconds.")
    for feature in Self.order { try feature.demonstrate(world, services) }
    try services.database.write(AccountsStore.markDemonstrationWhole)
  }

  /// The features in the order they fill it: each as they stand, or right after the one it rests on.
  private static let order = features.filter { $0.demonstratesAfter == nil }.flatMap { first in
    [first] + features.filter { $0.demonstratesAfter == first.name }
  }

  /// Whether nothing was ever entered: an import from the shell needs no account, but is audited.
  private func isEmpty(_ read: Read) throws -> Bool {
    var filter = AuditFilter()
    filter.showsApart = true
    let audited = try house.services.audit.page(filter, before: nil, limit: 1, read)
    return try AccountsStore.isEmpty(read) && audited.entries.isEmpty
  }

  /// What is said once it is served: the address and who can sign in.
  func welcome(_ url: String) -> [String] {
    let people = Role.all.map { role in
      "  \(Demonstration.email(of: role))"
    }
    return [
      "", "\(World.partnership): a demonstration, all of it made up.", "", "  \(url)", "",
      "Sign in at \(url)/sign-in as one of these, with the password",
      "“\(Demonstration.password)”:",
    ] + people + ["", "Press Ctrl+C to stop."]
  }
}
