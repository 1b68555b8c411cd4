internal import Access
internal import Database
internal import Kernel

/// For how long a kind of record is kept from a day on, and who says so.
struct RetentionRule: Equatable, Sendable {
  /// The most months that can be set.
  static let mostMonths = 1200

  let kind: RetentionKind
  let version: Int
  let months: Int
  /// The first day it holds on.
  let validFrom: Day
  let source: String
}

/// The rules of every kind, with their versions and days.
struct RetentionRules: Sendable {
  /// Every version, the latest first.
  let all: [RetentionRule]

  init(_ read: Read) throws {
    all = try read.all(
      """
      SELECT kind, version, months, valid_from, source FROM retention_rule
      ORDER BY kind, version DESC LIMIT 1000
      """
    ) { row in
      RetentionRule(
        kind: try row.choice(), version: try row.int(), months: try row.int(),
        validFrom: try row.parsed(), source: try row.text())
    }
  }

  /// The rule of a kind on a day: of those that began, the one that began last; of one day, the latest.
  func rule(_ kind: RetentionKind, on day: Day) throws -> RetentionRule {
    let begun = all.filter { $0.kind == kind && $0.validFrom <= day }
    let rule = begun.max { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) }
    guard let rule else { throw DatabaseError.shape("there is no rule for \(kind.rawValue)") }
    return rule
  }

  /// The rules of every kind on a day.
  func inForce(on day: Day) throws -> [RetentionRule] {
    try RetentionKind.allCases.map { try rule($0, on: day) }
  }

  /// The rules that begin after a day, the next first.
  func later(than day: Day) -> [RetentionRule] {
    all.filter { $0.validFrom > day }.sorted { $0.validFrom < $1.validFrom }
  }

  /// The number of a kind's latest version.
  func version(_ kind: RetentionKind) -> Int {
    all.filter { $0.kind == kind }.map(\.version).max() ?? 0
  }

  /// Adds a rule after the version that was looked at; earlier ones stay, for what was deleted under
  /// them.
  func add(
    _ form: RuleForm, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    guard version(form.kind) == form.version else { throw DatabaseError.stale }
    try write.run(
      """
      INSERT INTO retention_rule (kind, version, months, valid_from, source, made_at, account)
      VALUES (\(form.kind), \(form.version + 1), \(form.months), \(form.from), \(form.source), \
        \(now), \(account))
      """)
  }
}
