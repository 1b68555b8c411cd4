internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// A made-up register of tenants that may be asked, with one request answered and one that waits.
struct KnownDemonstration {
  private static let purpose = "To visit together with the housing officer"

  static func make(_ world: World, _ services: Services) throws {
    try services.database.bulkWrite { write in
      let agencies = try services.people.agencies(write)
      let people = services.people
      guard let landlord = agencies.first(where: { $0.kind == .housing }),
        let officer = try people.people([.officer], write).first?.id,
        let manager = try people.people([.manager], write).first?.id
      else { return }
      let now = London.instant(world.today, minute: 11 * 60)
      let found = try matched(services, write)
      let store = KnownSourceStore(keyring: services.keyring)
      let id = try store.add(
        .tenancy, of: landlord.id, contact: "The tenancy desk, 020 7946 0000 (made up)", at: now,
        in: write)
      guard let source = try store.find(id, write) else { return }
      try store.load(found.map(\.listed), into: source, at: now, in: write)
      guard let loaded = try store.find(id, write) else { return }
      try store.set(loaded, on: true, in: write)
      for (number, one) in found.prefix(2).enumerated() {
        guard let file = try CaseStore(services).find(one.file, write) else { continue }
        let fields = Fields([
          ("known-person", one.person.id.description), ("known-source", id.description),
          ("known-purpose", purpose),
        ])
        let asking = KnownDesk(services: services, account: officer, now: now)
        try asking.ask(fields, about: file, in: write)
        let waiting = try KnownRequestStore(keyring: services.keyring).waiting(write).last
        guard number == 0, let waiting else { continue }
        try KnownDesk(services: services, account: manager, now: now).approve(
          waiting.id, reason: "A visit is planned", in: write)
      }
    }
  }

  private struct Matched {
    let file: ID<CaseFile>
    let person: CasePerson
    let listed: KnownPerson
  }

  /// Some people of open cases who can be told apart.
  private static func matched(_ services: Services, _ write: Write) throws -> [Matched] {
    let files = try write.all(
      "SELECT id FROM case_file WHERE state = 'open' ORDER BY id LIMIT 40"
    ) { row in try row.id(CaseFile.self) }
    return try files.flatMap { file in
      try CaseStore(services).parts.people(of: file, as: CasePart.allCases, write).compactMap {
        person -> Matched? in
        guard try person.canBeMatched, let born = person.matched.born else { return nil }
        return Matched(
          file: file, person: person,
          listed: KnownPerson(name: person.matched.names[0], born: born))
      }
    }
  }
}
