import HTTP

/// One request and its answer, from the request's first line until the answer is sent.
///
/// Libmicrohttpd holds one share of it from the first line until it says that the request is
/// completed. `@unchecked Sendable` by hand-over: only the I/O thread of its connection touches it,
/// except between ``Engine/handOver(_:)`` and the resumption of the connection, when only the one
/// that took it out of `Engine.handed` does.
@safe final class Exchange: @unchecked Sendable {
  /// How far it has come.
  enum Step {
    case head
    case body
    case handed
    case answered
  }

  /// The address as it was sent.
  let target: [UInt8]
  let connection: Connection
  /// The library's name of the request's connection.
  let handle: OpaquePointer
  var step = Step.head
  var request = Request()
  var body: FormBody?
  /// Why the body is not read any more.
  var refused: Int?
  var received = 0
  var answer: Outgoing?
  var started: UInt64 = 0

  init(target: [UInt8], connection: Connection, handle: OpaquePointer) {
    self.target = target
    self.connection = connection
    unsafe self.handle = handle
  }

  deinit { body?.discard() }
}
