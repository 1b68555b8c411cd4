internal import Database
internal import Kernel
internal import Partnership

/// The divisions and their kept counts.
enum DivisionStore {
  static func all(_ read: Read) throws -> [Division] {
    try read.all(
      "SELECT id, kind, edition, stamp FROM incident_division ORDER BY id LIMIT 1000"
    ) { row in
      let id = try row.id(Division.self)
      let (kind, edition) = (try row.text(), try row.int())
      guard let parting = Parting(kind: kind, edition: edition) else {
        throw DatabaseError.shape("incidents are counted by “\(kind)”, which is not known")
      }
      return Division(id: id, parting: parting, stamp: try row.int())
    }
  }

  /// The division of a parting as it is now, all of a source counted; `nil` where it is not.
  static func counted(
    _ parting: Parting, stamp: Int, of source: CountSource, _ read: Read
  ) throws -> Division? {
    let found = try all(read).first { $0.parting == parting && $0.stamp == stamp }
    guard let found else { return nil }
    let isCounted =
      try source.mapping.map { try hasCounted($0, by: found, read) }
      ?? uncounted(found, read).isEmpty
    return isCounted ? found : nil
  }

  /// Whether every current part of a mapped source is counted by a division.
  private static func hasCounted(
    _ mapping: ID<Mapping>, by division: Division, _ read: Read
  ) throws -> Bool {
    try read.count(
      """
      SELECT COUNT(*) FROM incident_part p \
      WHERE p.mapping = \(mapping) AND p.state = 'current' AND NOT EXISTS \
        (SELECT 1 FROM incident_division_part d \
          WHERE d.division = \(division.id) AND d.part = p.id)
      """) == 0
  }

  /// Begins the counts of a parting anew.
  static func begin(_ parting: Parting, stamp: Int, in write: Write) throws -> Division {
    let key = parting.key
    let id: ID<Division> = ID(
      Int64(
        try write.count(
          """
          INSERT INTO incident_division (kind, edition, stamp) \
          VALUES (\(key.kind), \(key.edition), \(stamp)) \
          ON CONFLICT (kind, edition) DO UPDATE SET stamp = excluded.stamp RETURNING id
          """)))
    try clear(id, in: write)
    return Division(id: id, parting: parting, stamp: stamp)
  }

  /// Takes away a division whose edition is gone.
  static func remove(_ division: Division, in write: Write) throws {
    try clear(division.id, in: write)
    try write.run("DELETE FROM incident_division WHERE id = \(division.id)")
  }

  private static func clear(_ id: ID<Division>, in write: Write) throws {
    try write.run("DELETE FROM incident_area_count WHERE division = \(id)")
    try write.run("DELETE FROM incident_area_outcome WHERE division = \(id)")
    try write.run("DELETE FROM incident_outcome_area WHERE division = \(id)")
    try write.run("DELETE FROM incident_code_fit WHERE division = \(id)")
    try write.run("DELETE FROM incident_division_snapshot WHERE division = \(id)")
    try write.run(
      """
      DELETE FROM incident_tally WHERE division = \(id) AND part IN \
        (SELECT part FROM incident_division_part WHERE division = \(id))
      """)
    try write.run("DELETE FROM incident_division_part WHERE division = \(id)")
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
    _ tally: DivisionTally, snapshot: Int64, to division: Division, in write: Write
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
    let key = [Value.int(division.id.rawValue), .int(snapshot)]
    let cells = tally.cells
    try keep(
      cells, in: "incident_area_outcome", ["category", "area", "outcome"], write
    ) { key + [$0.category.bound, $0.area.bound, $0.outcome.bound, $0.count.bound] }
    try keep(
      DivisionTally.withoutOutcomes(cells), in: "incident_area_count", ["category", "area"], write
    ) { key + [$0.category.bound, $0.area.bound, $0.count.bound] }
    try keep(
      DivisionTally.withoutCategories(cells), in: "incident_outcome_area", ["outcome", "area"],
      write
    ) { key + [$0.outcome.bound, $0.area.bound, $0.count.bound] }
    if let fit = tally.fit {
      try write.run(
        """
        INSERT INTO incident_code_fit (division, snapshot, inside, strange) \
        VALUES (\(division.id), \(snapshot), \(fit.inside), \(fit.strange))
        """)
    }
  }

  private static func keep(
    _ cells: [DivisionTally.Cell], in table: String, _ columns: [String], _ write: Write,
    _ values: (DivisionTally.Cell) -> [Value]
  ) throws {
    var cells = cells.makeIterator()
    try write.insert(
      into: table, columns: ["division", "snapshot"] + columns + ["count"]
    ) { cells.next().map(values) }
  }
}
