public import Kernel

/// JSON web tokens signed with HMAC and SHA-256 (RFC 7519, HS256), for services that ask for one.
public enum WebToken {
  /// A signed token of some claims.
  ///
  /// - Parameters:
  ///   - claims: a JSON object, as the service wants it.
  ///   - secret: the key both sides know, as text.
  /// - Returns: header, claims and signature in base64url with points between them.
  public static func signed(_ claims: String, with secret: Sensitive<String>) -> String {
    let header = base64URL(Array("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".utf8))
    let text = header + "." + base64URL(Array(claims.utf8))
    let key = Array(secret.reveal(for: "signing a token").utf8)
    return text + "." + base64URL(HMACSHA256.code(of: Array(text.utf8), key: key))
  }
}
