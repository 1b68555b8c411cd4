import Kernel

/// A thread that closes the connections that are too slow.
///
/// The library's own timer starts again with every byte, so it never ends a client that sends one
/// byte a second.
final class Sweeper: Sendable {
  private let state = Guarded((isStopping: false, isDone: false))

  init(_ engine: Engine) {
    let settings = engine.configuration
    let shortest = min(settings.headSeconds, settings.bodySeconds, settings.answerSeconds)
    let pause = min(1, shortest / 4)
    let isStarted = startThread { [self] in
      while state.wait(seconds: pause, { $0.isStopping ? true : nil }) == nil {
        let late = engine.connections.shutDownLate(now: monotonicNanoseconds())
        if late > 0 { engine.counters.withLock { $0.tooSlow += late } }
      }
      state.withLock { $0.isDone = true }
      state.broadcast()
    }
    if !isStarted { state.withLock { $0.isDone = true } }
  }

  /// Ends the thread and waits for it.
  func stop() {
    state.withLock { $0.isStopping = true }
    state.broadcast()
    _ = state.wait { $0.isDone ? true : nil }
  }
}
