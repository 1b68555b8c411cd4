internal import Database
internal import Kernel
internal import Partnership

/// Made-up people and tags in the made-up cases, so that they can be looked for.
struct PeopleDemonstration {
  private static let first = [
    "Siobhan", "Mohammed", "Muhammad", "Steven", "Stephen", "Catherine", "Katarzyna", "Łukasz",
    "Aisha", "Fatima", "Olumide", "Chidi", "Gurpreet", "Harjit", "Mei", "Thi", "Elizabeth",
    "William", "Margaret", "Joseph", "Yusuf", "Anne-Marie", "José", "Niamh", "Rhys", "Ayşe",
  ]
  private static let family = [
    "Wiśniewski", "Kowalska", "O’Neill", "McDonald", "Macdonald", "Begum", "Khan", "Okafor",
    "Adeyemi", "Singh", "Kaur", "Nguyen", "Chen", "Smith-Jones", "Smyth", "Taylor", "Fernandes",
    "Öztürk", "Evans", "Robinson", "Papadopoulos", "Ivanova",
  ]
  private static let tags = [
    "stairwell", "shared entrance", "school run", "repeat address", "night-time economy", "park",
  ]

  /// Adds a complainant to each case, to some somebody complained of, earlier names and tags.
  static func make(_ world: World, _ services: Services) throws {
    var generator = world.generator(for: "people of cases")
    let (parts, index) = (
      CasePartStore(keyring: services.keyring), SearchIndex(keyring: services.keyring)
    )
    try services.database.bulkWrite { write in
      let cases = try write.all("SELECT id, opened_at FROM case_file ORDER BY id LIMIT 5000") {
        row in (id: try row.id(CaseFile.self), at: try row.parsed(Instant.self))
      }
      var number = 0
      for (id, at) in cases {
        let complainant = person(number, world, &generator)
        number += 1
        try parts.add(complainant, as: .complainant, to: id, at: at, in: write)
        if Int.random(in: 0..<5, using: &generator) < 2 {
          let subject = person(number, world, &generator)
          try parts.add(subject, as: .subject, to: id, at: at, in: write)
          number += 1
        }
        if Int.random(in: 0..<3, using: &generator) == 0 {
          let tag = tags.randomElement(using: &generator) ?? ""
          try CaseTags.keep([tag], of: id, index, in: write)
        }
      }
    }
  }

  /// The names go round, so that each pair comes before one comes again.
  private static func person(
    _ number: Int, _ world: World, _ generator: inout SeededGenerator
  ) -> CasePerson.Content {
    let given = first[number % first.count]
    let name = family[(number + number / first.count) % family.count]
    var content = CasePerson.Content(name: "\(given) \(name) (made up)")
    content.contact = "07700 900\(Int.random(in: 100...999, using: &generator))"
    let chance = Int.random(in: 0..<10, using: &generator)
    if chance == 0 { content.otherNames = family.randomElement(using: &generator) }
    if chance < 6 {
      let days = Int.random(in: 18 * 365...85 * 365, using: &generator)
      content.born = world.today.adding(days: -days).description
    }
    return content
  }
}
