internal import Database
internal import Kernel
internal import Partnership

/// The divisions and their kept counts.
enum DivisionStore {
  static func all(_ read: Read) throws -> [Division] {
    try read.all(
      "SELECT id, kind, edition, stamp FROM incident_division ORDER BY id LIMIT 1000"
    ) { row in
      Division(
        id: try row.id(), kind: try row.choice(), edition: try row.int(), stamp: try row.int())
    }
  }

  /// The division of an edition as it is now; `nil` where its counts were not begun.
  static func find(_ edition: AreaEdition, _ read: Read) throws -> Division? {
    try all(read).first {
      $0.kind == edition.kind && $0.edition == edition.year && $0.stamp == edition.stamp
    }
  }

  /// Begins the counts of an edition anew.
  static func begin(_ edition: AreaEdition, in write: Write) throws -> Division {
    let id: ID<Division> = ID(
      Int64(
        try write.count(
          """
          INSERT INTO incident_division (kind, edition, stamp) \
          VALUES (\(edition.kind.rawValue), \(edition.year), \(edition.stamp)) \
          ON CONFLICT (kind, edition) DO UPDATE SET stamp = excluded.stamp RETURNING id
          """)))
    try clear(id, in: write)
    return Division(id: id, kind: edition.kind, edition: edition.year, stamp: edition.stamp)
  }

  /// Takes away a division whose edition is gone.
  static func remove(_ division: Division, in write: Write) throws {
    try clear(division.id, in: write)
    try write.run("DELETE FROM incident_division WHERE id = \(division.id)")
  }

  private static func clear(_ id: ID<Division>, in write: Write) throws {
    try write.run("DELETE FROM incident_area_count WHERE division = \(id)")
    try write.run("DELETE FROM incident_division_snapshot WHERE division = \(id)")
  }

  /// The current snapshots a division has not counted.
  static func uncounted(_ division: Division, _ read: Read) throws -> [Int64] {
    try read.all(
      """
      SELECT s.id FROM incident_snapshot s WHERE s.state = 'current' AND NOT EXISTS \
        (SELECT 1 FROM incident_division_snapshot d \
          WHERE d.division = \(division.id) AND d.snapshot = s.id) \
      ORDER BY s.id LIMIT 100000
      """
    ) { row in Int64(try row.int()) }
  }

  /// Keeps the counts of a snapshot, unless somebody else did or the division has begun anew.
  static func add(
    _ counts: DivisionTally, snapshot: Int64, to division: Division, in write: Write
  ) throws {
    let stamp = try write.count(
      "SELECT stamp FROM incident_division WHERE id = \(division.id)")
    guard stamp == division.stamp else { return }
    let isNew = try write.run(
      """
      INSERT INTO incident_division_snapshot (division, snapshot) \
      VALUES (\(division.id), \(snapshot)) ON CONFLICT (division, snapshot) DO NOTHING
      """)
    guard isNew > 0 else { return }
    var cells = counts.cells.makeIterator()
    try write.insert(
      into: "incident_area_count",
      columns: ["division", "snapshot", "category", "area", "count"]
    ) {
      cells.next().map {
        [
          .int(division.id.rawValue), .int(snapshot), $0.category.bound, $0.area.bound,
          $0.count.bound,
        ]
      }
    }
  }
}

/// The counts of one snapshot by category and area.
struct DivisionTally: Sendable {
  private var counts: [UInt64: Int] = [:]

  /// Counts an incident.
  mutating func add(category: Int, area: Int) {
    counts[UInt64(category) << 32 | UInt64(area + 1), default: 0] += 1
  }

  /// By category and then area.
  var cells: [(category: Int, area: Int, count: Int)] {
    counts.sorted { $0.key < $1.key }
      .map { (Int($0.key >> 32), Int($0.key & 0xFFFF_FFFF) - 1, $0.value) }
  }
}
