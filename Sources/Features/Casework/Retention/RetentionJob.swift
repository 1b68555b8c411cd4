internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Once a day forgets words past their time; records it deletes none: somebody looks first.
enum RetentionJob {
  static let name = "casework.retention"

  static let job = JobKind<Services>(name: name, retries: 3) { run, services in
    let now = services.clock.now()
    let done = try Forgetting(services: services, now: now).run()
    try services.database.write { write in
      try run.complete(
        "\(done.letters) letters lost their address and words, \(done.answers) answers their words, "
          + "\(done.requests) data requests went",
        in: write)
      try services.jobs.enqueueDaily(name, in: write)
    }
  }
}
