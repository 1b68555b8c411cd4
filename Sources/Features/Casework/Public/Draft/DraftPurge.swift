internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Deletes drafts past their time, once a day for as long as there are any.
enum DraftPurge {
  static let name = "casework.purge"

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
      if left > 0 { try services.jobs.enqueueDaily(name, in: write) }
    }
  }
}
