import Kernel

/// A thread that closes the connections that are too slow.
///
/// The library's own timer starts again with every byte, so it never ends a client that sends one
/// byte a second.
final class Sweeper: Sendable {
  private let isStopping = Guarded(false)
  private let thread: JoinableThread

  init(_ engine: Engine) {
    let settings = engine.configuration
    let shortest = min(settings.headSeconds, settings.bodySeconds, settings.answerSeconds)
    let pause = min(1, shortest / 4)
    thread = JoinableThread { [isStopping] in
      while isStopping.wait(seconds: pause, { $0 ? true : nil }) == nil {
        let late = engine.connections.shutDownLate(now: monotonicNanoseconds())
        if late > 0 { engine.counters.withLock { $0.tooSlow += late } }
      }
    }
  }

  /// Ends the thread and waits for it.
  func stop() {
    isStopping.withLock { $0 = true }
    isStopping.broadcast()
    thread.join()
  }
}
