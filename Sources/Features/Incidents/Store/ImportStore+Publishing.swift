internal import Commands
internal import Database
internal import Jobs
internal import Kernel

/// The last transaction of a run, and the clearing away of runs that never reached it.
extension ImportStore {
  /// How many rows one transaction deletes.
  private static let deletedAtOnce: Int64 = 20_000

  /// Makes every snapshot of the run current in one transaction and supersedes those before, save
  /// those that are set aside.
  ///
  /// Where two files of the run hold the same force and month, the later one is current. `last` is
  /// what else belongs to the same transaction. The result has how many snapshots gave way, and
  /// which months were set aside.
  func publish(
    run: Int64, counts: ImportCounts, refused: [RefusedRow],
    _ last: (Write, ImportCounts) throws -> Void
  ) throws -> ImportCounts {
    FaultPoint.reach("incidents.publish")
    let counts = try database.write { write in
      var counts = counts
      counts.setAside = try setAside(run: run, in: write)
      counts.replaced = try write.run(
        """
        UPDATE incident_snapshot SET state = 'superseded' WHERE state = 'current' AND EXISTS \
          (SELECT 1 FROM incident_snapshot n WHERE n.run = \(run) AND n.state = 'loading' \
            AND n.force = incident_snapshot.force AND n.month = incident_snapshot.month)
        """)
      counts.replaced += try write.run(
        """
        UPDATE incident_snapshot SET state = 'superseded' \
        WHERE run = \(run) AND state = 'loading' AND EXISTS \
          (SELECT 1 FROM incident_snapshot n WHERE n.run = \(run) AND n.state = 'loading' \
            AND n.force = incident_snapshot.force AND n.month = incident_snapshot.month \
            AND n.id > incident_snapshot.id)
        """)
      try write.run(
        "UPDATE incident_snapshot SET state = 'current' WHERE run = \(run) AND state = 'loading'")
      try refusals.insert(refused, run: run, in: write)
      try finish(
        run: run, state: "done", message: counts.setAsideWords, counts, in: write)
      try last(write, counts)
      FaultPoint.reach("incidents.published")
      return counts
    }
    FaultPoint.reach("incidents.acknowledge")
    return counts
  }

  /// Clears away what a run has written and notes why it came to nothing.
  func abandon(run: Int64, because error: any Error, refused: [RefusedRow]) throws {
    let message =
      error is JobStopped
      ? "The program stopped; the import begins again when it runs."
      : (error as? any Problem)?.message
    try abandon(
      run: run, state: error is InputRefused ? "refused" : "failed",
      message: message ?? "Something went wrong. Nothing was stored.", refused: refused)
  }

  private func abandon(run: Int64, state: String, message: String, refused: [RefusedRow] = [])
    throws
  {
    try clear(run: run)
    try database.write { write in
      try refusals.insert(refused, run: run, in: write)
      try finish(run: run, state: state, message: message, ImportCounts(), in: write)
    }
  }

  /// Clears away the runs of processes that have ended.
  func sweep() throws {
    let now = clock.now()
    let running = try database.read { read in
      try read.all(
        "SELECT id, owner, seen_at FROM incident_run WHERE state = 'running' ORDER BY id LIMIT 1000"
      ) { row in
        (
          id: try row.int(), owner: try row.text(), seen: try row.parsed(Instant.self)
        )
      }
    }
    for run in running {
      let isGone = ProcessOwner(run.owner)?.isGone(lastSeen: run.seen, now: now) ?? true
      guard isGone else { continue }
      try abandon(
        run: Int64(run.id), state: "failed",
        message: "The program ended before the import did. Nothing of it was kept.")
    }
  }

  /// Deletes the rows, the cube and the snapshots of a file whose content turned out to be known.
  func clear(file: Int64) throws {
    try clear(
      snapshots: "SELECT id FROM incident_snapshot WHERE file = \(file) AND state = 'loading'")
    try clear(parts: "SELECT id FROM incident_part WHERE file = \(file) AND state = 'loading'")
  }

  private func clear(run: Int64) throws {
    try clear(
      snapshots: "SELECT id FROM incident_snapshot WHERE run = \(run) AND state = 'loading'")
    try clear(parts: "SELECT id FROM incident_part WHERE run = \(run) AND state = 'loading'")
    _ = try database.write { write in
      try write.run("DELETE FROM incident_file WHERE run = \(run) AND state <> 'ignored'")
    }
  }

  private func clear(snapshots sql: SQL) throws {
    let snapshots = try database.read { read in try read.all(sql) { row in Int64(try row.int()) } }
    for snapshot in snapshots {
      try clear(snapshot: snapshot)
      try database.write { write in
        try write.run("DELETE FROM incident_total WHERE snapshot = \(snapshot)")
        try write.run("DELETE FROM incident_outcome_total WHERE snapshot = \(snapshot)")
        try QualityCounting.forget(snapshot, in: write)
        try write.run("DELETE FROM incident_snapshot WHERE id = \(snapshot)")
      }
    }
  }

  private func clear(snapshot: Int64) throws {
    let range = try clear(rows: "incident", of: snapshot)
    _ = try database.write { write in
      try write.run(
        """
        DELETE FROM incident_cell WHERE id >= \(range.lowerBound) AND id < \(range.upperBound)
        """)
    }
  }

  /// Deletes the rows of a snapshot or part, which lie together; where they lay.
  func clear(rows table: SQL, of owner: Int64) throws -> Range<Int64> {
    let range = owner << 24..<(owner + 1) << 24
    var first = range.lowerBound
    let last = try database.read { read in
      Int64(
        try read.count(
          """
          SELECT MAX(id) FROM \(table) WHERE id >= \(range.lowerBound) AND id < \(range.upperBound)
          """))
    }
    while first <= last {
      let next = min(first + Self.deletedAtOnce, range.upperBound)
      _ = try database.write { write in
        try write.run("DELETE FROM \(table) WHERE id >= \(first) AND id < \(next)")
      }
      first = next
    }
    return range
  }

  func finish(
    run: Int64, state: String, message: String, _ counts: ImportCounts,
    in write: Write
  ) throws {
    try write.run(
      """
      UPDATE incident_run SET state = \(state), message = \(message), \
        finished_at = \(clock.now()), files = \(counts.files), rows_read = \(counts.read), \
        stored = \(counts.stored), already_known = \(counts.alreadyKnown), \
        repeated = \(counts.repeated), disagreements = \(counts.disagreements), \
        unlocated = \(counts.unlocated), refused = \(counts.refused), \
        ignored = \(counts.ignored), replaced = \(counts.replaced) \
      WHERE id = \(run)
      """)
  }
}
