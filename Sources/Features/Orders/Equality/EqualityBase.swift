internal import Database
internal import Kernel
internal import Partnership

/// How many people live in the partnership's area, by the groups of one dimension.
struct EqualityBase: Sendable {
  let people: [String: Int]
  /// Where the numbers are from, such as "Census 2021, ONS, 2021".
  let source: String

  var all: Int { people.values.reduce(0, +) }

  /// The base of a dimension; `nil` where none is held.
  static func of(
    _ dimension: EqualityDimension, _ areas: AreaDirectory, _ read: Read
  ) throws -> EqualityBase? {
    guard dimension == .ward else { return try kept(dimension, read) }
    guard let edition = try areas.latest(.ward, read) else { return nil }
    let year = London.day(try read.serverTime()).civil.year
    let estimates = try areas.people(.ward, edition.year, year, read)
    guard let latest = estimates.values.map(\.year).max() else { return nil }
    return EqualityBase(
      people: estimates.mapValues(\.people).filter { $0.value > 0 },
      source: "Estimates of people by ward, \(latest)")
  }

  private static func kept(
    _ dimension: EqualityDimension, _ read: Read
  ) throws -> EqualityBase? {
    let rows = try read.all(
      """
      SELECT name, people, year, source FROM orders_base WHERE dimension = \(dimension.rawValue)
      ORDER BY name LIMIT 50
      """
    ) { row in (try row.text(), try row.int(), try row.int(), try row.text()) }
    guard let first = rows.first else { return nil }
    return EqualityBase(
      people: Dictionary(rows.map { ($0.0, $0.1) }) { one, _ in one },
      source: "\(first.3), \(first.2)")
  }

  /// Puts the numbers of dimensions in place of those held before.
  static func replace(
    _ rows: [(dimension: EqualityDimension, group: String, people: Int)], year: Int,
    source: String, in write: Write
  ) throws {
    for dimension in Set(rows.map(\.dimension)) {
      try write.run("DELETE FROM orders_base WHERE dimension = \(dimension.rawValue)")
    }
    for row in rows {
      try write.run(
        """
        INSERT INTO orders_base (dimension, name, people, year, source)
        VALUES (\(row.dimension.rawValue), \(row.group), \(row.people), \(year), \(source))
        """)
    }
  }
}
