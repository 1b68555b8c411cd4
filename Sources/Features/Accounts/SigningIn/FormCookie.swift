package import HTTP
package import Partnership
import Secrets

/// The secret of forms sent before anybody has signed in: a short-lived cookie whose value the
/// form must send back masked.
package struct FormCookie: Sendable {
  private static let seconds = 3600
  private let isSecure: Bool

  /// The cookie under the site's settings.
  package init(_ settings: Settings) { isSecure = settings.isSecure }

  private var name: String { isSecure ? "__Host-hamlet-form" : "hamlet-form" }

  /// The secret a request carries.
  package func secret(of request: Request) -> CSRFSecret? {
    request.cookie(name).flatMap { $0.utf8.count == 43 ? Self.secret($0) : nil }
  }

  /// Whether a posted form carries the secret of its own browser.
  package func accepts(_ request: Request) -> Bool {
    secret(of: request)?.accepts(request.form["csrf"]) ?? false
  }

  /// The token for a page's form, and the cookie to set where the browser has none yet.
  package func token(for request: Request) -> (token: String, cookie: Cookie?) {
    if let secret = secret(of: request) { return (secret.token(), nil) }
    let value = SecretToken.random()
    let cookie = Cookie(name, value, seconds: Self.seconds, isSecure: isSecure)
    return (Self.secret(value).token(), cookie)
  }

  private static func secret(_ value: String) -> CSRFSecret {
    CSRFSecret(random: { _ in SecretToken.hash("forms of " + value) })
  }
}
