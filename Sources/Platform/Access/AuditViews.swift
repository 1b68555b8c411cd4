public import Database
import Kernel

/// Views of records, gathered for at most a second and recorded together.
///
/// One transaction takes one turn at the chain's head for the whole batch. What was gathered when
/// the process is killed, at most a second of views, is lost; an orderly ``stop()`` records it.
public final class AuditViews: Sendable {
  private struct State: Sendable {
    var waiting: [AuditEvent] = []
    var stopping = false
    var thread: JoinableThread?
  }

  /// Seconds a view waits at most.
  static let seconds = 1.0
  /// Views that are recorded without waiting for the second to pass.
  static let batch = 500
  /// Views that may wait while the database does not answer.
  static let limit = 20_000

  private let state = Guarded(State())

  init() {}

  /// Starts a thread that records what is gathered; call it once in a process that serves.
  public func start(_ audit: Audit, _ database: Database) {
    let thread = JoinableThread { [self] in
      while wait() {
        do { try flush(audit, database) } catch { if pauseOrStop() { return } }
      }
    }
    state.withLock { $0.thread = thread }
  }

  /// Records what is still gathered and ends the thread.
  public func stop() {
    let thread = state.withLock { state in
      state.stopping = true
      defer { state.thread = nil }
      return state.thread
    }
    state.broadcast()
    thread?.join()
  }

  /// Records at once what is gathered; what cannot be recorded stays gathered.
  public func flush(_ audit: Audit, _ database: Database) throws {
    let batch = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    guard !batch.isEmpty else { return }
    do {
      try database.write { write in try audit.record(batch, in: write) }
    } catch {
      state.withLock { $0.waiting = batch + $0.waiting }
      throw error
    }
  }

  func add(_ event: AuditEvent) throws(AuditProblem) {
    let room = state.withLock { state in
      guard state.waiting.count < Self.limit else { return false }
      state.waiting.append(event)
      return true
    }
    guard room else { throw .behind }
    state.signal()
  }

  /// Waits a second after a failure; whether the thread is to end, leaving what it could not record.
  private func pauseOrStop() -> Bool {
    state.wait(seconds: Self.seconds) { $0.stopping ? () : nil } != nil
  }

  /// Waits until there is a batch to record; `false` once stopped and empty.
  private func wait() -> Bool {
    let first = state.wait { state -> Bool? in
      state.waiting.isEmpty ? (state.stopping ? false : nil) : true
    }
    guard first else { return false }
    _ = state.wait(seconds: Self.seconds) { state -> Void? in
      state.stopping || state.waiting.count >= Self.batch ? () : nil
    }
    return true
  }
}
