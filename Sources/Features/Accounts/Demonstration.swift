package import Access
import Database
import Kernel
import Partnership
import Secrets

/// The accounts of the demonstration: seven made-up bodies and one made-up person a role.
package enum Demonstration {
  /// The password of every account of the demonstration; refused everywhere else.
  package static let password = "thornmere demonstration"

  /// The address the account of a role signs in with.
  package static func email(of role: Role) -> String { "\(role.rawValue)@thornmere.example" }

  private static let agencies: [(key: String, name: String, kind: AgencyKind)] = [
    ("council", "Thornmere Council", .council), ("police", World.force, .police),
    ("homes", "Thornmere Homes", .housing), ("health", "Thornmere Health Trust", .health),
    ("probation", "Thornmere Probation", .probation),
    ("fire", "Thornmere Fire and Rescue", .fire),
    ("voluntary", "Thornmere Voluntary Action", .voluntary),
  ]

  private static let people: [(name: String, role: Role, agency: String)] = [
    ("Administrator A", .administrator, "council"), ("Manager M", .manager, "council"),
    ("Officer D", .officer, "council"), ("Analyst J", .analyst, "council"),
    ("Coordinator C", .coordinator, "council"), ("Partner P", .partner, "police"),
    ("Councillor K", .councillor, "council"), ("Auditor T", .auditor, "council"),
  ]

  /// Marks the database as the demonstration and fills this feature's part of it.
  static func make(_ world: World, _ services: Services) throws {
    let accounts = AccountServices(services)
    let now = services.clock.now()
    let hash = try Passwords.hash(password)
    try services.database.write { write in
      try AccountsStore.markDemonstration(in: write)
      try AccountsStore.name(partnership: World.partnership, in: write)
      var ids: [String: ID<Organisation>] = [:]
      for agency in agencies {
        ids[agency.key] = try accounts.organisations.add(
          key: agency.key, name: agency.name, kind: agency.kind, in: write)
      }
      for person in people {
        guard let organisation = ids[person.agency],
          let email = EmailAddress(email(of: person.role))
        else { continue }
        let new = NewAccount(
          name: Sensitive(person.name), email: email, role: person.role,
          organisation: organisation)
        let id = try accounts.accounts.add(new, at: now, in: write)
        try accounts.accounts.set(passwordHash: hash, of: id, at: now, in: write)
        try accounts.record(
          "added", id, by: nil, ["role": person.role.rawValue], at: now, in: write)
      }
    }
  }
}
