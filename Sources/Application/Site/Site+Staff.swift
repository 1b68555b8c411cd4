import Accounts
import Database
import Design
import HTTP
import Kernel
import Partnership

/// The pages of those who have signed in.
extension Site {
  /// Answers a staff request: to the sign-in page without a session, 404 without the right.
  func staffPage(
    _ request: Request, _ opening: Opening, _ readings: Readings, _ read: Read?
  ) throws -> Response {
    guard let signedIn = opening.signedIn else {
      return .redirect(to: Path("sign-in").with([("to", place(request))]).text)
    }
    let now = services.clock.now()
    if signedIn.needsNote(at: now) { notes.add(signedIn.session, at: now) }
    let visit = StaffVisit(
      request: request, actor: signedIn.actor, now: now,
      frame: opening.facts.staffFrame(signedIn, request, services.settings), services: services,
      readings: readings, in: read)
    let response = try explained(request, visit.frame) {
      if request.method == .post, !signedIn.csrf.accepts(request.form["csrf"]) {
        throw SiteProblem.unknownForm
      }
      return finish(try staffAnswer(visit), visit)
    }
    try noteTry(visit, response)
    return response
  }

  /// How many bytes of files a request may send: few from anybody who is not signed in.
  func uploadBytes(_ request: Request) -> Int {
    let type = request.headers["content-type"]?.lowercased() ?? ""
    guard type.hasPrefix("multipart/") else { return 1 << 20 }
    let section = request.path.first ?? ""
    for feature in features where feature.publicSections.contains(section) {
      return max(1 << 20, (try? feature.publicUploadBytes(request, services)) ?? 0)
    }
    guard Sections.uploads.contains(section),
      (try? services.database.read { read in try signedIn(request, read) }) != nil
    else { return 1 << 20 }
    return 1 << 28
  }

  private func staffAnswer(_ visit: StaffVisit) throws -> Response {
    let section = visit.request.path.first ?? ""
    for feature in features where feature.staffSections.contains(section) {
      if let response = try feature.staffPages(visit) { return response }
    }
    throw SiteProblem.notFound
  }

  /// Pages of the signed-in are kept by no cache; a notice is shown once.
  private func finish(_ response: Response, _ visit: StaffVisit) -> Response {
    var response = response
    if response.header("Cache-Control") == nil {
      response.headers.append(("Cache-Control", "no-store"))
    }
    if visit.frame.notice != nil, response.status == 200 {
      response.set(Notices.taken(isSecure: services.settings.isSecure))
    }
    return response
  }

  /// Where to come back to after signing in; a form is not sent again by itself.
  private func place(_ request: Request) -> String {
    request.method == .post ? "/" : Path(request.path).with(request.query).text
  }
}

/// What is answered to the signed-in without the right, and to forms of unknown origin.
enum SiteProblem: Problem {
  case notFound
  case unknownForm

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .unknownForm:
      "The form was open for too long or came from somewhere else. Nothing was saved. Go back, "
        + "load the page again and send it once more."
    }
  }

  var status: Int {
    switch self {
    case .notFound: 404
    case .unknownForm: 403
    }
  }
}
