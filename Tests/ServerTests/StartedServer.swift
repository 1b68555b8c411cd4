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
