import TestKit
import Testing

/// Somebody who comes to the site with a browser of no more than a connection and cookies.
final class Visitor {
  /// Where the site listens.
  let port: UInt16
  private var client: RawClient
  /// The cookies by name.
  var cookies: [String: String] = [:]
  /// Header fields sent beside those that must be, such as `X-Forwarded-For: 203.0.113.9`.
  var fields: [String] = []
  /// The latest answer.
  private(set) var last = RawClient.Answer()

  init(port: UInt16) {
    self.port = port
    client = RawClient(port: port, seconds: 60)
  }

  /// Opens a page.
  @discardableResult
  func get(_ path: String, method: String = "GET") throws -> RawClient.Answer {
    try exchange("\(method) \(path) HTTP/1.1\r\n", [], hasBody: method != "HEAD")
  }

  /// Sends a form with the secret of the latest page.
  @discardableResult
  func post(
    _ path: String, _ fields: [(String, String)] = [], csrf: String? = nil
  ) throws -> RawClient.Answer {
    let secret = csrf ?? last.hidden("csrf")
    let all = (secret.map { [("csrf", $0)] } ?? []) + fields
    let body = all.map { name, value in "\(escaped(name))=\(escaped(value))" }.joined(
      separator: "&")
    let type = "Content-Type: application/x-www-form-urlencoded\r\n"
    return try exchange("POST \(path) HTTP/1.1\r\n\(type)", Array(body.utf8))
  }

  /// Sends a form with a file.
  @discardableResult
  func upload(
    _ path: String, _ fields: [(String, String)] = [], file: (field: String, name: String),
    _ bytes: [UInt8]
  ) throws -> RawClient.Answer {
    let boundary = "journey-boundary-7f3a"
    let secret = last.hidden("csrf").map { [("csrf", $0)] } ?? []
    let texts = secret + fields
    var body: [UInt8] = []
    for (name, value) in texts {
      let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n"
      body += Array("\(head)\(value)\r\n".utf8)
    }
    let disposition = "form-data; name=\"\(file.field)\"; filename=\"\(file.name)\""
    body += Array("--\(boundary)\r\nContent-Disposition: \(disposition)\r\n".utf8)
    body += Array("Content-Type: application/octet-stream\r\n\r\n".utf8)
    body += bytes + Array("\r\n--\(boundary)--\r\n".utf8)
    let type = "Content-Type: multipart/form-data; boundary=\(boundary)\r\n"
    return try exchange("POST \(path) HTTP/1.1\r\n\(type)", body)
  }

  /// Opens the page the latest answer leads to.
  @discardableResult
  func follow() throws -> RawClient.Answer {
    let location = try #require(last.headers["location"], "the answer leads nowhere")
    return try get(location)
  }

  /// Signs in through the page.
  @discardableResult
  func signIn(_ email: String, _ password: String) throws -> RawClient.Answer {
    try get("/sign-in")
    return try post("/sign-in", [("email", email), ("password", password)])
  }

  /// Chooses a password by a one-time link, which signs in.
  @discardableResult
  func choosePassword(_ password: String, by link: String) throws -> RawClient.Answer {
    let path = "/link/" + (link.split(separator: "/").last ?? "")
    try get(path)
    try post(path)
    try follow()
    return try post("/sign-in/password", [("password", password), ("again", password)])
  }

  private func exchange(
    _ head: String, _ body: [UInt8], hasBody: Bool = true
  ) throws -> RawClient.Answer {
    let jar = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    let cookie = jar.isEmpty ? "" : "Cookie: \(jar)\r\n"
    let length = head.hasPrefix("POST") ? "Content-Length: \(body.count)\r\n" : ""
    let others = fields.map { $0 + "\r\n" }.joined()
    let text = "\(head)Host: 127.0.0.1:\(port)\r\n\(others)\(cookie)\(length)\r\n"
    let bytes = Array(text.utf8) + body
    let answer = try sent(bytes, hasBody: hasBody)
    if answer.headers["connection"] == "close" { client = RawClient(port: port, seconds: 60) }
    for (name, value) in answer.fields where name == "set-cookie" { keep(value) }
    last = answer
    return answer
  }

  /// Sends over the kept connection, or over a new one where that was closed meanwhile.
  private func sent(_ bytes: [UInt8], hasBody: Bool) throws -> RawClient.Answer {
    client.send(bytes)
    if let answer = client.answer(hasBody: hasBody) { return answer }
    client = RawClient(port: port, seconds: 60)
    client.send(bytes)
    guard let answer = client.answer(hasBody: hasBody) else {
      throw KitProblem.noAnswer(String(decoding: bytes.prefix { $0 != 13 }, as: UTF8.self))
    }
    return answer
  }

  private func keep(_ cookie: String) {
    let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
    guard let name = pair.first.map(String.init) else { return }
    cookies[name] = pair.count == 2 ? String(pair[1]) : nil
  }

  private func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}

extension RawClient.Answer {
  /// The value of a hidden field of the page.
  func hidden(_ name: String) -> String? {
    let parts = text.split(separator: "name=\"\(name)\" value=\"", maxSplits: 1)
    return parts.count == 2 ? String(parts[1].prefix { $0 != "\"" }) : nil
  }

  /// The title of the page.
  var title: String {
    let parts = text.split(separator: "<title>", maxSplits: 1)
    return parts.count == 2 ? String(parts[1].split(separator: "</title>")[0]) : ""
  }

  /// The field that sets a cookie.
  func cookie(_ name: String) -> String? {
    fields.first { $0.name == "set-cookie" && $0.value.hasPrefix(name + "=") }?.value
  }
}
