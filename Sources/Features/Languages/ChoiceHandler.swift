internal import HTTP
internal import Partnership

/// Keeps the language somebody chose for public pages, and goes back to the page they were on.
struct ChoiceHandler {
  let visit: PublicVisit

  func respond() throws -> Response? {
    let request = visit.request
    guard request.path == [LanguageChoice.section], request.method != .post else { return nil }
    let settings = visit.services.settings
    var response = Response.redirect(to: Self.own(request.query["to"]))
    response.headers.append(("Cache-Control", "no-store"))
    guard let code = request.query["code"], code != "en-GB", (2...20).contains(code.count),
      code.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) || (65...90).contains($0 & 0xdf) })
    else { return response.setting(LanguageChoice.gone(settings)) }
    let choice = LanguageChoice(code: code, isDraft: request.query["draft"] == "yes")
    return response.setting(choice.cookie(settings))
  }

  /// A path of this site; the front page for anything else.
  private static func own(_ path: String?) -> String {
    guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"),
      path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
    else { return "/" }
    return path
  }
}
