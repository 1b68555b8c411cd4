internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Makes the months of reports that the public is shown, once each is ready.
enum ReportMonthJob {
  static let name = "casework.report-months"
  private static let seconds = 86_400.0

  static let job = JobKind<Services>(name: name, retries: 3) { run, services in
    let now = services.clock.now()
    try services.database.write { write in
      let made = try ReportMonthStore(areas: services.areas).make(at: now, in: write)
      try run.complete("\(made.count) months made", in: write)
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
