public import HTTP
import Kernel

/// An HTTP/1.1 server: reads requests strictly, runs a handler on a worker thread, sends its answer.
///
///     let server = Server(configuration: configuration) { request in .text("Hello") }
///     try server.start()
///     _ = Termination.wait()
///     server.stop()
///
/// Clients that are slow or silent hold no thread; what takes too long is closed. TLS and HTTP/2
/// are a proxy's work.
public final class Server: Sendable {
  private struct Running {
    let engine: Engine
    let daemon: Daemon
    let port: UInt16
    let sweeper: Sweeper
  }

  private let configuration: ServerConfiguration
  private let kept: Kept
  private let handler: @Sendable (Request) throws -> Response
  private let running = Guarded<Running?>(nil)

  /// A server that is not started yet.
  ///
  /// The handler answers on any of the worker threads. An error it throws is answered 500 with the
  /// request's id, and its type is logged. What is in `kept` is answered without it.
  public init(
    configuration: ServerConfiguration, kept: Kept = Kept(),
    handler: @escaping @Sendable (Request) throws -> Response
  ) {
    self.configuration = configuration
    self.kept = kept
    self.handler = handler
  }

  deinit { stop() }

  /// Listens and serves until it is stopped; starting twice does nothing.
  public func start() throws(ServerProblem) {
    try running.withLock { (running) throws(ServerProblem) in
      guard running == nil else { return }
      allowOpenFiles(configuration.connections + 256)
      let trusted = try configuration.trustedProxies.map { (text) throws(ServerProblem) in
        guard let range = AddressRange(text) else { throw .badProxy(text) }
        return range
      }
      let socket = try ListeningSocket(host: configuration.host, port: configuration.port)
      let engine = Engine(
        configuration: configuration, trusted: trusted, kept: kept, handler: handler)
      let daemon = try Daemon(engine, socket: socket)
      running = Running(
        engine: engine, daemon: daemon, port: socket.port, sweeper: Sweeper(engine))
    }
  }

  /// The port it listens on; 0 when it is not started.
  public var port: UInt16 { running.withLock { $0?.port ?? 0 } }

  /// What it has done since the start.
  public var counters: ServerCounters {
    guard let engine = running.withLock({ $0?.engine }) else { return ServerCounters() }
    var counters = engine.counters.withLock { $0 }
    counters.connections = engine.connections.count
    counters.queued = engine.workers.waiting + engine.slowWorkers.waiting
    return counters
  }

  /// Accepts nothing more, waits for what is in flight, and ends its threads.
  ///
  /// What is not done after `stopSeconds` is answered 503; its handler runs on unheard.
  public func stop() {
    guard
      let stopped = running.withLock({ running -> Running? in
        defer { running = nil }
        return running
      })
    else { return }
    let engine = stopped.engine
    engine.isStopping.withLock { $0 = true }
    stopped.daemon.quiesce()
    var isIdle = engine.isIdle(within: configuration.stopSeconds)
    for pool in [engine.workers, engine.slowWorkers] { pool.close() }
    // A last request may have come on an open connection just before the pools were closed.
    isIdle = isIdle && engine.isIdle(within: 1)
    engine.abandon()
    _ = engine.isIdle(within: 1)
    stopped.sweeper.stop()
    stopped.daemon.stop()
    engine.end(within: isIdle ? 1 : 0)
  }
}
