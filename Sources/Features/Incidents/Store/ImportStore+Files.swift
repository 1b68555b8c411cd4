internal import Database
internal import Kernel

/// Files by their content: what makes a second import of the same files store nothing.
extension ImportStore {
  /// Notes a file of a run, and gives its id.
  func addFile(_ file: SourceFile, run: Int64) throws -> Int64 {
    try database.write { write in
      Int64(
        try write.count(
          """
          INSERT INTO incident_file (run, name, state, source_bytes) \
          VALUES (\(run), \(file.shortName), 'loading', \(file.bytes)) RETURNING id
          """))
    }
  }

  /// Notes the files of a run that are not read; the first thousand of them.
  func addIgnored(_ names: [String], run: Int64) throws {
    guard !names.isEmpty else { return }
    try database.write { write in
      for name in names.prefix(1000) {
        try write.run(
          "INSERT INTO incident_file (run, name, state) VALUES (\(run), \(name), 'ignored')")
      }
    }
  }

  /// Whether a file of this size was imported before, so that it is worth reading it for its hash
  /// before anything is written.
  func mayKnow(bytes: Int) throws -> Bool {
    try database.read { read in
      try read.count(
        """
        SELECT COUNT(*) FROM incident_file f JOIN incident_run r ON r.id = f.run \
        WHERE f.source_bytes = \(bytes) AND f.state = 'read' AND r.state = 'done'\(ofSource)
        """) > 0
    }
  }

  /// What a file with this content held, where one was imported before.
  func known(_ hash: [UInt8]) throws -> FileCounts? {
    try database.read { read in
      try read.first(
        """
        SELECT f.rows_read, f.stored, f.repeated, f.disagreements, f.unlocated, f.refused \
        FROM incident_file f JOIN incident_run r ON r.id = f.run \
        WHERE f.sha256 = \(hash) AND f.state = 'read' AND r.state = 'done'\(ofSource) \
        ORDER BY f.id LIMIT 1
        """
      ) { row in
        FileCounts(
          read: try row.int(), stored: try row.int(), repeated: try row.int(),
          disagreements: try row.int(), unlocated: try row.int(), refused: try row.int())
      }
    }
  }

  /// Runs of the same source by the same version of its mapping.
  private var ofSource: SQL {
    " AND r.source = \(source.key) AND COALESCE(r.mapping_version, 0) = \(source.version)"
  }

  /// Notes what a file held.
  func finish(file: Int64, state: String, hash: [UInt8], counts: FileCounts) throws {
    _ = try database.write { write in
      try write.run(
        """
        UPDATE incident_file SET state = \(state), sha256 = \(hash), rows_read = \(counts.read), \
          stored = \(counts.stored), repeated = \(counts.repeated), \
          disagreements = \(counts.disagreements), unlocated = \(counts.unlocated), \
          refused = \(counts.refused) \
        WHERE id = \(file)
        """)
    }
  }
}
