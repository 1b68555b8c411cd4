internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Makes the months of reports that the public is shown, once each is ready.
enum ReportMonthJob {
  static let name = "casework.report-months"

  static let job = JobKind<Services>(name: name, retries: 3) { run, services in
    let now = services.clock.now()
    try services.database.write { write in
      let made = try ReportMonthStore(areas: services.areas).make(at: now, in: write)
      try run.complete("\(made.count) months made", in: write)
      try services.jobs.enqueueDaily(name, in: write)
    }
  }
}
