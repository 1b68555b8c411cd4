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

  /// The plan a dashboard opens with: the live one in force on a day, or else the one begun last,
  /// or else the first there is.
  static func current(on day: Day, in read: Read) throws -> Plan? {
    try read.first(currentQuery(day), Plan.init(row:)) ?? page(1, in: read).first
  }

  static func currentQuery(_ day: Day) -> SQL {
    """
    SELECT \(Plan.columns) FROM plan
    WHERE kind = 'live' AND first_year <= \(day.month.financialYear.start)
    ORDER BY first_year DESC, id LIMIT 1
    """
  }

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

  /// Changes title, source and tolerance, and has every process show them from the next page on;
  /// what was published stays as it was frozen.
  static func change(_ plan: Plan, to text: PlanText, in write: Write) throws {
    try write.update(
      """
      UPDATE plan SET title = \(text.title), source = \(text.source),
        tolerance = \(text.tolerance), version = version + 1
      WHERE id = \(plan.id) AND version = \(plan.version)
      """)
    try KeptPages.changed(in: write)
  }

  /// Closes a plan to change, or opens it again with `nil`.
  static func close(_ plan: ID<Plan>, at day: Instant?, in write: Write) throws {
    try write.run("UPDATE plan SET closed_at = \(day), version = version + 1 WHERE id = \(plan)")
  }

  /// Lets one change of a plan follow another: what is read of it stays so to the end.
  static func hold(_ slug: String, in write: Write) throws {
    try write.run("UPDATE plan SET version = version WHERE slug = \(slug)")
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
  static func change(_ priority: ID<Priority>, to text: PriorityText, in write: Write) throws {
    try write.run(
      """
      UPDATE plan_priority SET code = \(text.code), title = \(text.title),
        unmeasured = \(text.unmeasured), version = version + 1
      WHERE id = \(priority)
      """)
  }

  /// Lets two priorities of a plan change places.
  static func swap(_ one: Priority, _ other: Priority, in write: Write) throws {
    for (id, position) in [(one.id, 0), (other.id, one.position), (one.id, other.position)] {
      try write.run("UPDATE plan_priority SET position = \(position) WHERE id = \(id)")
    }
  }
}
