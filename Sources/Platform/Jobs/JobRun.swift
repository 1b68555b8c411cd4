public import Database
public import Kernel

/// One job being done, as the work sees it.
public final class JobRun: Sendable {
  /// The job.
  public let id: ID<Job>
  /// What it was given.
  public let payload: String
  /// The account that asked for it.
  public let askedBy: Int64?
  /// 1 for the first time it was taken up.
  public let attempt: Int

  let kind: String
  let errors: Int
  let holder: String
  private let queue: JobQueue
  private let state = Guarded(State())

  private struct State {
    var isStopping = false
    var isCompleted = false
    var result: String?
  }

  init(_ claim: JobClaim, queue: JobQueue) {
    id = claim.id
    payload = claim.payload
    askedBy = claim.askedBy
    attempt = claim.attempts
    kind = claim.kind
    errors = claim.errors
    holder = claim.holder
    self.queue = queue
    queue.live.set(id, LiveProgress.Progress())
  }

  /// Tells how far the work is; cheap, never waits, and may be called inside a transaction.
  ///
  /// - Parameters:
  ///   - done: how much is done.
  ///   - total: how much there is to do, in the same unit; 0 where that is not known.
  ///   - note: what is being done, in words, without personal data.
  public func progress(done: Int, total: Int, note: String = "") {
    queue.live.set(id, LiveProgress.Progress(done: done, total: total, note: note))
  }

  /// Whether the work should stop soon: the program is ending, or another process took the job up.
  public var isStopping: Bool { state.withLock { $0.isStopping } }

  /// Throws ``JobStopped`` where the work should stop; call it where stopping is safe.
  public func checkStopping() throws(JobStopped) { if isStopping { throw JobStopped() } }

  /// Keeps what came of the work, to be written when it ends.
  public func record(_ result: String) { state.withLock { $0.result = result } }

  /// Marks the job done in the transaction that holds its effect: both are kept, or neither.
  ///
  /// - Throws: ``DatabaseError/stale`` where another process took the job up meanwhile.
  public func complete(_ result: String, in write: Write) throws {
    record(result)
    try queue.finish(self, result: result, in: write)
    state.withLock { $0.isCompleted = true }
  }

  var isCompleted: Bool { state.withLock { $0.isCompleted } }
  var result: String? { state.withLock { $0.result } }
  func stop() { state.withLock { $0.isStopping = true } }
}

/// Thrown by work that was asked to stop; it is taken up again later, from the start.
public struct JobStopped: Error {
  /// A stop on request.
  public init() {}
}
