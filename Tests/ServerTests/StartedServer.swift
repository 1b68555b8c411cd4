import Glibc
import HTTP
import Server

/// A server on a free port, with short deadlines and no log.
func started(
  _ change: (inout ServerConfiguration) -> Void = { _ in }, kept: Kept = Kept(),
  handler: @escaping @Sendable (Request) throws -> Response
) throws -> Server {
  var configuration = ServerConfiguration()
  configuration.port = 0
  configuration.log = nil
  configuration.stopSeconds = 5
  change(&configuration)
  let server = Server(configuration: configuration, kept: kept, handler: handler)
  try server.start()
  return server
}

/// Waits, blocking the thread.
func pause(_ seconds: Double) { usleep(UInt32(seconds * 1e6)) }

/// Whether something comes true within five seconds.
func eventually(_ condition: () -> Bool) -> Bool {
  let deadline = seconds() + 5
  while !condition() {
    guard seconds() < deadline else { return false }
    pause(0.01)
  }
  return true
}

/// Seconds of a clock that never goes back.
func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
