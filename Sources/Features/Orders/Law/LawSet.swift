internal import Database
internal import Kernel
internal import Partnership

/// Rules of one source that came into force together.
struct LawSet: DatedLaw, Equatable, Sendable {
  /// A short word for paths and the command line, such as `asbcpa-2014`.
  let key: String
  let version: Int
  let title: String
  /// Where the rules are written.
  let source: String
  /// Where they apply, such as "England and Wales".
  let territory: String
  /// The first day they are in force; `nil` while that is not known.
  let from: Day?
  /// The last day they are in force; `nil` without an end.
  let through: Day?
  /// What to know of them; may be empty.
  let note: String
  /// Whether the program came with it.
  let isShipped: Bool
  /// Whether it is an Act or regulations; else it is the partnership's own, which may be stricter than
  /// those and never looser.
  let isLaw: Bool
  var rules: [LawRule] = []
}

/// One limit of one power, and the section that says so.
struct LawRule: Codable, Equatable, Sendable {
  let power: Power
  let limit: LawLimit
  let value: Int
  /// Such as "section 77(2)".
  let section: String

  /// Such as "Longest: 24 hours".
  var words: String { "\(limit.title): \(limit.words(value))" }
}

extension LawSet {
  static let columns: SQL = """
    s.key, s.version, s.title, s.source, s.territory, s.effective_from, s.effective_to, s.note,
    s.is_shipped, s.is_law
    """

  init(row: inout Row) throws {
    key = try row.text()
    version = try row.int()
    title = try row.text()
    source = try row.text()
    territory = try row.text()
    from = try row.optionalParsed()
    through = try row.optionalParsed()
    note = try row.text()
    isShipped = try row.bool()
    isLaw = try row.bool()
  }
}

/// What somebody adds.
struct NewLawSet: Sendable {
  let key: String
  let title: String
  let source: String
  var isLaw = false
  let note: String
}
