import Access
import Database
import Kernel

/// What was changed of plans, in the database; nothing is ever taken out of it.
enum PlanChangeStore {
  static let pageSize = 50

  static func add(
    _ change: PlanChange, of plan: ID<Plan>, by account: ID<Account>?, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO plan_change
        (plan, plan_indicator, what, earlier, later, reason, author, account, made_at)
      VALUES (\(plan), \(change.member), \(change.what), \(change.earlier), \(change.later),
        \(change.reason), \(change.author), \(account), \(change.madeAt))
      """)
  }

  /// The changes of one page, the latest first; pages count from 1.
  static func page(_ page: Int, of plan: ID<Plan>, in read: Read) throws -> [ListedChange] {
    try read.all(pageQuery(page, of: plan), ListedChange.init(row:))
  }

  static func pageQuery(_ page: Int, of plan: ID<Plan>) -> SQL {
    """
    SELECT \(ListedChange.columns) FROM plan_change c
    LEFT JOIN plan_indicator m ON m.id = c.plan_indicator
    WHERE c.plan = \(plan) ORDER BY c.id DESC
    LIMIT \(pageSize) OFFSET \((max(page, 1) - 1) * pageSize)
    """
  }

  static func count(of plan: ID<Plan>, in read: Read) throws -> Int {
    try read.count("SELECT COUNT(*) FROM plan_change WHERE plan = \(plan)")
  }

  /// The latest changes of one indicator in a plan.
  static func latest(of member: ID<PlanIndicator>, in read: Read) throws -> [ListedChange] {
    try read.all(latestQuery(member), ListedChange.init(row:))
  }

  static func latestQuery(_ member: ID<PlanIndicator>) -> SQL {
    """
    SELECT \(ListedChange.columns) FROM plan_change c
    JOIN plan_indicator m ON m.id = c.plan_indicator
    WHERE c.plan_indicator = \(member) ORDER BY c.id DESC LIMIT \(pageSize)
    """
  }
}
