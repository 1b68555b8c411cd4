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

  /// How long an answer is, in full.
  static func size(_ query: CountQuery, in read: Read) throws -> CountSize {
    try size(of: grouped(query), in: read)
  }

  /// The length of an answer whose rows end in their count `n`.
  static func size(of rows: SQL, in read: Read) throws -> CountSize {
    try read.first("SELECT COUNT(*), CAST(SUM(g.n) AS BIGINT) FROM (\(rows)) g") { row in
      CountSize(rows: try row.int(), incidents: try row.optionalInt() ?? 0)
    } ?? CountSize(rows: 0, incidents: 0)
  }

  static func sql(_ query: CountQuery) -> SQL {
    grouped(query) + ending(query, query.by.map(column))
  }

  /// The order of an answer's rows, and which of them are handed over.
  static func ending(_ query: CountQuery, _ columns: [SQL]) -> SQL {
    guard !columns.isEmpty else { return "" }
    var sql: SQL = " ORDER BY "
    if query.order == .most { sql.append("n DESC, ") }
    sql.append(list(columns))
    if let window = query.window {
      sql.append(" LIMIT \(window.count) OFFSET \(window.lowerBound)")
    }
    return sql
  }

  /// Columns parted by commas.
  static func list(_ columns: [SQL]) -> SQL {
    columns.dropFirst().reduce(columns.first ?? "") { $0 + ", " + $1 }
  }

  private static func grouped(_ query: CountQuery) -> SQL {
    let withCells = query.by.contains(.lsoa) || query.area?.lsoas.isEmpty == false
    let columns = query.by.map(column)
    var sql: SQL = "SELECT "
    for column in columns { sql.append(column + ", ") }
    sql.append(withCells ? "CAST(SUM(x.count) AS BIGINT)" : "CAST(SUM(t.count) AS BIGINT)")
    sql.append(" AS n")
    sql.append(source(query, withCells: withCells))
    return columns.isEmpty ? sql : sql + " GROUP BY " + list(columns)
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
