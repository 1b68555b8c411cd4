/// The header fields that hold a browser to what our pages need, and to nothing more.
///
/// Style and script come from our own files only, never inline; nothing may frame a page.
public struct SecurityHeaders: Sendable {
  /// The fields in order.
  public let fields: [(name: String, value: String)]

  /// The fields of a site.
  ///
  /// - Parameters:
  ///   - isSecure: whether people reach it over https, which it then insists on for a year.
  ///   - images: origins beside our own from which pictures may come, such as a map's.
  public init(isSecure: Bool, images: [String] = []) {
    let pictures = (["'self'"] + images).joined(separator: " ")
    var fields = [
      (
        name: "Content-Security-Policy",
        value: "default-src 'none'; style-src 'self'; script-src 'self'; img-src \(pictures); "
          + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
      ),
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ]
    if isSecure {
      fields.append(("Strict-Transport-Security", "max-age=31536000; includeSubDomains"))
    }
    self.fields = fields
  }
}
