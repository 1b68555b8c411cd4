internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Once a day forgets words past their time; records it deletes none: somebody looks first.
enum RetentionJob {
  static let name = "casework.retention"
  private static let seconds = 86_400.0

  static let job = JobKind<Services>(name: name, retries: 3) { run, services in
    let now = services.clock.now()
    let done = try Forgetting(services: services, now: now).run()
    try services.database.write { write in
      try run.complete(
        "\(done.letters) letters lost their address and words, \(done.answers) answers their words",
        in: write)
      try ask(services.jobs, at: now, in: write)
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
