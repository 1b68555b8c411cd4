import Database
import Kernel
import Partnership

/// Plans and priorities in the database.
enum PlanStore {
  static let pageSize = 25

  /// Plans of one page, live ones first, then the latest; pages count from 1.
  static func page(_ page: Int, in read: Read) throws -> [Plan] {
    try read.all(pageQuery(page), Plan.init(row:))
  }

  static func pageQuery(_ page: Int) -> SQL {
    """
    SELECT \(Plan.columns) FROM plan ORDER BY kind DESC, first_year DESC, id
    LIMIT \(pageSize) OFFSET \((max(page, 1) - 1) * pageSize)
    """
  }

  static func count(in read: Read) throws -> Int {
    try read.count("SELECT COUNT(*) FROM plan")
  }

  static func find(_ slug: String, in read: Read) throws -> Plan? {
    try read.first("SELECT \(Plan.columns) FROM plan WHERE slug = \(slug)", Plan.init(row:))
  }

  static func find(_ id: ID<Plan>, in read: Read) throws -> Plan? {
    try read.first("SELECT \(Plan.columns) FROM plan WHERE id = \(id)", Plan.init(row:))
  }

  /// The plan a dashboard opens with: the live one that began last.
  static func current(in read: Read) throws -> Plan? { try page(1, in: read).first }

  static func priorities(of plan: ID<Plan>, in read: Read) throws -> [Priority] {
    try read.all(
      """
      SELECT \(Priority.columns) FROM plan_priority WHERE plan = \(plan)
      ORDER BY position LIMIT 100
      """, Priority.init(row:))
  }

  static func add(_ plan: NewPlan, in write: Write) throws -> ID<Plan> {
    try write.inserted(
      """
      INSERT INTO plan
        (slug, title, first_year, last_year, kind, source, is_synthetic, tolerance)
      VALUES (\(plan.slug), \(plan.title), \(plan.years.lowerBound.start),
        \(plan.years.upperBound.start), \(plan.kind.rawValue), \(plan.source),
        \(plan.isSynthetic), \(plan.tolerance))
      RETURNING id
      """)
  }

  /// Changes what counts as amber; what was published stays as it was frozen.
  static func setTolerance(
    _ tolerance: Figure, of plan: ID<Plan>, version: Int, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE plan SET tolerance = \(tolerance), version = version + 1
      WHERE id = \(plan) AND version = \(version)
      """)
  }

  /// Changes the title, and has every process show it from the next page on.
  static func setTitle(_ title: String, of plan: ID<Plan>, in write: Write) throws {
    try write.run("UPDATE plan SET title = \(title), version = version + 1 WHERE id = \(plan)")
    try KeptPages.changed(in: write)
  }

  static func addPriority(
    _ title: String, code: String, position: Int, to plan: ID<Plan>, in write: Write
  ) throws -> ID<Priority> {
    try write.inserted(
      """
      INSERT INTO plan_priority (plan, position, code, title)
      VALUES (\(plan), \(position), \(code), \(title)) RETURNING id
      """)
  }
}
