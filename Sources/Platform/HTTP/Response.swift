public import Markup

/// An answer: status, header fields and body.
public struct Response: Sendable {
  /// The status, 200 to 599.
  public var status: Int
  /// Header fields in order; the server adds Content-Length, Date and the security headers.
  public var headers: [(name: String, value: String)]
  /// The body.
  public var body: Body

  /// What is sent after the headers.
  public enum Body: Sendable {
    /// Bytes in memory.
    case bytes([UInt8])
    /// A file, sent from disk.
    case file(path: String)
    /// Bytes made while they are sent, for answers too large for memory: how many there are, and the
    /// next of them, called in turn from one thread at a time; `nil` cuts the answer off.
    case stream(size: Int, next: @Sendable () -> [UInt8]?)
  }

  /// An answer of its parts.
  public init(
    status: Int = 200, headers: [(name: String, value: String)] = [], body: Body = .bytes([])
  ) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A page.
  public static func html(_ page: some HTML, status: Int = 200) -> Response {
    .bytes(page.rendered(), type: "text/html; charset=utf-8", status: status)
  }

  /// Bytes of a media type.
  public static func bytes(_ bytes: [UInt8], type: String, status: Int = 200) -> Response {
    Response(status: status, headers: [("Content-Type", type)], body: .bytes(bytes))
  }

  /// Plain text.
  public static func text(_ text: String, status: Int = 200) -> Response {
    .bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
  }

  /// Sends the browser to another path with GET.
  public static func redirect(to path: String) -> Response {
    Response(status: 303, headers: [("Location", path)])
  }

  /// Bytes to be saved as a file; in its name anything but letters, digits and `-._ ` becomes `_`.
  public static func download(_ bytes: [UInt8], type: String, name: String) -> Response {
    var response = Response.bytes(bytes, type: type)
    let name = String(
      name.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
    response.headers.append(("Content-Disposition", "attachment; filename=\"\(name)\""))
    return response
  }

  /// The answer, to be kept by no browser and no proxy.
  public var unkept: Response {
    var response = self
    response.headers.append(("Cache-Control", "no-store"))
    return response
  }

  /// The first header field of a name, in any case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

private func isPlain(_ character: Unicode.Scalar) -> Bool {
  switch character {
  case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", " ": true
  default: false
  }
}
