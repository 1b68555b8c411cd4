import Glibc
import Kernel

/// A fixed number of threads that run work from a bounded queue, in order.
final class WorkerPool: Sendable {
  private struct State {
    var queue: [@Sendable () -> Void] = []
    var next = 0
    var isClosed = false
    var running = 0
    var threads: [JoinableThread] = []
    var waiting: Int { queue.count - next }
  }

  private let state = Guarded(State())
  private let limit: Int

  /// Starts the threads; patient ones give way to all others.
  init(threads: Int, queue limit: Int, isPatient: Bool = false) {
    self.limit = limit
    let started = (0..<threads).map { _ in
      JoinableThread(isPatient: isPatient) { [self] in work() }
    }
    state.withLock { state in
      state.threads = started
      state.running += threads
    }
  }

  /// How many wait to be begun.
  var waiting: Int { state.withLock { $0.waiting } }

  /// Takes work on, unless the queue is full or closed.
  func run(_ work: @escaping @Sendable () -> Void) -> Bool {
    let isTaken = state.withLock { state in
      guard !state.isClosed, state.waiting < limit else { return false }
      state.queue.append(work)
      return true
    }
    if isTaken { state.signal() }
    return isTaken
  }

  /// Takes nothing more and forgets what has not been begun.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.queue = []
      state.next = 0
    }
    state.broadcast()
  }

  /// Waits for the threads of a closed pool; those that take longer than `seconds` run on unheard.
  func join(seconds: Double) {
    let isEnded = state.wait(seconds: seconds) { $0.running == 0 ? true : nil } ?? false
    let threads = state.withLock { state in
      defer { state.threads = [] }
      return state.threads
    }
    for thread in threads { if isEnded { thread.join() } else { thread.detach() } }
  }

  private func work() {
    while let work = next() { work() }
    state.withLock { $0.running -= 1 }
    state.broadcast()
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
