public import HTTP
internal import Secrets

/// A random token in the browser of somebody who has not signed in, which names what they opened or
/// are writing, and the secret of the forms that change it.
public struct VisitorCookie: Sendable {
  private let name: String
  private let seconds: Int?
  private let isSecure: Bool

  /// A cookie of the public's pages.
  ///
  /// - Parameters:
  ///   - name: its name; `__Host-` goes before it where the service is reached over TLS.
  ///   - seconds: how long the browser keeps it; `nil` until it is closed.
  ///   - settings: those of the process.
  public init(_ name: String, _ seconds: Int?, _ settings: Settings) {
    isSecure = settings.isSecure
    self.name = settings.isSecure ? "__Host-\(name)" : name
    self.seconds = seconds
  }

  /// The token a request carries.
  public func token(of request: Request) -> String? {
    request.cookie(name).flatMap { $0.utf8.count == 43 ? $0 : nil }
  }

  /// The cookie that carries a token.
  public func holding(_ token: String) -> Cookie {
    Cookie(name, token, seconds: seconds, isSecure: isSecure)
  }

  /// Takes it away.
  public var gone: Cookie { Cookie(name, "", seconds: 0, isSecure: isSecure) }

  /// The secret of the forms of a token's holder.
  public static func secret(of token: String) -> CSRFSecret {
    CSRFSecret(random: { _ in SecretToken.hash("forms of report " + token) })
  }
}
