/// A cookie to be set: HttpOnly, SameSite=Lax, for the whole site unless told otherwise.
///
/// Where the site is reached over https the caller names it `__Host-…` and makes it secure, which
/// the browser then holds to.
public struct Cookie: Hashable, Sendable {
  /// The name: letters, digits, `-` and `_`.
  public var name: String
  /// The value: visible ASCII without `"`, `,`, `;` and `\`.
  public var value: String
  /// Seconds it is kept; `nil` until the browser closes, 0 takes it away at once.
  public var seconds: Int?
  /// Whether it is sent over https only.
  public var isSecure: Bool
  /// The paths it is sent to.
  public var path = "/"

  /// A cookie of its parts.
  public init(_ name: String, _ value: String, seconds: Int? = nil, isSecure: Bool) {
    self.name = name
    self.value = value
    self.seconds = seconds
    self.isSecure = isSecure
  }

  /// The value of the `Set-Cookie` field.
  public var fieldValue: String {
    var text = "\(name)=\(value); Path=\(path); HttpOnly; SameSite=Lax"
    if let seconds { text += "; Max-Age=\(seconds)" }
    if isSecure { text += "; Secure" }
    return text
  }
}

extension Request {
  /// The value of the first cookie of a name, as it was sent.
  public func cookie(_ name: String) -> String? {
    guard let header = headers["cookie"] else { return nil }
    for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
      let pair = pair.drop { $0 == UInt8(ascii: " ") }
      guard let end = pair.firstIndex(of: UInt8(ascii: "=")),
        pair[..<end].elementsEqual(name.utf8)
      else { continue }
      return String(Substring(pair[pair.index(after: end)...]))
    }
    return nil
  }
}

extension Response {
  /// Adds a cookie to the answer.
  public mutating func set(_ cookie: Cookie) {
    headers.append(("Set-Cookie", cookie.fieldValue))
  }

  /// The answer with a cookie.
  public func setting(_ cookie: Cookie) -> Response {
    var response = self
    response.set(cookie)
    return response
  }
}
