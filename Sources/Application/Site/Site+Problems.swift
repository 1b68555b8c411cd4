import Database
import Design
import HTTP
import Kernel
import Partnership

/// The pages that say why something could not be done, and what to do.
extension Site {
  func notFound(_ request: Request, _ frame: Frame) -> Response {
    problemPage(
      404, "If you typed the address, check it. If you followed a link, it may be out of date.",
      frame)
  }

  func problemPage(
    _ status: Int, _ message: String, _ frame: Frame, reference: String? = nil
  ) -> Response {
    var response = Response.html(
      ProblemPage(
        frame: frame, title: ProblemPage.title(of: status), message: message,
        reference: reference),
      status: status)
    // Where a page can be left at once, no browser keeps it.
    if frame.quickExit != nil { response.headers.append(("Cache-Control", "no-store")) }
    return response
  }

  /// Answers, or says in the same frame what problem a handler had; faults are thrown on.
  func explained(
    _ request: Request, _ frame: Frame, _ answer: () throws -> Response
  ) throws -> Response {
    do { return try answer() } catch let problem as any Problem {
      return refusal(problem, request, frame)
    }
  }

  /// The page for whatever a request ended with.
  func refusal(_ error: any Error, _ request: Request, _ frame: Frame) -> Response {
    let isResident = frame.quickExit != nil
    switch error {
    case let problem as any Problem:
      let reference =
        problem.status == 500 ? Fault.report(problem, section: request.path.first ?? "") : nil
      let message =
        isResident && problem.status >= 500
        ? Refusals.toResident(problem.status) : problem.message
      return problemPage(problem.status, message, frame, reference: reference)
    case DatabaseError.full where isResident, DatabaseError.busy where isResident,
      DatabaseError.unreachable where isResident:
      return problemPage(503, Refusals.toResident(503), frame)
    case DatabaseError.stale:
      return problemPage(
        409,
        "Somebody changed it while you had it open. Go back, load the page again, and make "
          + "your change to what is there now.", frame)
    case DatabaseError.full:
      return problemPage(
        503,
        "There is no room left on the disk. Nothing of this was saved, and nothing saved before "
          + "was lost. Tell your administrator.", frame)
    case DatabaseError.busy, DatabaseError.unreachable:
      return problemPage(
        503, "The database does not answer just now. Nothing was lost. Try again in a minute.",
        frame)
    default: return failure(error, request, frame)
    }
  }

  /// The frame of the person who asked, or the public's where nobody has signed in; for pages
  /// that are shown outside the transaction of a request.
  func frame(of request: Request) -> Frame {
    let facts = latest.withLock { $0 }
    let found = try? services.database.read { read in try self.signedIn(request, read) }
    guard let found else {
      var frame = facts.publicFrame()
      frame.quickExit = Sections.exits[request.path.first ?? ""]
      return frame
    }
    return facts.staffFrame(found, request, services.settings)
  }

  /// A fault of ours: logged by its type alone, since an error may hold personal data.
  private func failure(_ error: any Error, _ request: Request, _ frame: Frame) -> Response {
    let reference = Fault.report(error, section: request.path.first ?? "")
    let message =
      "Something went wrong at our end. What you were doing may not have been saved: check "
      + "before you do it again."
    return problemPage(
      500, frame.quickExit == nil ? message : Refusals.toResident(500), frame,
      reference: reference)
  }
}
