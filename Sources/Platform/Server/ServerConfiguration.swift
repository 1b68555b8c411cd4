public import HTTP

/// How a server listens, what it takes, and how long it waits.
public struct ServerConfiguration: Sendable {
  /// The numeric address to listen on, IPv4 or IPv6, or `localhost`.
  public var host = "127.0.0.1"
  /// The port; 0 takes a free one, which ``Server/port`` then tells.
  public var port: UInt16 = 8080
  /// Threads that move bytes.
  public var ioThreads = 1
  /// Threads that run handlers.
  public var workers = 8
  /// Requests that may wait for a worker; beyond them the answer is 503.
  public var queue = 256
  /// Threads for slow handlers, so that they never delay the others.
  public var slowWorkers = 2
  /// Slow requests that may wait.
  public var slowQueue = 16
  /// Which requests are slow; asked on an I/O thread, so it must not wait for anything.
  public var isSlow: @Sendable (Request) -> Bool = { _ in false }
  /// Connections held at once; others wait to be accepted.
  public var connections = 1000
  /// Header fields of one request; more are answered 431.
  public var headerFields = 100
  /// Bytes of one request's header fields; more are answered 431.
  public var headerBytes = 16_384
  /// Bytes of an urlencoded form, and of the text fields of an upload; more are answered 413.
  public var formBytes = 1 << 20
  /// Bytes of a multipart body, decided by the head of the request; asked on an I/O thread.
  public var uploadBytes: @Sendable (Request) -> Int = { _ in 1 << 20 }
  /// Bytes of a refused body that are read and thrown away so that its sender sees the answer.
  public var drainBytes = 64 << 20
  /// Seconds a connection may stay without a whole request head: idle, or sending slowly.
  public var headSeconds = 20.0
  /// Seconds a body may take, besides one for every ``slowestBytes`` of it.
  public var bodySeconds = 30.0
  /// Seconds an answer may take to be read, besides one for every ``slowestBytes`` of it.
  public var answerSeconds = 60.0
  /// The slowest transfer waited for, in bytes a second.
  public var slowestBytes = 16_384
  /// Seconds ``Server/stop()`` waits for what is in flight.
  public var stopSeconds = 20.0
  /// The folder files of posted forms are kept in until the answer is sent.
  public var spoolFolder = "/tmp"
  /// Proxies whose `X-Forwarded-For` is believed: addresses, or networks such as `10.0.0.0/8`.
  public var trustedProxies: [String] = []
  /// Header fields added to every answer that does not set them itself.
  public var headers = SecurityHeaders(isSecure: false).fields
  /// The answer to a request that is refused before a handler sees it, by its status; 500 is a
  /// handler's unexpected error, and then comes with the request's id as reference.
  public var refusal: @Sendable (_ status: Int, _ reference: String?) -> Response = plainRefusal
  /// First parts of paths that may stand in the access log; others are logged as `other`.
  public var sections: Set<String> = []
  /// Where the access log is written, one JSON object a line: a file descriptor, or nowhere.
  public var log: Int32? = 2

  /// The defaults.
  public init() {}

  /// Takes host and port from text such as `127.0.0.1:8080` or `[::1]:8080`; false where it is not.
  public mutating func listen(on text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { return false }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return false
    }
    guard host == "localhost" || addressBytes(String(host)) != nil else { return false }
    self.host = String(host)
    self.port = port
    return true
  }
}

extension ServerConfiguration {
  /// Whether text is an IPv4 or IPv6 address, or a network such as `10.0.0.0/8` where one may be.
  public static func isAddress(_ text: String, orNetwork: Bool = false) -> Bool {
    orNetwork ? AddressRange(text) != nil : addressBytes(text) != nil
  }
}

/// The words of an answer that no page was written for.
@Sendable func plainRefusal(status: Int, reference: String?) -> Response {
  let sentence =
    switch status {
    case 404: "There is no page at this address."
    case 405: "This page cannot be used in this way."
    case 408: "The request took too long. Try again."
    case 413: "What was sent is too large."
    case 415: "This kind of file or form is not taken."
    case 431: "The request has too many or too large header fields."
    case 500: "Something went wrong. Nothing more was saved. Try again."
    case 501: "This way of sending is not supported."
    case 503: "The service is busy. Try again in a moment."
    case 507: "There is no room for files at the moment. Nothing was lost. Send it without a file."
    default: "The request could not be understood."
    }
  return .text(
    reference.map { "\(sentence)\nReference: \($0)\n" } ?? "\(sentence)\n", status: status)
}
