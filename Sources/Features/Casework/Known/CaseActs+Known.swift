internal import Access
internal import Database
internal import HTTP
internal import Partnership

/// Asking whether another organisation knows somebody in a case.
extension CaseActs {
  func knownAsk(in write: Write) throws {
    guard KnownPolicy.allows(.ask, visit.actor) else { throw CaseProblem.notFound }
    let desk = KnownDesk(
      services: visit.services, account: visit.actor.account, now: visit.now)
    try desk.ask(visit.request.form, about: file, in: write)
  }
}
