import Database
import Kernel

/// Targets, judgements and commentary in the database: each new one keeps the one before.
enum StatementStore {
  /// The targets of a plan that stand.
  static func targets(of plan: ID<Plan>, in read: Read) throws -> [Target] {
    try read.all(
      """
      SELECT \(Target.columns) FROM indicator_target
      WHERE plan_indicator IN (SELECT id FROM plan_indicator WHERE plan = \(plan))
        AND superseded_at IS NULL
      ORDER BY plan_indicator, period LIMIT 5000
      """, Target.init(row:))
  }

  /// Every target of one indicator in a plan, with those since replaced, latest first.
  static func targets(of member: ID<PlanIndicator>, in read: Read) throws -> [TargetVersion] {
    try read.all(
      """
      SELECT \(TargetVersion.columns) FROM indicator_target WHERE plan_indicator = \(member)
      ORDER BY id DESC LIMIT \(IndicatorStore.most)
      """, TargetVersion.init(row:))
  }

  /// The judgements of a plan that stand for a period.
  static func judgements(
    of plan: ID<Plan>, _ period: Period, in read: Read
  ) throws -> [Judgement] {
    try read.all(
      """
      SELECT \(Judgement.columns) FROM indicator_judgement
      WHERE plan_indicator IN (SELECT id FROM plan_indicator WHERE plan = \(plan))
        AND period = \(period) AND superseded_at IS NULL LIMIT \(IndicatorStore.most)
      """, Judgement.init(row:))
  }

  /// Every judgement of one indicator in a plan, with those since replaced, latest first.
  static func judgements(of member: ID<PlanIndicator>, in read: Read) throws -> [Judgement] {
    try read.all(
      """
      SELECT \(Judgement.columns) FROM indicator_judgement WHERE plan_indicator = \(member)
      ORDER BY id DESC LIMIT \(IndicatorStore.most)
      """, Judgement.init(row:))
  }

  /// The commentary of a plan that stands for a period.
  static func commentary(
    of plan: ID<Plan>, _ period: Period, in read: Read
  ) throws -> [Commentary] {
    try read.all(
      """
      SELECT \(Commentary.columns) FROM indicator_commentary
      WHERE plan_indicator IN (SELECT id FROM plan_indicator WHERE plan = \(plan))
        AND period = \(period) AND superseded_at IS NULL LIMIT \(IndicatorStore.most)
      """, Commentary.init(row:))
  }

  /// Every commentary on one indicator in a plan, with those since replaced, latest first.
  static func commentary(of member: ID<PlanIndicator>, in read: Read) throws -> [Commentary] {
    try read.all(
      """
      SELECT \(Commentary.columns) FROM indicator_commentary WHERE plan_indicator = \(member)
      ORDER BY id DESC LIMIT \(IndicatorStore.most)
      """, Commentary.init(row:))
  }

  /// Sets a target in the plan's own words; the reason says why, and who decided.
  static func setTarget(
    _ words: String, reason: String, _ saying: Saying, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE indicator_target SET superseded_at = \(saying.now)
      WHERE plan_indicator = \(saying.member) AND period = \(saying.period)
        AND superseded_at IS NULL
      """)
    try write.run(
      """
      INSERT INTO indicator_target (plan_indicator, period, words, reason, account, made_at)
      VALUES (\(saying.member), \(saying.period), \(words), \(reason), \(saying.account),
        \(saying.now))
      """)
  }

  /// Gives a rating beside the computed one.
  static func judge(
    _ state: RatingState, reason: String, _ saying: Saying, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE indicator_judgement SET superseded_at = \(saying.now)
      WHERE plan_indicator = \(saying.member) AND period = \(saying.period)
        AND superseded_at IS NULL
      """)
    try write.run(
      """
      INSERT INTO indicator_judgement
        (plan_indicator, period, state, reason, author, account, made_at)
      VALUES (\(saying.member), \(saying.period), \(state.rawValue), \(reason),
        \(saying.author), \(saying.account), \(saying.now))
      """)
  }

  /// Writes what is to be said about a figure.
  static func comment(_ words: String, _ saying: Saying, in write: Write) throws {
    try write.run(
      """
      UPDATE indicator_commentary SET superseded_at = \(saying.now)
      WHERE plan_indicator = \(saying.member) AND period = \(saying.period)
        AND superseded_at IS NULL
      """)
    try write.run(
      """
      INSERT INTO indicator_commentary
        (plan_indicator, period, words, author, account, made_at)
      VALUES (\(saying.member), \(saying.period), \(words), \(saying.author),
        \(saying.account), \(saying.now))
      """)
  }
}
