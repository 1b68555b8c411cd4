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
  let facts: SiteFacts
  let machines: Machines

  /// Answers a request that has passed the server's checks.
  func respond(_ request: Request) -> Response {
    do {
      return try answer(request)
    } catch let problem as any Problem {
      let reference =
        problem.status == 500 ? Fault.report(problem, section: request.path.first ?? "") : nil
      return problemPage(problem.status, problem.message, request, reference: reference)
    } catch DatabaseError.stale {
      return problemPage(
        409,
        "Somebody changed it while you had it open. Go back, load the page again, and make "
          + "your change to what is there now.", request)
    } catch DatabaseError.full {
      return problemPage(
        503,
        "There is no room left on the disk. Nothing of this was saved, and nothing saved before "
          + "was lost. Tell your administrator.", request)
    } catch DatabaseError.busy, DatabaseError.unreachable {
      return problemPage(
        503, "The database does not answer just now. Nothing was lost. Try again in a minute.",
        request)
    } catch {
      return failure(error, request)
    }
  }

  private func answer(_ request: Request) throws -> Response {
    if let response = machines.respond(request) { return response }
    let section = request.path.first ?? ""
    if Sections.publicOnes.contains(section) { return try publicPage(request, section) }
    if Sections.staff.contains(section) { return try staffPage(request) }
    return notFound(request)
  }

  private func publicPage(_ request: Request, _ section: String) throws -> Response {
    let version = try services.database.read(KeptPages.version)
    let visit = PublicVisit(
      request: request, now: services.clock.now(), frame: facts.publicFrame(), services: services)
    guard let response = try publicAnswer(visit, section) else { return notFound(request) }
    if Sections.kept.contains(section), request.query.pairs.isEmpty {
      keep(response, request, version)
    }
    return response
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
  private func keep(_ response: Response, _ request: Request, _ version: Int) {
    guard request.method == .get, response.status == 200, response.header("Set-Cookie") == nil
    else { return }
    let database = services.database
    kept.keep(response, at: Path(request.path).text) {
      (try? database.read(KeptPages.version)) == version
    }
  }

  private func notFound(_ request: Request) -> Response {
    problemPage(
      404, "If you typed the address, check it. If you followed a link, it may be out of date.",
      request)
  }

  func problemPage(
    _ status: Int, _ message: String, _ request: Request, reference: String? = nil
  ) -> Response {
    .html(
      ProblemPage(
        frame: frame(of: request), title: ProblemPage.title(of: status), message: message,
        reference: reference),
      status: status)
  }

  /// The frame of the person who asked, or the public's where nobody has signed in.
  private func frame(of request: Request) -> Frame {
    guard let signedIn = try? signedIn(request) else { return facts.publicFrame() }
    return facts.staffFrame(signedIn, request)
  }

  /// A fault of ours: logged by its type alone, since an error may hold personal data.
  private func failure(_ error: any Error, _ request: Request) -> Response {
    let reference = Fault.report(error, section: request.path.first ?? "")
    return problemPage(
      500,
      "Something went wrong at our end. What you were doing may not have been saved: check "
        + "before you do it again.", request, reference: reference)
  }
}
