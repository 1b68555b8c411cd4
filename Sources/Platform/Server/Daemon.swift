import CMicrohttpd
import Glibc
import Kernel

/// A running libmicrohttpd, which calls back into an ``Engine`` from its I/O threads.
///
/// The library's context is an unretained pointer to the engine: this object keeps the engine alive
/// until ``stop()``, after which no callback comes any more. Each connection and each exchange is
/// retained by the library's own record of it and released by the callback that ends it.
@safe final class Daemon: @unchecked Sendable {
  // Sendable because `raw` never changes and the library's functions lock for themselves.
  private let raw: OpaquePointer
  private let engine: Engine
  private let listening = Guarded<Int32>(-1)

  /// Starts the library's threads on a listening socket, which it closes in the end.
  init(_ engine: Engine, socket: ListeningSocket) throws(ServerProblem) {
    let settings = engine.configuration
    var options = unsafe hamlet_daemon_options(
      listen_socket: socket.descriptor, threads: UInt32(settings.ioThreads),
      connections: UInt32(settings.connections), connection_memory: 64 * 1024,
      answer: receive, completed: complete, connection: changeConnection, target: begin,
      context: Unmanaged.passUnretained(engine).toOpaque())
    guard let raw = unsafe hamlet_start(&options) else {
      close(socket.descriptor)
      engine.end(within: 0)
      throw .cannotStart
    }
    unsafe self.raw = raw
    self.engine = engine
  }

  /// Accepts no more connections: they are refused from now on.
  ///
  /// The socket is closed only in ``stop()``, since the I/O threads may still look at it.
  func quiesce() {
    let descriptor = unsafe MHD_quiesce_daemon(raw)
    if descriptor >= 0 { shutdown(descriptor, Int32(SHUT_RDWR)) }
    listening.withLock { $0 = descriptor }
  }

  /// Closes what is open and ends the threads.
  ///
  /// To be called after ``quiesce()``, with no connection suspended.
  func stop() {
    unsafe MHD_stop_daemon(raw)
    listening.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
    }
  }
}

// The callbacks of the library. They are outside any type and capture nothing.

private func engine(_ context: UnsafeMutableRawPointer?) -> Engine? {
  unsafe context.map { unsafe Unmanaged<Engine>.fromOpaque($0).takeUnretainedValue() }
}

/// A connection was accepted, or is about to be closed.
private func changeConnection(
  context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, change: MHD_ConnectionNotificationCode
) {
  guard let engine = unsafe engine(context), let handle = unsafe handle, let slot = unsafe slot
  else { return }
  if change == .CONNECTION_NOTIFY_STARTED {
    let connection = Connection(
      descriptor: unsafe hamlet_socket(handle),
      peer: unsafe hamlet_client_address(handle).map { unsafe numericAddress($0) } ?? "",
      deadline: engine.moment(after: engine.configuration.headSeconds))
    engine.connections.add(connection)
    unsafe slot.pointee = Unmanaged.passRetained(connection).toOpaque()
  } else if let opaque = unsafe slot.pointee {
    unsafe slot.pointee = nil
    engine.connections.remove(
      unsafe Unmanaged<Connection>.fromOpaque(opaque).takeRetainedValue())
  }
}

/// The first line of a request has been read; what is returned is kept beside the request.
private func begin(
  context: UnsafeMutableRawPointer?, target: UnsafePointer<CChar>, handle: OpaquePointer
) -> UnsafeMutableRawPointer? {
  guard let opaque = unsafe hamlet_socket_context(handle) else { return nil }
  let bytes = unsafe UnsafeRawBufferPointer(start: target, count: strlen(target))
  let exchange = unsafe Exchange(
    target: Array(bytes),
    connection: Unmanaged<Connection>.fromOpaque(opaque).takeUnretainedValue(), handle: handle)
  return unsafe Unmanaged.passRetained(exchange).toOpaque()
}

/// The head is complete, a piece of the body is there, or the request has ended.
private func receive(
  context: UnsafeMutableRawPointer?, handle: OpaquePointer?, path: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, piece: UnsafePointer<CChar>?,
  size: UnsafeMutablePointer<Int>?, slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let engine = unsafe engine(context), let opaque = unsafe slot?.pointee,
    let size = unsafe size, let method = unsafe method, let version = unsafe version
  else { return .NO }
  let exchange = unsafe Unmanaged<Exchange>.fromOpaque(opaque).takeUnretainedValue()
  if exchange.step == .head {
    return engine.receiveHead(
      exchange, method: unsafe String(cString: method), version: unsafe String(cString: version))
  }
  let count = unsafe size.pointee
  guard count > 0 else { return engine.receiveEnd(exchange) }
  unsafe size.pointee = 0
  return unsafe engine.receivePiece(exchange, UnsafeRawBufferPointer(start: piece, count: count))
}

/// The answer has been sent, or never will be.
private func complete(
  context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
  guard let engine = unsafe engine(context), let slot = unsafe slot,
    let opaque = unsafe slot.pointee
  else { return }
  unsafe slot.pointee = nil
  engine.complete(
    unsafe Unmanaged<Exchange>.fromOpaque(opaque).takeRetainedValue(),
    isWhole: reason == .REQUEST_TERMINATED_COMPLETED_OK)
}
