internal import Database
internal import Kernel

/// How the LSOA codes a source names fit one edition of LSOAs: of the rows that lie inside its
/// areas, how many name a code it does not have.
struct CodeFit: Equatable, Sendable {
  let edition: Int
  let inside: Int
  let strange: Int

  /// From this share on it is told; a point in a hundred lies just outside the area of its own code.
  static let toldPercent = 3.0

  /// The share that names another edition's codes, in per cent; `nil` where nothing lies inside.
  var strangePercent: Double? {
    inside > 0 ? 100 * Double(strange) / Double(inside) : nil
  }
}

/// The reading of the fits, a row a snapshot and edition.
enum CodeFitStore {
  /// The fit of each edition over some months of some forces, or of all; the latest edition first.
  static func fits(
    _ months: ClosedRange<Month>, of forces: [String]?, in read: Read
  ) throws -> [CodeFit] {
    try read.all(
      """
      SELECT d.edition, CAST(SUM(x.inside) AS BIGINT), CAST(SUM(x.strange) AS BIGINT)\
      \(source(months, forces)) GROUP BY d.edition ORDER BY d.edition DESC
      """
    ) { row in
      CodeFit(edition: try row.int(), inside: try row.int(), strange: try row.int())
    }
  }

  /// The same month by month, of one force.
  static func monthly(
    _ months: ClosedRange<Month>, of force: String, in read: Read
  ) throws -> [Month: [CodeFit]] {
    let rows = try read.all(
      """
      SELECT s.month, d.edition, x.inside, x.strange\(source(months, [force])) \
      ORDER BY s.month, d.edition DESC LIMIT 100000
      """
    ) { row in
      (
        try row.parsed(Month.self),
        CodeFit(edition: try row.int(), inside: try row.int(), strange: try row.int())
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  private static func source(_ months: ClosedRange<Month>, _ forces: [String]?) -> SQL {
    let only: SQL = forces.map { " AND f.name IN (\(list: $0))" } ?? ""
    return """
       FROM incident_snapshot s CROSS JOIN incident_force f CROSS JOIN incident_division d \
        CROSS JOIN incident_code_fit x \
      WHERE s.state = 'current' AND f.id = s.force AND s.month >= \(months.lowerBound) \
        AND s.month <= \(months.upperBound)\(only) AND d.kind = 'lsoa' \
        AND x.division = d.id AND x.snapshot = s.id
      """
  }
}
