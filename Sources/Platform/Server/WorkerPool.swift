import Glibc
import Kernel

/// A fixed number of threads that run work from a bounded queue, in order.
final class WorkerPool: Sendable {
  private struct State {
    var queue: [@Sendable () -> Void] = []
    var next = 0
    var isClosed = false
    var threads = 0
    var waiting: Int { queue.count - next }
  }

  private let state = Guarded(State())
  private let limit: Int

  /// Starts the threads.
  init(threads: Int, queue limit: Int) {
    self.limit = limit
    for _ in 0..<threads {
      state.withLock { $0.threads += 1 }
      let started = startThread { [self] in
        work()
        state.withLock { $0.threads -= 1 }
        state.broadcast()
      }
      if !started { state.withLock { $0.threads -= 1 } }
    }
  }

  /// How many wait to be begun.
  var waiting: Int { state.withLock { $0.waiting } }

  /// Takes work on, unless the queue is full or closed.
  func run(_ work: @escaping @Sendable () -> Void) -> Bool {
    let isTaken = state.withLock { state in
      guard !state.isClosed, state.threads > 0, state.waiting < limit else { return false }
      state.queue.append(work)
      return true
    }
    if isTaken { state.signal() }
    return isTaken
  }

  /// Takes nothing more; waits at most `seconds` for the threads to finish what they have.
  func close(seconds: Double) {
    state.withLock { $0.isClosed = true }
    state.broadcast()
    _ = state.wait(seconds: seconds) { $0.threads == 0 ? true : nil }
  }

  private func work() {
    while let work = next() { work() }
  }

  private func next() -> (@Sendable () -> Void)? {
    state.wait { state -> (@Sendable () -> Void)?? in
      guard state.waiting > 0 else { return state.isClosed ? .some(nil) : nil }
      let work = state.queue[state.next]
      state.next += 1
      if state.next == state.queue.count || state.next > 256 {
        state.queue.removeFirst(state.next)
        state.next = 0
      }
      return work
    }
  }
}
