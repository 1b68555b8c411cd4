internal import Database
internal import Kernel
internal import Partnership

/// The reading of the counts by area.
enum DivisionCubeStore {
  /// Hands over the rows of an answer in the order of its dimensions; `areas` are the division's,
  /// by code.
  static func each(
    _ query: CountQuery, _ division: Division, _ areas: [Area], in read: Read,
    _ body: (CountRow) throws -> Void
  ) throws {
    try read.each(sql(query, division)) { row in
      var values: [String] = []
      for dimension in query.by {
        if dimension == .ward {
          let number = try row.int()
          values.append(areas.indices.contains(number - 1) ? areas[number - 1].code : "")
        } else {
          values.append(try row.text())
        }
      }
      try body(CountRow(values: values, count: try row.optionalInt() ?? 0))
    }
  }

  /// What the answer leaves out.
  static func gaps(
    _ query: CountQuery, _ division: Division, in read: Read
  ) throws -> DivisionGaps {
    let rows = try read.all(
      "SELECT x.area, CAST(SUM(x.count) AS BIGINT)" + source(query, division)
        + " AND x.area <= 0 GROUP BY x.area"
    ) { row in (area: try row.int(), count: try row.int()) }
    let count = { (area: Int) in rows.first { $0.area == area }?.count ?? 0 }
    return DivisionGaps(outside: count(Division.outside), unlocated: count(Division.unlocated))
  }

  /// How long an answer is, in full.
  static func size(
    _ query: CountQuery, _ division: Division, in read: Read
  ) throws -> CountSize {
    try CubeStore.size(of: grouped(query, division), in: read)
  }

  static func sql(_ query: CountQuery, _ division: Division) -> SQL {
    grouped(query, division) + CubeStore.ending(query, query.by.map(column))
  }

  private static func grouped(_ query: CountQuery, _ division: Division) -> SQL {
    let columns = query.by.map(column)
    var sql: SQL = "SELECT "
    for column in columns { sql.append(column + ", ") }
    sql.append("CAST(SUM(x.count) AS BIGINT) AS n" + source(query, division) + " AND x.area > 0")
    return columns.isEmpty ? sql : sql + " GROUP BY " + CubeStore.list(columns)
  }

  private static func column(_ dimension: CountDimension) -> SQL {
    switch dimension {
    case .month: "s.month"
    case .category: "c.name"
    case .force: "f.name"
    case .ward, .lsoa: "x.area"
    }
  }

  /// The tables and conditions of a question; see ``CubeStore`` for the CROSS JOIN.
  private static func source(_ query: CountQuery, _ division: Division) -> SQL {
    var sql: SQL = """
       FROM incident_snapshot s CROSS JOIN incident_force f CROSS JOIN incident_area_count x \
      CROSS JOIN incident_category c \
      WHERE s.state = 'current' AND f.id = s.force AND x.division = \(division.id) \
      AND x.snapshot = s.id AND c.id = x.category
      """
    if let from = query.from { sql.append(" AND s.month >= \(from)") }
    if let to = query.to { sql.append(" AND s.month <= \(to)") }
    if let category = query.category { sql.append(" AND c.name = \(category)") }
    if let area = query.area { sql.append(" AND f.name IN (\(list: area.forces))") }
    if let isCrime = query.isCrime { sql.append(" AND c.is_crime = \(isCrime)") }
    return sql
  }
}
