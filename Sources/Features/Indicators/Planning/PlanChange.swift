import Database
import Kernel

/// One change of a plan beside what stood before it.
struct PlanChange: Hashable, Sendable {
  let member: ID<PlanIndicator>?
  /// What changed, in words: "Amber up to", "Target for 2026/27".
  let what: String
  /// What stood before, in words; "none" where there was nothing.
  let earlier: String
  let later: String
  let reason: String
  /// The office it was changed in; never a name.
  let author: String
  let madeAt: Instant
}

/// A change with the plan's name of the indicator it is about; `nil` for the plan as a whole.
struct ListedChange: Hashable, Sendable {
  let change: PlanChange
  let title: String?
}

extension ListedChange {
  static let columns: SQL = """
    c.plan_indicator, c.what, c.earlier, c.later, c.reason, c.author, c.made_at, m.title
    """

  init(row: inout Row) throws {
    change = PlanChange(
      member: try row.optionalID(), what: try row.text(), earlier: try row.text(),
      later: try row.text(), reason: try row.text(), author: try row.text(),
      madeAt: try row.parsed())
    title = try row.optionalText()
  }
}
