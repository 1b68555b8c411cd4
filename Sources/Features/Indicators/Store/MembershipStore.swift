import Access
import Database
import Kernel

/// Indicators as they stand in plans, and what each plan wants of them.
enum MembershipStore {
  /// The indicators of a plan, in its order.
  static func all(of plan: ID<Plan>, in read: Read) throws -> [PlanIndicator] {
    try read.all(listQuery(plan), PlanIndicator.init(row:))
  }

  static func listQuery(_ plan: ID<Plan>) -> SQL {
    """
    SELECT \(PlanIndicator.columns) FROM plan_indicator WHERE plan = \(plan)
    ORDER BY position LIMIT \(IndicatorStore.most)
    """
  }

  /// Where an indicator stands: every plan that holds it, the latest taken up first.
  static func all(of indicator: ID<Indicator>, in read: Read) throws -> [PlanIndicator] {
    try read.all(
      """
      SELECT \(PlanIndicator.columns) FROM plan_indicator WHERE indicator = \(indicator)
      ORDER BY id DESC LIMIT \(IndicatorStore.most)
      """, PlanIndicator.init(row:))
  }

  static func find(_ id: ID<PlanIndicator>, in read: Read) throws -> PlanIndicator? {
    try read.first(
      "SELECT \(PlanIndicator.columns) FROM plan_indicator WHERE id = \(id)",
      PlanIndicator.init(row:))
  }

  /// The indicators of a plan that a code names; more than one where the plan uses it twice.
  static func find(
    code: String, in plan: ID<Plan>, _ read: Read
  ) throws -> [PlanIndicator] {
    try read.all(
      """
      SELECT \(PlanIndicator.columns) FROM plan_indicator WHERE plan = \(plan)
        AND (code = \(code) OR indicator IN
          (SELECT indicator FROM indicator_alias WHERE plan = \(plan) AND code = \(code)))
      ORDER BY position LIMIT \(IndicatorStore.most)
      """, PlanIndicator.init(row:))
  }

  /// The indicators of a plan that a code, or else a title, names.
  static func find(
    naming name: String, in plan: ID<Plan>, _ read: Read
  ) throws -> [PlanIndicator] {
    let coded = try find(code: name, in: plan, read)
    guard coded.isEmpty else { return coded }
    return try read.all(
      """
      SELECT \(PlanIndicator.columns) FROM plan_indicator WHERE plan = \(plan)
        AND title = \(name) ORDER BY position LIMIT \(IndicatorStore.most)
      """, PlanIndicator.init(row:))
  }

  static func add(_ new: NewPlanIndicator, in write: Write) throws -> ID<PlanIndicator> {
    try write.inserted(
      """
      INSERT INTO plan_indicator
        (plan, priority, indicator, position, section, code, title, annual_reason, baseline, basis)
      VALUES (\(new.plan), \(new.priority), \(new.indicator), \(new.position), \(new.section),
        \(new.code), \(new.title), \(new.annualReason), \(new.baseline), \(new.basis.rawValue))
      RETURNING id
      """)
  }

  /// Changes what the plan calls an indicator and says of its targets.
  static func change(
    _ member: ID<PlanIndicator>, to text: MemberText, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE plan_indicator SET section = \(text.section), code = \(text.code),
        title = \(text.title), annual_reason = \(text.annualReason), baseline = \(text.baseline),
        basis = \(text.basis.rawValue), version = version + 1
      WHERE id = \(member)
      """)
  }

  /// Lets two indicators of a plan change places.
  static func swap(_ one: PlanIndicator, _ other: PlanIndicator, in write: Write) throws {
    for (id, position) in [(one.id, 0), (other.id, one.position), (one.id, other.position)] {
      try write.run("UPDATE plan_indicator SET position = \(position) WHERE id = \(id)")
    }
  }

  /// The versions of what a plan wants of each of its indicators.
  static func polarities(
    of plan: ID<Plan>, in read: Read
  ) throws -> [ID<PlanIndicator>: [PolarityVersion]] {
    try read.lists(
      """
      SELECT y.plan_indicator, y.valid_from, y.polarity, y.reason
      FROM plan_indicator m JOIN indicator_polarity y ON y.plan_indicator = m.id
      WHERE m.plan = \(plan) ORDER BY y.plan_indicator, y.valid_from
      """, PolarityVersion.init(row:))
  }

  static func polarities(
    of member: ID<PlanIndicator>, in read: Read
  ) throws -> [PolarityVersion] {
    try read.all(
      """
      SELECT valid_from, polarity, reason FROM indicator_polarity
      WHERE plan_indicator = \(member) ORDER BY valid_from LIMIT \(IndicatorStore.most)
      """, PolarityVersion.init(row:))
  }

  /// Corrects what the plan wants from the month a version already begins with.
  static func correct(
    _ wanted: PolarityVersion, of member: ID<PlanIndicator>, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE indicator_polarity SET polarity = \(wanted.polarity.description),
        reason = \(wanted.reason), account = \(account), made_at = \(now)
      WHERE plan_indicator = \(member) AND valid_from = \(wanted.validFrom)
      """)
  }

  /// What the plan wants from a month on; earlier months keep what was wanted then.
  static func want(
    _ wanted: PolarityVersion, of member: ID<PlanIndicator>, by account: ID<Account>? = nil,
    at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO indicator_polarity
        (plan_indicator, valid_from, polarity, reason, account, made_at)
      VALUES (\(member), \(wanted.validFrom), \(wanted.polarity.description), \(wanted.reason),
        \(account), \(now))
      """)
  }
}

extension PolarityVersion {
  init(row: inout Row) throws {
    validFrom = try row.parsed()
    polarity = try row.parsed()
    reason = try row.text()
  }
}
