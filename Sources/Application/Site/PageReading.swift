import Database
import Design
import HTTP
import Partnership
import Translation

/// The language a public page is read in, and those it could be.
struct PageReading {
  /// The languages it may be shown in.
  let offered: [Language]
  /// The words of the one that was chosen; `nil` for English.
  let wording: Wording?

  /// The language that was chosen; `nil` for English.
  var language: Language? { wording?.language }

  /// The languages as links, English first; none where there is no choice.
  func links(from request: Request) -> [LanguageLink] {
    let present = language
    let others = offered + [present].compactMap { $0 }.filter { !offered.contains($0) }
    guard !others.isEmpty else { return [] }
    let page = Path(request.path).with(request.query).text
    let link = { (name: String, code: String, isCurrent: Bool) in
      LanguageLink(
        name, code: code, path: LanguageChoice(code: code).path(to: page),
        isCurrent: isCurrent)
    }
    return [link("English", "en-GB", present == nil)]
      + others.map { link($0.name, $0.code, $0 == present) }
  }

  /// An answer with its page in the language that was chosen.
  func spoken(_ response: Response) -> Response {
    guard let wording, case .bytes(let bytes) = response.body,
      response.header("Content-Type")?.hasPrefix("text/html") == true
    else { return response }
    var response = response
    response.body = .bytes(wording.page(bytes))
    return response
  }
}

extension Site {
  /// What language a request is to be answered in.
  ///
  /// Words that nobody has checked are for those who have signed in.
  func reading(of request: Request, isSignedIn: Bool, _ read: Read?) throws -> PageReading {
    guard let read else {
      return try services.database.read { try reading(of: request, isSignedIn: isSignedIn, $0) }
    }
    var choice = LanguageChoice(request, services.settings)
    if !isSignedIn { choice?.isDraft = false }
    return PageReading(
      offered: try services.languages.offered(request.path, read),
      wording: try choice.flatMap { try services.languages.wording($0, request.path, read) })
  }
}
