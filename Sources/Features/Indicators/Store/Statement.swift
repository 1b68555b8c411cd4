import Access
import Database
import Kernel

/// A target of a plan for a year.
struct Target: Hashable, Sendable {
  let member: ID<PlanIndicator>
  let period: Period
  let statement: TargetStatement
}

extension Target {
  static let columns: SQL = "plan_indicator, period, words"

  init(row: inout Row) throws {
    member = try row.id()
    period = try row.parsed()
    statement = TargetStatement(target: try row.text())
  }
}

/// A target as it was set, with its reason; what it was before is kept.
struct TargetVersion: Hashable, Sendable {
  let target: Target
  let reason: String
  let madeAt: Instant
  let supersededAt: Instant?
}

extension TargetVersion {
  static let columns: SQL = "\(Target.columns), reason, made_at, superseded_at"

  init(row: inout Row) throws {
    target = try Target(row: &row)
    reason = try row.text()
    madeAt = try row.parsed()
    supersededAt = try row.optionalParsed()
  }
}

/// A rating a person gave, beside the computed one.
struct Judgement: Hashable, Sendable {
  let member: ID<PlanIndicator>
  let period: Period
  let state: RatingState
  let reason: String
  /// Who gave it, as an office: "Lead of Violence", "As published"; never a name.
  let author: String
  let madeAt: Instant
  let supersededAt: Instant?
}

extension Judgement {
  static let columns: SQL = """
    plan_indicator, period, state, reason, author, made_at, superseded_at
    """

  init(row: inout Row) throws {
    member = try row.id()
    period = try row.parsed()
    state = try row.choice()
    reason = try row.text()
    author = try row.text()
    madeAt = try row.parsed()
    supersededAt = try row.optionalParsed()
  }
}

/// What people wrote about a figure.
struct Commentary: Hashable, Sendable {
  let member: ID<PlanIndicator>
  let period: Period
  let words: String
  let author: String
  let madeAt: Instant
  let supersededAt: Instant?
}

extension Commentary {
  static let columns: SQL = "plan_indicator, period, words, author, made_at, superseded_at"

  init(row: inout Row) throws {
    member = try row.id()
    period = try row.parsed()
    words = try row.text()
    author = try row.text()
    madeAt = try row.parsed()
    supersededAt = try row.optionalParsed()
  }
}

/// Who says something of an indicator in a period, and when.
struct Saying: Sendable {
  let member: ID<PlanIndicator>
  let period: Period
  /// The office they say it in; never a name.
  let author: String
  var account: ID<Account>?
  let now: Instant
}
