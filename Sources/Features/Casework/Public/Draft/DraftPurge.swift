internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Deletes drafts past their time, once a day for as long as there are any.
enum DraftPurge {
  static let name = "casework.purge"
  private static let seconds = 86_400.0

  static let job = JobKind<Services>(name: name, retries: 3) { run, services in
    let now = services.clock.now()
    defer { _ = try? EvidenceSweep.sweep(services, at: now) }
    try services.database.write { write in
      let count = try DraftStore.purge(at: now, in: write)
      let left = try write.count(
        """
        SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM report_draft LIMIT 1) drafts)
          + (SELECT COUNT(*) FROM (SELECT 1 FROM contact_proof LIMIT 1) proofs)
        """)
      try run.complete("\(count) drafts past their time were deleted", in: write)
      if left > 0 { try ask(services.jobs, at: now, in: write) }
    }
  }

  /// Asks for the next run, unless one waits already.
  static func schedule(_ jobs: JobQueue, at now: Instant, in write: Write) throws {
    let last = try jobs.newest([name], limit: 1, in: write).first
    if last?.state != .waiting { try ask(jobs, at: now, in: write) }
  }

  private static func ask(_ jobs: JobQueue, at now: Instant, in write: Write) throws {
    try jobs.enqueue(name, payload: "", due: now.adding(seconds: seconds), in: write)
  }
}
