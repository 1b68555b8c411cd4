internal import Database
internal import Kernel

/// The reading of the kept counts.
///
/// Answers cost what the answer is long, not what the table of incidents is: each question is
/// answered from the smallest of the kept counts that can, see ``CubeSQL``.
enum CubeStore {
  /// Hands over the rows of an answer by the source's own words in the order of its dimensions.
  ///
  /// Only current snapshots count. By LSOA, incidents that name none are left out: they are what
  /// ``unlocated(_:in:)`` counts.
  static func each(_ query: CountQuery, in read: Read, _ body: (CountRow) throws -> Void) throws {
    try read.each(CubeSQL(query).rows) { row in
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
    try read.count(CubeSQL(query).unlocated)
  }

  /// How long an answer is, in full.
  static func size(_ sql: some CountStatements, in read: Read) throws -> CountSize {
    try read.first("SELECT COUNT(*), CAST(SUM(g.n) AS BIGINT) FROM (\(sql.grouped)) g") { row in
      CountSize(rows: try row.int(), incidents: try row.optionalInt() ?? 0)
    } ?? CountSize(rows: 0, incidents: 0)
  }
}
