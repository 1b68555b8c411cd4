import Glibc
import Kernel

/// A thread that runs one piece of work to its end.
final class BackgroundThread: Sendable {
  private let thread: Guarded<pthread_t?>

  /// Starts the work.
  init(_ work: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Work(work))
    let result = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    if result != 0 { box.release() }
    self.thread = Guarded(result == 0 ? thread : nil)
  }

  /// Waits for the end of the work.
  func join() {
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    if let thread { pthread_join(thread, nil) }
  }
}

private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
