internal import Access
internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// Keeps interventions and reads them.
enum InterventionStore {
  /// Interventions of a list shown on one page.
  static let onPage = 25

  private static let columns: SQL = """
    id, name, source, category, first_month, last_month, buffer, target_name, target, \
    control_name, control, account, stated_at
    """

  static func add(_ one: Intervention, in write: Write) throws -> ID<InterventionTag> {
    let id: ID<InterventionTag>? = try write.first(
      """
      INSERT INTO hotspot_intervention (name, source, category, first_month, last_month, buffer, \
        target_name, target, control_name, control, account, stated_at) \
      VALUES (\(one.name), \(one.source), \(one.category ?? ""), \(one.months.lowerBound), \
        \(one.months.upperBound), \(one.buffer), \(one.target.name), \
        \(one.target.shape.wellKnownBinary), \(one.control.name), \
        \(one.control.shape.wellKnownBinary), \(one.account), \(one.statedAt)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the intervention was given no id") }
    return id
  }

  static func find(_ id: ID<InterventionTag>, _ read: Read) throws -> Intervention? {
    try read.first("SELECT \(columns) FROM hotspot_intervention WHERE id = \(id)") { row in
      row.skip(1)
      return try Intervention(row: &row)
    }
  }

  static func count(_ read: Read) throws -> Int {
    try read.count("SELECT COUNT(*) FROM hotspot_intervention")
  }

  /// A page of interventions, the last stated first.
  static func page(
    _ page: Int, _ read: Read
  ) throws -> [(id: ID<InterventionTag>, one: Intervention)] {
    try read.all(pageQuery(page)) { row in (try row.id(), try Intervention(row: &row)) }
  }

  static func pageQuery(_ page: Int) -> SQL {
    """
    SELECT \(columns) FROM hotspot_intervention ORDER BY id DESC \
    LIMIT \(onPage) OFFSET \((page - 1) * onPage)
    """
  }
}

extension Intervention {
  /// Reads a row's intervention, after its id.
  fileprivate init(row: inout Row) throws {
    name = try row.text()
    source = try row.text()
    let category = try row.text()
    self.category = category.isEmpty ? nil : category
    let first = try row.parsed(Month.self)
    months = first...(try row.parsed(Month.self))
    buffer = try row.real()
    target = try StatedArea(row: &row)
    control = try StatedArea(row: &row)
    account = try row.optionalID()
    statedAt = try row.parsed()
  }
}
