internal import HTTP
internal import Partnership

/// Answers the pages of risk.
struct RiskHandlers {
  let visit: StaffVisit

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = RiskRoute(request.method, request.path, request.query) else { return nil }
    let isForm = request.method == .post
    switch route {
    case .assess(let reference, let key):
      return try AssessHandlers(visit: visit).respond(reference, key)
    case .add(let from): return try InstrumentHandlers(visit: visit).add(from: from)
    case _ where isForm: return nil
    case .history(let reference): return try AssessHandlers(visit: visit).history(reference)
    case .assessment(let reference, let id):
      return try AssessHandlers(visit: visit).show(id, of: reference)
    case .instruments: return try InstrumentHandlers(visit: visit).list()
    case .instrument(let key, let version):
      return try InstrumentHandlers(visit: visit).show(key, version)
    case .sheet(let key, let version):
      return try InstrumentHandlers(visit: visit).sheet(key, version)
    }
  }
}
