internal import Database
internal import Kernel

/// The reading of the cube by what the source says itself; by wards ``DivisionCubeStore`` does.
///
/// Answers cost what the answer is long, not what the table is.
enum CubeStore {
  /// Hands over the rows of an answer in the order of its dimensions.
  ///
  /// Only current snapshots count. By LSOA, incidents that name none are left out: they are what
  /// ``unlocated(_:in:)`` counts.
  static func each(_ query: CountQuery, in read: Read, _ body: (CountRow) throws -> Void) throws {
    try read.each(sql(query)) { row in
      var values: [String] = []
      for _ in query.by { values.append(try row.text()) }
      try body(CountRow(values: values, count: try row.optionalInt() ?? 0))
    }
  }

  /// The rows of an answer that is known to be short.
  static func rows(_ query: CountQuery, in read: Read) throws -> [CountRow] {
    var rows: [CountRow] = []
    try each(query, in: read) { rows.append($0) }
    return rows
  }

  /// How many incidents of the question name no LSOA.
  static func unlocated(_ query: CountQuery, in read: Read) throws -> Int {
    try read.count(
      "SELECT CAST(SUM(t.unlocated) AS BIGINT)" + source(query, withCells: false))
  }

  static func sql(_ query: CountQuery) -> SQL {
    let withCells = query.by.contains(.lsoa) || query.area?.lsoas.isEmpty == false
    let columns = query.by.map(column)
    var sql: SQL = "SELECT "
    for column in columns { sql.append(column + ", ") }
    sql.append(withCells ? "CAST(SUM(x.count) AS BIGINT)" : "CAST(SUM(t.count) AS BIGINT)")
    sql.append(source(query, withCells: withCells))
    guard let first = columns.first else { return sql }
    let list = columns.dropFirst().reduce(first) { $0 + ", " + $1 }
    return sql + " GROUP BY " + list + " ORDER BY " + list
  }

  private static func column(_ dimension: CountDimension) -> SQL {
    switch dimension {
    case .month: "s.month"
    case .category: "c.name"
    case .lsoa, .ward: "l.code"
    case .force: "f.name"
    }
  }

  /// The tables and conditions of a question.
  ///
  /// CROSS JOIN keeps SQLite to this order, from the few snapshots to the ranges of their cells;
  /// left to itself it reads every cell first.
  private static func source(_ query: CountQuery, withCells: Bool) -> SQL {
    var sql: SQL = """
       FROM incident_snapshot s CROSS JOIN incident_force f CROSS JOIN incident_total t \
      CROSS JOIN incident_category c
      """
    if withCells { sql.append(" CROSS JOIN incident_cell x CROSS JOIN incident_lsoa l") }
    sql.append(
      """
       WHERE s.state = 'current' AND f.id = s.force AND t.snapshot = s.id AND c.id = t.category
      """)
    if withCells {
      sql.append(" AND x.id BETWEEN t.first_cell AND t.last_cell AND l.id = x.lsoa")
    }
    if let from = query.from { sql.append(" AND s.month >= \(from)") }
    if let to = query.to { sql.append(" AND s.month <= \(to)") }
    if let category = query.category { sql.append(" AND c.name = \(category)") }
    if let area = query.area { sql.append(" AND f.name IN (\(list: area.forces))") }
    if let isCrime = query.isCrime { sql.append(" AND c.is_crime = \(isCrime)") }
    if withCells, let area = query.area, !area.lsoas.isEmpty { sql.append(" AND " + inside(area)) }
    return sql
  }

  /// The same rule as ``IncidentArea/includes(code:name:)``, in SQL.
  private static func inside(_ area: IncidentArea) -> SQL {
    var sql: SQL = "(l.code IN (\(list: area.lsoas)) OR l.name IN (\(list: area.lsoas))"
    // Names that begin with an entry and a space: `!` follows the space, and text sorts by code point.
    for entry in area.lsoas {
      sql.append(" OR (l.name >= \(entry + " ") AND l.name < \(entry + "!"))")
    }
    return sql + ")"
  }
}
