public import HTTP

/// The language somebody chose to read public pages in, kept in a cookie until the browser closes.
public struct LanguageChoice: Hashable, Sendable {
  /// The language's code.
  public let code: String
  /// Whether words that nobody has checked are to be shown too; heeded for the signed-in alone.
  public var isDraft: Bool

  /// A choice.
  public init(code: String, isDraft: Bool = false) {
    self.code = code
    self.isDraft = isDraft
  }

  /// The section of the paths that make a choice.
  public static let section = "language"

  /// Where the choice is made by whoever is then to read a page, such as `/report`.
  public func path(to page: String) -> String {
    Path(Self.section).with(
      [("code", code)] + (isDraft ? [("draft", "yes")] : []) + [("to", page)]
    ).text
  }

  /// The choice a request carries; `nil` where it carries none.
  public init?(_ request: Request, _ settings: Settings) {
    guard let value = request.cookie(Self.name(settings)) else { return nil }
    let parts = value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let code = parts.first, (2...20).contains(code.count), parts.count <= 2 else {
      return nil
    }
    self.init(code: code, isDraft: parts.last == Self.draft)
  }

  /// The cookie that holds it.
  public func cookie(_ settings: Settings) -> Cookie {
    Cookie(
      Self.name(settings), isDraft ? "\(code).\(Self.draft)" : code, isSecure: settings.isSecure)
  }

  /// The cookie that takes it away: pages are in English again.
  public static func gone(_ settings: Settings) -> Cookie {
    Cookie(name(settings), "", seconds: 0, isSecure: settings.isSecure)
  }

  private static let draft = "draft"

  private static func name(_ settings: Settings) -> String {
    settings.isSecure ? "__Host-hamlet-language" : "hamlet-language"
  }
}
