internal import Database
internal import Kernel
internal import Partnership

/// Made-up people and tags in the made-up cases, so that they can be looked for.
struct PeopleDemonstration {
  private static let tags = [
    "stairwell", "shared entrance", "school run", "repeat address", "night-time economy", "park",
  ]

  /// Adds who reported it to each case, to some somebody complained of, earlier names and tags; of an
  /// anonymous report nobody is known.
  static func make(_ world: World, _ services: Services) throws {
    var generator = world.generator(for: "people of cases")
    let (store, index) = (ReportStore(services), SearchIndex(keyring: services.keyring))
    let (cases, parts) = (CaseStore(services), CasePartStore(keyring: services.keyring))
    try services.database.bulkWrite { write in
      let files = try write.all("SELECT id, opened_at FROM case_file ORDER BY id LIMIT 5000") {
        row in (id: try row.id(CaseFile.self), at: try row.parsed(Instant.self))
      }
      for (number, file) in files.enumerated() {
        if let report = try cases.reports(of: file.id, write).first {
          let reporter = try store.details(report, write).reporter.reveal(for: "a made-up case")
          let known = details(world, &generator)
          if !reporter.name.isEmpty {
            var content = CasePerson.Content(name: reporter.name)
            content.contact = reporter.phone
            (content.born, content.otherNames) = known
            try parts.add(content, as: .complainant, to: file.id, at: file.at, in: write)
          }
        }
        if Int.random(in: 0..<5, using: &generator) < 2 {
          var subject = CasePerson.Content(name: SyntheticPeople.name(401 + number))
          (subject.born, subject.otherNames) = details(world, &generator)
          try parts.add(subject, as: .subject, to: file.id, at: file.at, in: write)
        }
        if Int.random(in: 0..<3, using: &generator) == 0 {
          let tag = tags.randomElement(using: &generator) ?? ""
          try CaseTags.keep([tag], of: file.id, index, in: write)
        }
      }
    }
  }

  /// The day of birth that is known of most, and the earlier name of some.
  private static func details(
    _ world: World, _ generator: inout SeededGenerator
  ) -> (born: String?, otherNames: String?) {
    let chance = Int.random(in: 0..<10, using: &generator)
    let days = Int.random(in: 18 * 365...85 * 365, using: &generator)
    return (
      chance < 6 ? world.today.adding(days: -days).description : nil,
      chance == 0 ? SyntheticPeople.family.randomElement(using: &generator) : nil
    )
  }
}
