import HTTP
import Server
import Testing

@Suite("Serving")
struct ServingTests {
  @Test("answers with what the handler gives")
  func answers() throws {
    let server = try started { request in .text("Hello \(request.path.joined(separator: "|"))") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/a/b%20c")
    let answer = try #require(client.answer())
    #expect(answer.status == 200)
    #expect(answer.text == "Hello a|b c")
    client.get("/again")
    #expect(client.answer()?.text == "Hello again")
  }
}

/// A server on a free port, with short deadlines and no log.
func started(
  _ change: (inout ServerConfiguration) -> Void = { _ in }, kept: Kept = Kept(),
  handler: @escaping @Sendable (Request) throws -> Response
) throws -> Server {
  var configuration = ServerConfiguration()
  configuration.port = 0
  configuration.log = nil
  configuration.headSeconds = 5
  configuration.stopSeconds = 5
  change(&configuration)
  let server = Server(configuration: configuration, kept: kept, handler: handler)
  try server.start()
  return server
}
