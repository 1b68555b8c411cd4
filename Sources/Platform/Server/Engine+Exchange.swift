import CMicrohttpd
import HTTP
import Kernel

// The steps of an exchange on its I/O thread. A request without a body comes twice: when its head
// is complete and when the request is.
extension Engine {
  /// Takes the head of a request; answers it here only to refuse it.
  func receiveHead(_ exchange: Exchange, method: String, version: String) -> MHD_Result {
    let head = unsafe RequestHead(exchange.handle)
    exchange.started = monotonicNanoseconds()
    exchange.step = .body
    exchange.request.id = nextID()
    counters.withLock { $0.inFlight += 1 }
    exchange.connection.close(at: moment(after: configuration.bodySeconds))
    let refused = head.refusal(
      version: version, maximumFields: configuration.headerFields,
      maximumBytes: configuration.headerBytes)
    if let refused { return refuse(exchange, refused) }
    guard let method = Method(rawValue: method) else { return refuse(exchange, 405) }
    exchange.request.method = method
    exchange.request.headers = head.fields
    if method != .post {
      if head.hasBody { return refuse(exchange, 400) }
      if let answer = keptAnswer(exchange) {
        exchange.answer = answer
        return .YES
      }
    }
    do {
      try readHead(head, of: exchange)
      return .YES
    } catch {
      return refuse(exchange, error.status)
    }
  }

  /// Takes a piece of a body.
  ///
  /// An answer cannot be sent before the body has ended, so what follows a refused piece is read
  /// and thrown away, up to a limit.
  func receivePiece(_ exchange: Exchange, _ piece: UnsafeRawBufferPointer) -> MHD_Result {
    exchange.received += piece.count
    guard exchange.refused == nil else {
      return exchange.received < configuration.drainBytes ? .YES : .NO
    }
    do {
      unsafe try exchange.body?.receive(piece)
      exchange.connection.close(
        at: exchange.started
          + UInt64(
            (configuration.bodySeconds + Double(exchange.received)
              / Double(configuration.slowestBytes)) * 1e9))
    } catch {
      exchange.refused = error.status
      exchange.received = 0
      exchange.body?.discard()
    }
    return .YES
  }

  /// Answers a request that has wholly arrived, or hands it over and suspends its connection.
  func receiveEnd(_ exchange: Exchange) -> MHD_Result {
    if exchange.answer != nil { return sendAnswer(of: exchange) }
    if exchange.step == .handed { return .NO }
    if let refused = exchange.refused { return refuse(exchange, refused) }
    do {
      if let (fields, files) = try exchange.body?.finish() {
        exchange.request.form = fields
        exchange.request.files = files
      }
    } catch {
      return refuse(exchange, error.status)
    }
    exchange.step = .handed
    exchange.connection.close(at: .max)
    // Suspended first: the worker may be done before `handOver` returns.
    unsafe MHD_suspend_connection(exchange.handle)
    handOver(exchange)
    return .YES
  }

  /// Lets the I/O thread go on with an answer; called by the one that took the exchange.
  func resume(_ exchange: Exchange, with answer: Outgoing?) {
    exchange.answer = answer
    unsafe MHD_resume_connection(exchange.handle)
  }

  /// Counts and logs an exchange that is over, and lets the connection wait for the next one.
  func complete(_ exchange: Exchange, isWhole: Bool) {
    guard exchange.started > 0 else { return }
    let seconds = Double(monotonicNanoseconds() - exchange.started) / 1e9
    counters.withLock { counters in
      counters.inFlight -= 1
      if isWhole, let answer = exchange.answer {
        counters.count(status: answer.status, bytes: answer.bytes, seconds: seconds)
      } else {
        counters.broken += 1
      }
    }
    counters.broadcast()
    if isWhole { writeLog(exchange, seconds: seconds) }
    exchange.connection.close(at: moment(after: configuration.headSeconds))
  }

  private func readHead(_ head: RequestHead, of exchange: Exchange) throws(MalformedRequest) {
    let target = try RequestTarget(exchange.target)
    exchange.request.path = target.path
    exchange.request.query = target.query
    exchange.request.client = clientAddress(
      peer: exchange.connection.peer, forwarded: head.fields["x-forwarded-for"], trusted: trusted)
    guard head.hasBody else { return }
    let body = try FormBody(
      type: head.fields["content-type"] ?? "", formBytes: configuration.formBytes,
      uploadBytes: configuration.uploadBytes(exchange.request), folder: configuration.spoolFolder)
    exchange.body = body
    let length = head.contentLength ?? 0
    do {
      try body.expect(length)
    } catch {
      // A browser that is still sending would never see an answer given now.
      guard head.fields["expect"] == nil, length < configuration.drainBytes else { throw error }
      exchange.refused = error.status
    }
  }

  private func keptAnswer(_ exchange: Exchange) -> Outgoing? {
    guard !isStopping.withLock({ $0 }),
      let page = kept.page(at: exchange.target, for: exchange.request)
    else { return nil }
    return page.answer(exchange.request.headers, defaults: defaults)
  }

  private func refuse(_ exchange: Exchange, _ status: Int) -> MHD_Result {
    exchange.answer = refusal(status, reference: nil)
    return sendAnswer(of: exchange)
  }

  private func sendAnswer(of exchange: Exchange) -> MHD_Result {
    guard let answer = exchange.answer else { return .NO }
    exchange.step = .answered
    exchange.connection.close(
      at: moment(after: configuration.answerSeconds, bytes: answer.bytes))
    return unsafe answer.queue(on: exchange.handle)
  }

  private func writeLog(_ exchange: Exchange, seconds: Double) {
    guard let log, let answer = exchange.answer else { return }
    let part = exchange.target.dropFirst().prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?")
    }
    let first = String(decoding: part, as: UTF8.self)
    let section = first.isEmpty || configuration.sections.contains(first) ? first : "other"
    let milliseconds = Double(Int(seconds * 1e5)) / 100
    log.write(
      #"{"time":"\#(Clock.system.now())","id":"\#(exchange.request.id)","#
        + #""method":"\#(exchange.request.method.rawValue)","section":"\#(section)","#
        + #""status":\#(answer.status),"bytes":\#(answer.bytes),"ms":\#(milliseconds)}"#)
  }
}
