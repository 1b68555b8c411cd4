internal import HTTP
internal import Partnership
internal import Secrets

/// A random token in a browser's cookie that names a draft or an opened report, and the secret of the
/// forms that change it.
struct ReporterCookie {
  private let name: String
  private let seconds: Int?
  private let isSecure: Bool

  /// The cookie of a report being written.
  static func draft(_ settings: Settings) -> ReporterCookie {
    ReporterCookie("hamlet-report", Int(DraftStore.keptSeconds), settings)
  }

  /// The cookie of a report that was opened by its secret; it ends with the browser.
  static func follow(_ settings: Settings) -> ReporterCookie {
    ReporterCookie("hamlet-own-report", nil, settings)
  }

  /// The cookie of the form that asks for a case review; it ends with the browser.
  static func review(_ settings: Settings) -> ReporterCookie {
    ReporterCookie("hamlet-review", nil, settings)
  }

  /// The cookie of the form that asks how satisfied somebody is; it ends with the browser.
  static func survey(_ settings: Settings) -> ReporterCookie {
    ReporterCookie("hamlet-survey", nil, settings)
  }

  /// The cookie of a browser in which a link to an action was opened; it ends with the browser.
  static func answer(_ settings: Settings) -> ReporterCookie {
    ReporterCookie("hamlet-answer", nil, settings)
  }

  private init(_ name: String, _ seconds: Int?, _ settings: Settings) {
    isSecure = settings.isSecure
    self.name = settings.isSecure ? "__Host-\(name)" : name
    self.seconds = seconds
  }

  /// The token a request carries.
  func token(of request: Request) -> String? {
    request.cookie(name).flatMap { $0.utf8.count == 43 ? $0 : nil }
  }

  func holding(_ token: String) -> Cookie {
    Cookie(name, token, seconds: seconds, isSecure: isSecure)
  }

  /// Takes it away.
  var gone: Cookie { Cookie(name, "", seconds: 0, isSecure: isSecure) }

  /// The secret of the forms of a token's holder.
  static func secret(of token: String) -> CSRFSecret {
    CSRFSecret(random: { _ in SecretToken.hash("forms of report " + token) })
  }
}
