import Database
import Kernel

/// A job this process has taken, until its lease runs out.
struct JobClaim: Sendable {
  let id: ID<Job>
  let kind: String
  let payload: String
  let askedBy: Int64?
  let attempts: Int
  let errors: Int
  let holder: String
}

extension JobQueue {
  /// How long a job stays with a process that no longer renews its claim.
  static let leaseSeconds = 30.0
  /// How often a job is taken up when the process died each time.
  static let mostCrashes = 3

  /// Whether a job of these kinds could be taken up now.
  func hasWork(_ kinds: [String]) throws -> Bool {
    let now = clock.now()
    return try database.read { read in
      try read.count(
        """
        SELECT 1 FROM job WHERE state IN ('waiting', 'running') AND due_at <= \(now)
        AND kind IN (\(list: kinds)) LIMIT 1
        """) > 0
    }
  }

  /// Takes the job that has waited longest; `nil` where there is none or another was quicker.
  func claim(_ kinds: [String]) throws -> JobClaim? {
    let now = clock.now()
    let holder = String(UInt64.random(in: .min ... .max), radix: 36)
    return try database.write { write in
      try write.first(
        """
        UPDATE job SET state = 'running', holder = \(holder), attempts = attempts + 1,
          due_at = \(now.adding(seconds: Self.leaseSeconds))
        WHERE id = (
          SELECT id FROM job WHERE state IN ('waiting', 'running') AND due_at <= \(now)
          AND kind IN (\(list: kinds)) ORDER BY due_at, id LIMIT 1)
        AND state IN ('waiting', 'running') AND due_at <= \(now)
        RETURNING id, kind, payload, asked_by, attempts, errors
        """
      ) { row in
        JobClaim(
          id: try row.id(), kind: try row.text(), payload: try row.text(),
          askedBy: try row.optionalInt().map(Int64.init), attempts: try row.int(),
          errors: try row.int(), holder: holder)
      }
    }
  }

  /// Keeps the claim and writes the progress; false where the job is no longer this process's.
  func renew(_ run: JobRun) throws -> Bool {
    let progress = live.progress(of: run.id) ?? LiveProgress.Progress()
    let until = clock.now().adding(seconds: Self.leaseSeconds)
    return try database.write { write in
      try write.run(
        """
        UPDATE job SET due_at = \(until), done = \(progress.done), total = \(progress.total),
          note = \(progress.note)
        WHERE id = \(run.id) AND holder = \(run.holder)
        """) > 0
    }
  }

  func finish(_ run: JobRun, result: String?, in write: Write) throws {
    let progress = live.progress(of: run.id) ?? LiveProgress.Progress()
    try write.update(
      """
      UPDATE job SET state = 'done', holder = NULL, result = \(result),
        done = \(progress.done), total = \(progress.total), note = \(progress.note),
        finished_at = \(clock.now())
      WHERE id = \(run.id) AND holder = \(run.holder)
      """)
  }

  func fail(_ run: JobRun, because message: String, in write: Write) throws {
    try write.update(
      """
      UPDATE job SET state = 'failed', holder = NULL, failure = \(message),
        finished_at = \(clock.now())
      WHERE id = \(run.id) AND holder = \(run.holder)
      """)
  }

  /// Lets the job wait for another try; an error counts, an orderly stop does not.
  func postpone(_ run: JobRun, seconds: Double, errors: Int, in write: Write) throws {
    try write.update(
      """
      UPDATE job SET state = 'waiting', holder = NULL, errors = errors + \(errors),
        attempts = attempts - \(errors == 0 ? 1 : 0),
        due_at = \(clock.now().adding(seconds: seconds))
      WHERE id = \(run.id) AND holder = \(run.holder)
      """)
  }
}
