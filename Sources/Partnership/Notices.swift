public import HTTP

/// What just happened, carried in a cookie from the form that did it to the page that follows.
///
/// Only sentences of the program, such as "The figures are saved": never a name.
public enum Notices {
  private static let cookie = "hamlet-notice"

  /// Sends the browser to another page, which then says what happened.
  public static func redirect(to path: String, saying notice: String, isSecure: Bool) -> Response {
    Response.redirect(to: path)
      .setting(Cookie(cookie, Path(notice).text, seconds: 60, isSecure: isSecure))
  }

  /// The sentence that waits to be said.
  public static func waiting(_ request: Request) -> String? {
    guard let value = request.cookie(cookie), value.utf8.count <= 600 else { return nil }
    return try? RequestTarget(Array(value.utf8)).path.first
  }

  /// Takes the sentence away once it was said.
  public static func taken(isSecure: Bool) -> Cookie {
    Cookie(cookie, "", seconds: 0, isSecure: isSecure)
  }
}

extension StaffVisit {
  /// Sends the browser to another page, which then says what happened in a sentence.
  public func redirect(to path: String, saying notice: String) -> Response {
    Notices.redirect(to: path, saying: notice, isSecure: services.settings.isSecure)
  }
}
