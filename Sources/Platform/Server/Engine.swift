import HTTP
import Kernel

/// What the threads of a server share.
final class Engine: Sendable {
  typealias Handler = @Sendable (Request) throws -> Response

  let configuration: ServerConfiguration
  let connections = ConnectionTable()
  let counters = Guarded(ServerCounters())
  let kept: Kept
  let log: AccessLog?
  let workers: WorkerPool
  let slowWorkers: WorkerPool
  let isStopping = Guarded(false)
  /// Exchanges waiting for a handler; whoever takes one out of it may answer it, nobody else.
  let handed = Guarded<[ObjectIdentifier: Exchange]>([:])
  let trusted: [AddressRange]
  /// Fields of every answer that does not set them.
  let defaults: [(name: String, value: String)]
  private let handler: Handler
  private let lastID = Guarded(UInt64.random(in: 0..<(1 << 40)))

  init(
    configuration: ServerConfiguration, trusted: [AddressRange], kept: Kept,
    handler: @escaping Handler
  ) {
    self.trusted = trusted
    self.configuration = configuration
    self.kept = kept
    self.handler = handler
    log = configuration.log.map(AccessLog.init(descriptor:))
    workers = WorkerPool(threads: configuration.workers, queue: configuration.queue)
    slowWorkers = WorkerPool(
      threads: configuration.slowWorkers, queue: configuration.slowQueue, isPatient: true)
    defaults = configuration.headers + [("Cache-Control", "no-store")]
  }

  /// Ends the threads; handlers that take longer than `seconds` run on unheard.
  func end(within seconds: Double) {
    for pool in [workers, slowWorkers] {
      pool.close()
      pool.join(seconds: seconds)
    }
    log?.close()
  }

  func nextID() -> String {
    String(
      lastID.withLock { last in
        last += 1
        return last
      }, radix: 36)
  }

  /// The moment some seconds, and the time `bytes` may take, from now.
  func moment(after seconds: Double, bytes: Int = 0) -> UInt64 {
    let allowed = seconds + Double(bytes) / Double(configuration.slowestBytes)
    return monotonicNanoseconds() + UInt64(allowed * 1e9)
  }

  /// Gives a whole request to a worker, or answers 503 where the queue is full.
  func handOver(_ exchange: Exchange) {
    let pool = configuration.isSlow(exchange.request) ? slowWorkers : workers
    handed.withLock { $0[ObjectIdentifier(exchange)] = exchange }
    let isTaken = pool.run { [self] in
      let answer = answer(to: exchange.request)
      if take(exchange) { resume(exchange, with: answer) }
    }
    if !isTaken, take(exchange) { resume(exchange, with: refusal(503, reference: nil)) }
  }

  /// Waits until no request is in flight; false where that takes longer.
  func isIdle(within seconds: Double) -> Bool {
    counters.wait(seconds: seconds) { $0.inFlight == 0 ? true : nil } ?? false
  }

  /// Answers what is still waiting for a handler with 503, so that the server can stop.
  func abandon() {
    let waiting = handed.withLock { handed in
      defer { handed = [:] }
      return Array(handed.values)
    }
    for exchange in waiting { resume(exchange, with: refusal(503, reference: nil)) }
  }

  /// The answer to a request that no handler sees, or that no handler could answer.
  func refusal(_ status: Int, reference: String?) -> Outgoing? {
    var response = configuration.refusal(status, reference)
    response.status = status
    if status == 405 { response.headers.append(("Allow", "GET, HEAD, POST")) }
    if status == 503 { response.headers.append(("Retry-After", "2")) }
    if status != 500 && status != 503 { response.headers.append(("Connection", "close")) }
    return outgoing(response, acceptsGzip: false)
  }

  private func answer(to request: Request) -> Outgoing? {
    let acceptsGzip = request.headers["accept-encoding"].map(ContentCoding.acceptsGzip) ?? false
    do {
      if let answer = outgoing(try handler(request), acceptsGzip: acceptsGzip) { return answer }
      log?.write(#"{"id":"\#(request.id)","error":"unusable answer"}"#)
    } catch {
      // The type only: what an error says may be about a person.
      log?.write(#"{"id":"\#(request.id)","error":"\#(type(of: error))"}"#)
    }
    return refusal(500, reference: request.id)
  }

  private func outgoing(_ response: Response, acceptsGzip: Bool) -> Outgoing? {
    var response = response
    if isStopping.withLock({ $0 }), response.header("Connection") == nil {
      response.headers.append(("Connection", "close"))
    }
    return Outgoing(response.encoded(gzip: acceptsGzip, level: 5), defaults: defaults)
  }

  private func take(_ exchange: Exchange) -> Bool {
    handed.withLock { $0.removeValue(forKey: ObjectIdentifier(exchange)) != nil }
  }
}
