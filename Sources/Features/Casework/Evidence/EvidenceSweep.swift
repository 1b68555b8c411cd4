internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Takes away what belongs to nothing: files of drafts that ended, uploads that never came whole,
/// and files without a row, which a crash leaves.
enum EvidenceSweep {
  static let name = "evidence.sweep"
  private static let seconds = 86_400.0
  private static let batch = 500

  static let job = JobKind<Services>(name: name, retries: 3) { run, services in
    let now = services.clock.now()
    let count = try sweep(services, at: now)
    try services.database.write { write in
      try run.complete("\(count) files that belonged to nothing were taken away", in: write)
      try services.jobs.enqueueDaily(name, in: write)
    }
  }

  /// Takes away what is there; how many files.
  static func sweep(_ services: Services, at now: Instant) throws -> Int {
    let vault = EvidenceVault(services.settings)
    let old = now.adding(seconds: -seconds)
    var count = 0
    while case let names = try services.database.write({ try rows(before: old, in: $0) }),
      !names.isEmpty
    {
      for name in names { vault.remove(name) }
      count += names.count
    }
    for name in vault.names(before: old) {
      let rows = try services.database.read { read in
        try read.count("SELECT COUNT(*) FROM evidence WHERE name = \(name)")
      }
      guard rows == 0 else { continue }
      vault.remove(name)
      count += 1
    }
    return count
  }

  /// Deletes the rows of some files that belong to nothing; their names.
  private static func rows(before old: Instant, in write: Write) throws -> [String] {
    try write.all(
      """
      DELETE FROM evidence WHERE id IN (
        SELECT e.id FROM evidence e
        WHERE (e.draft IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM report_draft d WHERE d.id = e.draft AND d.report IS NULL))
          OR (e.state = \(EvidenceState.arriving) AND e.added_at < \(old))
        LIMIT \(batch))
      RETURNING name
      """
    ) { row in try row.text() }
  }
}
