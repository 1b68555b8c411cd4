/// The names of made-up people, with spellings that are easily mistaken for one another.
enum SyntheticPeople {
  private static let first = [
    "Siobhan", "Mohammed", "Muhammad", "Steven", "Stephen", "Catherine", "Katarzyna", "Łukasz",
    "Aisha", "Fatima", "Olumide", "Chidi", "Gurpreet", "Harjit", "Mei", "Thi", "Elizabeth",
    "William", "Margaret", "Joseph", "Yusuf", "Anne-Marie", "José", "Niamh", "Rhys", "Ayşe",
  ]
  static let family = [
    "Wiśniewski", "Kowalska", "O’Neill", "McDonald", "Macdonald", "Begum", "Khan", "Okafor",
    "Adeyemi", "Singh", "Kaur", "Nguyen", "Chen", "Smith-Jones", "Smyth", "Taylor", "Fernandes",
    "Öztürk", "Evans", "Robinson", "Papadopoulos", "Ivanova",
  ]

  /// The name of a number; the names go round, so that each pair comes before one comes again.
  static func name(_ number: Int) -> String {
    let family = family[(number + number / first.count) % family.count]
    return "\(first[number % first.count]) \(family) (made up)"
  }
}
