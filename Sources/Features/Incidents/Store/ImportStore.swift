internal import Access
internal import Database
internal import Kernel
import Secrets

/// What an import writes before it is made visible, in short transactions.
struct ImportStore: Sendable {
  let database: Database
  let clock: Clock
  /// What refused rows are sealed with.
  let keyring: Keyring
  /// Whose files are imported.
  var source = SourceVersion.policeUK

  var refusals: RefusedRowStore { RefusedRowStore(keyring: keyring) }

  /// Begins a run; of a mapped source there is one at a time.
  func begin(_ options: ImportOptions) throws -> Int64 {
    let now = clock.now()
    return try database.write { write in
      if source != .policeUK { try checkIdle(write) }
      return Int64(
        try write.count(
          """
          INSERT INTO incident_run \
            (source, mapping_version, as_of, account, job, owner, started_at, seen_at, state) \
          VALUES (\(source.key), \(source.version), \(options.asOf), \(options.account), \(options.job), \
            \(ProcessOwner.current.text), \(now), \(now), 'running') RETURNING id
          """))
    }
  }

  private func checkIdle(_ write: Write) throws {
    let running = try write.count(
      "SELECT COUNT(*) FROM incident_run WHERE state = 'running' AND source = \(source.key)")
    guard running == 0 else { throw SourceBusy() }
  }

  /// Makes the snapshot of one force and month of a file, not yet visible to anyone.
  func addSnapshot(force: Int32, month: Month, file: Int64, run: Int64) throws -> Int64 {
    try database.write { write in
      Int64(
        try write.count(
          """
          INSERT INTO incident_snapshot (run, file, force, month, state) \
          VALUES (\(run), \(file), \(Int(force)), \(month), 'loading') RETURNING id
          """))
    }
  }

  /// Writes a batch of rows, after the dictionary entries they name.
  func write(_ batch: IncidentBatch, run: Int64) throws {
    try database.bulkWrite { write in
      try insertDictionaries(batch, in: write)
      var row = 0
      try write.insert(into: "incident", columns: IncidentBatch.columns) {
        guard row < batch.count else { return nil }
        defer { row += 1 }
        return batch.values(row)
      }
      try write.run("UPDATE incident_run SET seen_at = \(clock.now()) WHERE id = \(run)")
      FaultPoint.reach("incidents.batch")
    }
  }

  private func insertDictionaries(_ batch: IncidentBatch, in write: Write) throws {
    var lsoas = batch.newLSOAs.makeIterator()
    if !batch.newLSOAs.isEmpty {
      try write.insert(into: "incident_lsoa", columns: ["id", "code", "name"]) {
        lsoas.next().map { [.int($0.id), .text($0.code), .text($0.name)] }
      }
    }
    var places = batch.newPlaces.makeIterator()
    if !batch.newPlaces.isEmpty {
      let columns = ["id", "longitude", "latitude", "street", "lsoa"]
      try write.insert(into: "incident_place", columns: columns) {
        places.next().map { place in
          [
            .int(place.id), place.coordinate.map { Int($0.longitude) }.bound,
            place.coordinate.map { Int($0.latitude) }.bound, .text(place.street),
            place.lsoa.bound,
          ]
        }
      }
    }
  }

  /// Writes the cube of a snapshot: its cells in order, and where each category's lie.
  func write(_ cube: [CubeCell], of load: SnapshotCounts) throws {
    let first = load.snapshot << 24
    try database.bulkWrite { write in
      var index = 0
      try write.insert(into: "incident_cell", columns: ["id", "lsoa", "count"]) {
        guard index < cube.count else { return nil }
        defer { index += 1 }
        return [.int(first + Int64(index)), .int(cube[index].lsoa), cube[index].count.bound]
      }
      for total in CubeTotal.totals(of: cube) {
        try write.run(
          """
          INSERT INTO incident_total \
            (snapshot, category, count, unlocated, first_cell, last_cell) \
          VALUES (\(load.snapshot), \(total.category), \(total.count), \(total.unlocated), \
            \(first + Int64(total.cells.lowerBound)), \(first + Int64(total.cells.upperBound)))
          """)
      }
      var outcomes = load.outcomes.makeIterator()
      try write.insert(
        into: "incident_outcome_total",
        columns: ["snapshot", "category", "outcome", "count", "unlocated"]
      ) {
        outcomes.next().map {
          [
            .int(load.snapshot), .int($0.category), .int($0.outcome), $0.count.bound,
            $0.unlocated.bound,
          ]
        }
      }
      try write.run(
        """
        UPDATE incident_snapshot SET stored = \(load.stored), repeated = \(load.repeated), \
          disagreements = \(load.disagreements), unlocated = \(load.unlocated) \
        WHERE id = \(load.snapshot)
        """)
      try QualityCounting.keep(load.snapshot, in: write)
    }
  }
}

/// Files of a source are being imported already.
struct SourceBusy: Problem {
  var message: String {
    "Files of this source are being imported. Try again when that import is done."
  }
  var status: Int { 409 }
}

/// What is kept of a snapshot beside its rows.
struct SnapshotCounts: Sendable {
  let snapshot: Int64
  let stored: Int
  let repeated: Int
  let disagreements: Int
  let unlocated: Int
  let outcomes: [OutcomeCount]

  init(_ load: MonthLoad) {
    snapshot = load.snapshot
    stored = load.stored
    repeated = load.repeated
    disagreements = load.disagreements
    unlocated = load.unlocated
    outcomes = load.outcomeCounts
  }
}
