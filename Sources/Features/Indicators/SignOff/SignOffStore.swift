import Access
import Database
import Kernel

/// Sign-offs in the database; one that was withdrawn is kept.
enum SignOffStore {
  /// How duties and the audit trail name a priority.
  static func subject(_ priority: ID<Priority>) -> String { "priority/\(priority)" }

  /// Why a sign-off no longer stands that nobody withdrew.
  static let movedWords = "Records moved a figure after the sign-off"

  /// Every sign-off of a period, with those withdrawn since, earliest first.
  static func all(of plan: ID<Plan>, _ period: Period, in read: Read) throws -> [SignOff] {
    try read.all(listQuery(plan, period), SignOff.init(row:))
  }

  static func listQuery(_ plan: ID<Plan>, _ period: Period) -> SQL {
    """
    SELECT \(SignOff.columns) FROM plan_priority p
    JOIN priority_sign_off s ON s.priority = p.id
    WHERE p.plan = \(plan) AND s.period = \(period) ORDER BY s.id LIMIT \(IndicatorStore.most)
    """
  }

  /// Signs a priority off; the caller has checked who may and what is missing.
  ///
  /// One that no longer stands for the figures, since records moved them, is withdrawn.
  static func sign(
    _ due: DuePriority, _ period: Period, note: String, author: String,
    by account: ID<Account>, at now: Instant, in write: Write
  ) throws {
    let priority = due.priority.id
    try write.run(
      """
      UPDATE priority_sign_off SET withdrawn_at = \(now), withdrawn_reason = \(movedWords)
      WHERE priority = \(priority) AND period = \(period) AND withdrawn_at IS NULL
      """)
    try write.run(
      """
      INSERT INTO priority_sign_off (priority, period, account, author, note, made_at, figures)
      VALUES (\(priority), \(period), \(account), \(author), \(note), \(now), \(due.mark))
      """)
  }

  /// Withdraws the sign-offs whose period a changed figure falls in; which they were.
  ///
  /// An indicator may stand in several plans: each of them is withdrawn.
  @discardableResult
  static func withdraw(
    _ indicators: Set<ID<Indicator>>, _ months: ClosedRange<Month>, reason: String,
    at now: Instant, in write: Write
  ) throws -> [SignOff] {
    let touched = try write.all(
      touchedQuery(indicators.sorted()), SignOff.init(row:)
    ).filter { $0.period.months.overlaps(months) }
    for one in touched {
      try write.run(
        """
        UPDATE priority_sign_off SET withdrawn_at = \(now), withdrawn_reason = \(reason)
        WHERE id = \(one.id)
        """)
    }
    return touched
  }

  static func touchedQuery(_ indicators: [ID<Indicator>]) -> SQL {
    """
    SELECT \(SignOff.columns) FROM priority_sign_off s
    WHERE s.withdrawn_at IS NULL AND s.priority IN
      (SELECT priority FROM plan_indicator WHERE indicator IN (\(list: indicators)))
    ORDER BY s.id LIMIT \(IndicatorStore.most)
    """
  }
}
