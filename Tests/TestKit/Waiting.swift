import Glibc

/// Waits, blocking the thread.
public func pause(_ seconds: Double) { usleep(UInt32(seconds * 1e6)) }

/// Whether something comes true within some seconds, or as many times as long as
/// `HAMLET_TEST_PATIENCE` says: a sanitiser is slow.
public func eventually(within limit: Double = 60, _ condition: () throws -> Bool) rethrows -> Bool {
  let deadline = seconds() + limit * patience
  while try !condition() {
    guard seconds() < deadline else { return false }
    pause(0.01)
  }
  return true
}

private let patience = getenv("HAMLET_TEST_PATIENCE").flatMap { Double(String(cString: $0)) } ?? 1

/// Seconds of a clock that never goes back.
public func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
