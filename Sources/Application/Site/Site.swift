import Accounts
import Database
import Design
import HTTP
import Kernel
import Partnership
import Server

/// The whole site: which part answers a request, and what every answer carries.
struct Site: Sendable {
  let services: Services
  let kept: Kept
  /// The facts as they were last read, for pages that are shown when the database gives none.
  let latest: Guarded<SiteFacts>
  let notes: SessionNotes
  let machines: Machines

  /// Answers a request that has passed the server's checks.
  func respond(_ request: Request) -> Response {
    do {
      return try answer(request)
    } catch {
      return refusal(error, request, frame(of: request))
    }
  }

  private func answer(_ request: Request) throws -> Response {
    if let response = machines.respond(request) { return response }
    let section = request.path.first ?? ""
    if Sections.publicOnes.contains(section) {
      return try opened(request) { opening, _, read in
        try publicPage(request, section, opening, read)
      }
    }
    if Sections.staff.contains(section) {
      return try opened(request) { try staffPage(request, $0, $1, $2) }
    }
    return notFound(request, frame(of: request))
  }

  private func publicPage(
    _ request: Request, _ section: String, _ opening: Opening, _ read: Read?
  ) throws -> Response {
    let reading = try reading(of: request, isSignedIn: opening.signedIn != nil, read)
    var frame = opening.facts.publicFrame(isSignedIn: opening.signedIn != nil)
    frame.quickExit = Sections.exits[section]
    frame.languages = reading.links(from: request)
    let visit = PublicVisit(
      request: request, now: services.clock.now(), frame: frame, services: services,
      isSignedIn: opening.signedIn != nil, language: reading.language, in: read)
    return try reading.spoken(
      explained(request, frame) {
        guard var response = try publicAnswer(visit, section) else {
          return notFound(request, frame)
        }
        if opening.signedIn != nil || frame.quickExit != nil,
          response.header("Cache-Control") == nil
        {
          response.headers.append(("Cache-Control", "no-store"))
        }
        if Sections.kept.contains(section), request.query.pairs.isEmpty {
          keep(response, request, opening.keptVersion)
        }
        return response
      })
  }

  private func publicAnswer(_ visit: PublicVisit, _ section: String) throws -> Response? {
    switch visit.request.path {
    case []: return .html(HomePage(frame: visit.frame))
    case ["accessibility"]: return .html(AccessibilityPage(frame: visit.frame))
    case ["privacy"]: return .html(PrivacyPage(frame: visit.frame))
    case ["design"]: return .html(StyleGuide(frame: visit.frame))
    default:
      for feature in features where feature.publicSections.contains(section) {
        if let response = try feature.publicPages(visit) { return response }
      }
      return nil
    }
  }

  /// Keeps a public page until the data of any process changes.
  ///
  /// Whoever has signed in sees a way back to their work on it, so those pages are not kept and
  /// requests with a session's cookie pass the kept ones by.
  private func keep(_ response: Response, _ request: Request, _ version: Int) {
    let cookie = SessionCookie(services.settings)
    guard request.method == .get, response.status == 200, response.header("Set-Cookie") == nil,
      cookie.token(of: request) == nil
    else { return }
    let database = services.database
    kept.keep(response, at: Path(request.path).text, unless: cookie.name) {
      (try? database.read(KeptPages.version)) == version
    }
  }
}
