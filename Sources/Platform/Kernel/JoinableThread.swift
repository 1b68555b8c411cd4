import Glibc

/// A thread of the operating system, for work that blocks.
public struct JoinableThread: Sendable {
  private let thread: pthread_t

  /// Starts a thread.
  ///
  /// A machine that cannot give one more thread stops the program: nothing could be served.
  ///
  /// - Parameters:
  ///   - isPatient: whether the thread gives way to all others where they want the processor too.
  ///   - body: what it does.
  public init(isPatient: Bool = false, _ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let start = Unmanaged.passRetained(
      Start {
        // On Linux a nice value is a thread's own; 0 is the thread that asks.
        if isPatient { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10) }
        body()
      })
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, start.toOpaque())
    precondition(code == 0, "no thread could be started")
    self.thread = thread
  }

  /// Waits for its end; to be called once, unless it is left to itself.
  public func join() { pthread_join(thread, nil) }

  /// Leaves it to itself: nobody will wait for its end.
  public func detach() { pthread_detach(thread) }

  /// Runs `body` on several threads at once, each with its number from 0, and waits for them all.
  public static func concurrently(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let threads = (0..<count).map { number in JoinableThread { body(number) } }
    for thread in threads { thread.join() }
  }
}

private final class Start: Sendable {
  let body: @Sendable () -> Void
  init(body: @escaping @Sendable () -> Void) { self.body = body }
}
