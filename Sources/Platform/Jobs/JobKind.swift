/// Tag of ids of jobs.
public enum Job {}

/// One kind of work done in the background, such as reading an uploaded file.
///
///     JobKind<Services>(name: "incidents.import") { run, services in
///       …
///       run.progress(done: rows, total: expected, note: "Reading 2023-01")
///       try services.database.bulkWrite { write in
///         …
///         try run.complete("1,041 rows stored", in: write)
///       }
///     }
///
/// Work of more than a few seconds calls ``JobRun/checkStopping()`` now and then, or the program
/// cannot end before it does. A kind may be run again from the start: after a crash, and where ``retries`` says so. Either the
/// work is the same when done twice, or it ends with ``JobRun/complete(_:in:)`` in the transaction
/// that holds its effect.
public struct JobKind<Context: Sendable>: Sendable {
  /// Its name, kept with each job: `feature.verb`.
  public let name: String
  /// How often it is tried again after an error, with growing pauses; 0 where an error is final.
  public let retries: Int
  /// Does the work; whatever it throws becomes the job's failure.
  public let run: @Sendable (JobRun, Context) throws -> Void

  /// A kind of work.
  public init(
    name: String, retries: Int = 0, run: @escaping @Sendable (JobRun, Context) throws -> Void
  ) {
    self.name = name
    self.retries = retries
    self.run = run
  }
}
