package import HTTP
package import Partnership

/// The cookie that carries a session's token, until the browser closes.
package struct SessionCookie: Sendable {
  private let isSecure: Bool

  /// The cookie under the site's settings: `__Host-hamlet` over https, else `hamlet`.
  package init(_ settings: Settings) { isSecure = settings.isSecure }

  /// Its name.
  package var name: String { isSecure ? "__Host-hamlet" : "hamlet" }

  /// The token a request carries.
  package func token(of request: Request) -> String? {
    request.cookie(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The cookie for a token.
  package func holding(_ token: String) -> Cookie { Cookie(name, token, isSecure: isSecure) }

  /// The cookie that takes the token away.
  package var gone: Cookie { Cookie(name, "", seconds: 0, isSecure: isSecure) }
}
