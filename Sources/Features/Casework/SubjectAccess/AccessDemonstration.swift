internal import Database
internal import Kernel
internal import Partnership

/// Two made-up requests for one's own data: one being answered, one whose asker has not shown yet who
/// they are.
enum AccessDemonstration {
  static func make(_ world: World, _ services: Services) throws {
    let now = London.instant(world.today, minute: 11 * 60)
    try services.database.bulkWrite { write in
      let acts = AccessActs(
        services: services,
        account: try services.people.people([.manager], write).first?.id, now: now)
      let found = try write.first(
        """
        SELECT p.id, p.case_file FROM case_person p JOIN case_file c ON c.id = p.case_file
        WHERE c.state = 'open' AND p.part = \(CasePart.complainant) ORDER BY p.id LIMIT 1
        """
      ) { row in (person: try row.id(CasePerson.self), file: try row.id(CaseFile.self)) }
      guard let found else { return }
      let people = try CaseStore(services).parts.people(
        of: found.file, as: [.complainant], write)
      let person = people.first { $0.id == found.person }
      let name = person?.content.reveal(for: "a made-up request").name ?? ""
      let request = try acts.open(form(name, world.today, daysAgo: 9, isProved: true), in: write)
      try acts.choose(
        request.reference,
        AccessChoice(records: [AccessRecord(kind: .person, record: found.person.rawValue)]),
        in: write)
      _ = try acts.open(form("Person Q", world.today, daysAgo: 3, isProved: false), in: write)
    }
  }

  private static func form(
    _ name: String, _ today: Day, daysAgo: Int, isProved: Bool
  ) -> AccessForm {
    let day = today.adding(days: -daysAgo)
    return AccessForm(
      regime: .general, received: day, proved: isProved ? day : nil,
      content: AccessRequest.Content(
        name: name, asker: "They themselves, by letter. Made up for the demonstration",
        proof: isProved ? "Passport seen at the counter" : "",
        wish: "Everything you keep about me"))
  }
}
