internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What the public's pages of one process share.
struct ReportDesk: Sendable {
  let wards = WardFinder()
  let limit = VisitLimit()

  /// Where "Leave this page" leads.
  static let exit = "https://www.bbc.co.uk/weather"

  /// Answers a public request.
  func answer(_ visit: PublicVisit) throws -> Response? {
    let request = visit.request
    switch request.path.first {
    case "report":
      guard let route = ReportRoute(request.method, request.path, request.query) else {
        return nil
      }
      switch route {
      case .start: return try ReportHandlers(visit: visit, desk: self).start()
      case .step(let step, let isChange):
        return try ReportHandlers(visit: visit, desk: self).respond(step, isChange)
      case .discard: return try ReportHandlers(visit: visit, desk: self).discard()
      case .pieces: return try ReportHandlers(visit: visit, desk: self).pieces()
      case .track, .own, .ownPieces, .leave:
        return try FollowHandlers(visit: visit, desk: self).respond(route)
      case .lost: return try ProofHandlers(visit: visit, desk: self).lost()
      case .code: return try ProofHandlers(visit: visit, desk: self).code()
      case .mine: return try ProofHandlers(visit: visit, desk: self).mine()
      case .answer(let link): return try SurveyHandlers(visit: visit, desk: self).respond(link)
      case .counts: return try ReportCountsHandler(visit: visit).show()
      case .answered: return SurveyHandlers(visit: visit, desk: self).thanks()
      }
    case "answer":
      guard case .answer(let token) = LinkRoute(request.method, request.path, request.query) else {
        return nil
      }
      let source = CaseLinkSource(services: visit.services, now: visit.now)
      return try LinkPages(source, visit, limit).respond(token)
    case "case-review":
      switch ReviewTrackRoute(request.method, request.path, request.query) {
      case .ask: return try CaseReviewHandlers(visit: visit, desk: self).respond()
      case let route?: return try ReviewTrackHandlers(visit: visit, desk: self).respond(route)
      case nil: return nil
      }
    default: return nil
    }
  }
}
