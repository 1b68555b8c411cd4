import Database
import Kernel

/// Writes one plan of a published document into the database, row by row.
struct ArchivePlan {
  let id: ID<Plan>
  let source: String
  let years: ClosedRange<FinancialYear>
  let now: Instant
  private var priorities: [String: ID<Priority>] = [:]
  private var position = 0

  /// Adds the plan; its priorities follow as they are named.
  init(_ plan: NewPlan, at now: Instant, in write: Write) throws {
    id = try PlanStore.add(plan, in: write)
    source = plan.source
    years = plan.years
    self.now = now
  }

  /// One row of a plan's table.
  struct Row {
    let priority: String
    let title: String
    var section = ""
    var code = ""
    var baseline: String?
    var basis = TargetBasis.absolute
    let polarity: Polarity
    let reason: String
    let definition: Definition
    /// An indicator that another row already brought, where both are one measure.
    var same: ID<Indicator>?
  }

  /// Adds a row with its indicator, definition and polarity.
  mutating func add(
    _ row: Row, in write: Write
  ) throws -> (member: ID<PlanIndicator>, indicator: ID<Indicator>) {
    let indicator = try row.same ?? IndicatorStore.add(row.title, in: write)
    if row.same == nil {
      try IndicatorStore.define(row.definition, for: indicator, at: now, in: write)
    }
    position += 1
    let member = try MembershipStore.add(
      NewPlanIndicator(
        plan: id, priority: try priority(row.priority, in: write), indicator: indicator,
        position: position, title: row.title, section: row.section, code: row.code,
        baseline: row.baseline, basis: row.basis), in: write)
    let wanted = PolarityVersion(
      validFrom: years.lowerBound.firstMonth, polarity: row.polarity, reason: row.reason)
    try MembershipStore.want(wanted, of: member, at: now, in: write)
    return (member, indicator)
  }

  private mutating func priority(_ title: String, in write: Write) throws -> ID<Priority> {
    if let known = priorities[title] { return known }
    let place = priorities.count + 1
    let code = String(UnicodeScalar(UInt8(64 + min(place, 26))))
    let id = try PlanStore.addPriority(title, code: code, position: place, to: id, in: write)
    priorities[title] = id
    return id
  }
}
