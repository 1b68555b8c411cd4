import Glibc

/// Waiting for the signal that asks the program to stop.
public enum Termination {
  /// Blocks SIGTERM and SIGINT and ignores SIGPIPE; to be called before any thread is started,
  /// since threads inherit it.
  public static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    var signals = Self.signals
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits for SIGTERM or SIGINT and gives its number.
  public static func wait() -> Int32 {
    var signals = Self.signals
    var received: Int32 = 0
    while unsafe sigwait(&signals, &received) != 0 {}
    return received
  }

  private static var signals: sigset_t {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe sigaddset(&signals, SIGINT)
    return signals
  }
}
