internal import Kernel

/// A thread that writes while another reads ahead, a few pieces of work at a time.
///
/// Work is done in the order in which it comes. After a failure nothing more is done, and every
/// later call throws that failure.
final class WriteLine: Sendable {
  private static let mostWaiting = 3

  typealias Work = @Sendable () throws -> Void

  private struct State {
    var waiting: [Work] = []
    var isBusy = false
    var isClosed = false
    var failure: (any Error)?
    var thread: JoinableThread?
  }

  private let state = Guarded(State())

  /// Starts the thread; ``close()`` must be called.
  init() {
    let thread = JoinableThread { [self] in while let work = next() { run(work) } }
    state.withLock { $0.thread = thread }
  }

  /// Hands over a piece of work; waits while too much is waiting.
  func add(_ work: @escaping Work) throws {
    try check(
      state.wait { state in
        if let failure = state.failure { return .some(.some(failure)) }
        guard state.waiting.count < Self.mostWaiting else { return nil }
        state.waiting.append(work)
        return .some(.none)
      })
    state.broadcast()
  }

  /// Waits until everything handed over is done.
  func drain() throws {
    try check(
      state.wait { state in
        if let failure = state.failure { return .some(.some(failure)) }
        return state.waiting.isEmpty && !state.isBusy ? .some(.none) : nil
      })
  }

  /// Lets the thread end once its present work is done, and waits for that; may be called again.
  func close() {
    let thread = state.withLock { state in
      state.waiting = []
      state.isClosed = true
      defer { state.thread = nil }
      return state.thread
    }
    state.broadcast()
    thread?.join()
  }

  private func check(_ failure: (any Error)?) throws {
    if let failure { throw failure }
  }

  private func next() -> Work? {
    let work: Work?? = state.wait { state in
      if !state.waiting.isEmpty, state.failure == nil {
        state.isBusy = true
        return .some(.some(state.waiting.removeFirst()))
      }
      return state.isClosed ? .some(.none) : nil
    }
    state.broadcast()
    return work ?? nil
  }

  private func run(_ work: Work) {
    var failure: (any Error)?
    do { try work() } catch { failure = error }
    state.withLock { state in
      state.isBusy = false
      if let failure { state.failure = failure }
    }
    state.broadcast()
  }
}
