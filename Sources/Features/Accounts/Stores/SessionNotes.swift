import Database
package import Kernel
package import Partnership

/// Notes of when sessions were last used, gathered and written in the background.
///
/// No page waits for them or fails by them: what cannot be written is reported and let go of, and
/// the session is noted again a minute later. What was gathered when the process is killed, at
/// most a second's, is lost.
package final class SessionNotes: Sendable {
  private struct State: Sendable {
    var waiting: [ID<Session>: Instant] = [:]
    /// When each session was last gathered, for the minute in which it is not gathered again.
    var gathered: [ID<Session>: Instant] = [:]
    var stopping = false
    var thread: JoinableThread?
  }

  /// Seconds a note waits for others at most.
  private static let seconds = 1.0

  private let state = Guarded(State())

  /// Nothing gathered yet.
  package init() {}

  /// Gathers that a session was used; at most once a minute.
  package func add(_ session: ID<Session>, at now: Instant) {
    let isNew = state.withLock { state in
      if let last = state.gathered[session], now.since(last) < SessionRule.noteSeconds {
        return false
      }
      state.gathered = state.gathered.filter { now.since($0.value) < SessionRule.noteSeconds }
      state.gathered[session] = now
      state.waiting[session] = now
      return true
    }
    if isNew { state.signal() }
  }

  /// Starts the thread that writes what is gathered; call it once in a process that serves.
  package func start(_ services: Services, report: @escaping @Sendable (any Error) -> Void) {
    let thread = JoinableThread { [self] in
      while wait() {
        do { try flush(services) } catch { report(error) }
      }
    }
    state.withLock { $0.thread = thread }
  }

  /// Writes what is still gathered and ends the thread.
  package func stop() {
    let thread = state.withLock { state in
      state.stopping = true
      defer { state.thread = nil }
      return state.thread
    }
    state.broadcast()
    thread?.join()
  }

  /// Writes at once what is gathered, in one transaction.
  package func flush(_ services: Services) throws {
    let batch = state.withLock { state in
      defer { state.waiting = [:] }
      return state.waiting
    }
    guard !batch.isEmpty else { return }
    let sessions = Sessions(services)
    try services.database.write { write in
      for (session, seen) in batch.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        try sessions.touch(session, at: seen, in: write)
      }
    }
  }

  /// Waits until there is something to write; `false` once stopped and empty.
  private func wait() -> Bool {
    let first = state.wait { state -> Bool? in
      state.waiting.isEmpty ? (state.stopping ? false : nil) : true
    }
    guard first else { return false }
    _ = state.wait(seconds: Self.seconds) { $0.stopping ? () : nil }
    return true
  }
}
