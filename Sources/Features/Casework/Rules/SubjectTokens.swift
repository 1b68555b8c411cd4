internal import Database
internal import Kernel
internal import Names
internal import Secrets

/// By what two reports may complain of one person: keyed hashes of a whole name as it sounds, and of a
/// flat or house.
///
/// One word of a name says too little, and so does a number without its street.
enum SubjectTokens {
  enum Kind: String, CaseIterable, Sendable, Bindable {
    case name
    case home
  }

  /// The texts a report is compared by; `place` is the key of where it happened.
  static func texts(
    _ subject: ReportSubject, near place: String?
  ) throws -> [(kind: Kind, text: String)] {
    try names(subject.name).map { (.name, $0) }
      + [home(subject.address, place)].compactMap(\.self)
      .map { (.home, $0) }
  }

  /// Keeps the tokens of a report in place of what was kept before.
  static func keep(
    _ report: ID<Report>, _ subject: ReportSubject, near place: String?, _ keyring: Keyring,
    in write: Write
  ) throws {
    try write.run("DELETE FROM report_subject WHERE report = \(report)")
    for (kind, text) in try texts(subject, near: place) {
      try write.run(
        """
        INSERT INTO report_subject (report, kind, token)
        VALUES (\(report), \(kind), \(keyring.token(text, for: "casework.subject")))
        """)
    }
  }

  /// Each two words of a name together, by how they sound, as search keeps them.
  private static func names(_ written: String) throws -> [String] {
    let words = try NameWords.plain(written).filter { !describing.contains($0) }
    guard words.count(where: { $0.count > 1 }) > 1, words.count <= mostWords else { return [] }
    return PersonKeys.kept(try NameWords(words.joined(separator: " ")), born: nil)
      .filter { $0.hasPrefix("p") }
  }

  /// Longer texts tell of people and name none.
  private static let mostWords = 5

  /// The words of a flat or house in one order; a number alone is one of the place it happened at.
  private static func home(_ written: String, _ place: String?) throws -> String? {
    let words = try Set(NameWords.plain(written)).subtracting(housing)
    guard words.contains(where: { $0.contains(where: \.isNumber) }) else { return nil }
    let hasStreet = words.contains { word in word.count > 2 && word.allSatisfy(\.isLetter) }
    guard !hasStreet else { return words.sorted().joined(separator: " ") }
    return place.map { "\($0) \(words.sorted().joined(separator: " "))" }
  }

  private static let housing: Set<String> = [
    "flat", "house", "no", "number", "num", "apartment", "apt", "unit", "room", "the", "at", "of",
    "floor", "in", "on",
  ]

  /// Words by which people tell of somebody whose name they do not know.
  private static let describing: Set<String> = [
    "a", "the", "my", "his", "her", "their", "our", "man", "men", "woman", "women", "boy", "boys",
    "girl", "girls", "lad", "lads", "kid", "kids", "child", "children", "group", "gang", "people",
    "person", "someone", "somebody", "neighbour", "neighbours", "neighbor", "tenant", "tenants",
    "unknown", "not", "known", "dont", "do", "know", "sure", "no", "idea", "name", "names", "named",
    "called", "goes", "by", "them", "they", "next", "door", "upstairs", "downstairs", "above",
    "below", "opposite", "from", "at", "in", "of", "flat", "house", "number", "and", "with", "who",
    "lives", "there", "youths", "teenagers", "family", "couple", "owner", "drug", "dealer",
    "dealers", "local", "young", "old", "son", "daughter", "mother", "father", "brother", "sister",
  ]
}
