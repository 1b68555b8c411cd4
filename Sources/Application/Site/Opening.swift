import Accounts
import Database
import Design
import HTTP
import Kernel
import Partnership

/// What every request needs to know before its handler is asked, read in one transaction.
struct Opening {
  let facts: SiteFacts
  /// Who asks, where they have signed in.
  let signedIn: SignedIn?
  /// The number of the kept public pages.
  let keptVersion: Int
}

extension Site {
  /// Reads what a request needs to know, then answers it.
  ///
  /// A page is answered within the transaction, so that session, facts and content are of one
  /// state. A posted form is answered after it: its handler decides what it reads and writes.
  /// What an answer shows that must be on record is recorded before it is given.
  func opened(
    _ request: Request, _ answer: (Opening, Readings, Read?) throws -> Response
  ) throws -> Response {
    let readings = Readings()
    let response: Response
    if request.method == .post {
      let opening = try services.database.read { read in try open(request, read) }
      response = try answer(opening, readings, nil)
    } else {
      response = try services.database.read { read in
        try answer(try open(request, read), readings, read)
      }
    }
    try readings.record(in: services.audit, services.database)
    return response
  }

  /// Who a request's session belongs to.
  func signedIn(_ request: Request, _ read: Read) throws -> SignedIn? {
    try SessionCookie(services.settings).token(of: request).flatMap { token in
      try Sessions(services).identify(token: token, now: services.clock.now(), read)
    }
  }

  private func open(_ request: Request, _ read: Read) throws -> Opening {
    let facts = try SiteFacts(read)
    latest.withLock { if $0 != facts { $0 = facts } }
    let isKept = Sections.kept.contains(request.path.first ?? "")
    return Opening(
      facts: facts, signedIn: try signedIn(request, read),
      keptVersion: isKept ? try KeptPages.version(read) : 0)
  }
}
