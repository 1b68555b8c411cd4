internal import HTTP
internal import Partnership

/// Answers the pages of those who work on reports and cases.
struct WorkHandlers {
  let visit: StaffVisit

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = WorkRoute(request.method, request.path, request.query) else {
      return try TieHandlers(visit: visit).respond() ?? HandOnHandlers(visit: visit).respond()
        ?? ProcedureHandlers(visit: visit).respond() ?? RiskHandlers(visit: visit).respond()
        ?? BundleHandlers(visit: visit).respond() ?? CaseMoreHandlers(visit: visit).respond()
        ?? CaseLetterHandlers(visit: visit).respond() ?? SayingHandlers(visit: visit).respond()
    }
    switch route {
    case .work(let filter):
      return request.method == .post ? nil : try WorklistHandlers(visit: visit).show(filter)
    case .caseload: return try CaseloadHandlers(visit: visit).respond()
    case .cover: return try CoverHandlers(visit: visit).respond()
    case .coverEnd(let id): return try CoverHandlers(visit: visit).end(id)
    case .triage(let reference): return try TriageHandlers(visit: visit).respond(reference)
    case .file(let reference):
      return request.method == .post ? nil : try CaseHandlers(visit: visit).show(reference)
    case .act(let reference, let act): return try CaseHandlers(visit: visit).act(act, reference)
    }
  }
}
