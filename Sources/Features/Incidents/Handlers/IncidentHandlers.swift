internal import Design
internal import HTTP
internal import Partnership

/// Answers the pages of incidents.
enum IncidentHandlers {
  static let crumbs = [Crumb("Incidents", IncidentRoute.overview(IncidentFilter()).path)]

  static func answer(_ visit: StaffVisit) throws -> Response? {
    let request = visit.request
    guard let route = IncidentRoute(request.method, request.path, request.query) else {
      return nil
    }
    if request.method == .post, !takesForms(route) { return nil }
    try IncidentPolicy.require(.see, visit.actor)
    return switch route {
    case .overview(let filter): try OverviewHandler.answer(visit, filter)
    case .counts(let filter): try CountsHandler.page(visit, filter)
    case .countsFile(let filter, let format):
      try CountsHandler.download(visit, filter, format)
    case .imports(let page): try RunHandlers.list(visit, page: page)
    case .months(let page): try RunHandlers.months(visit, page: page)
    case .quality(let force, let page):
      try QualityHandler.answer(visit, force: force, page: page)
    case .publicLog(let source, let month, let page):
      try PublicLogHandler.answer(visit, source: source, month: month, page: page)
    case .add: try UploadHandler.answer(visit)
    case .sources(let route): try SourceHandlers.answer(visit, route)
    case .trial: try UploadHandler.trial(visit)
    case .job(let id): try JobHandler.answer(visit, id)
    case .run(let id, let page): try RunHandlers.show(visit, id, page: page)
    case .refused(let id): try RunHandlers.refused(visit, id)
    }
  }

  private static func takesForms(_ route: IncidentRoute) -> Bool {
    switch route {
    case .add, .publicLog, .sources(.new), .sources(.show), .sources(.edit): true
    case .overview, .counts, .countsFile, .imports, .months, .quality, .trial, .job, .run, .refused,
      .sources(.list):
      false
    }
  }

  /// How many pages a list takes.
  static func pages(_ count: Int, of rows: Int = RunStore.onPage) -> Int {
    max(1, (count + rows - 1) / rows)
  }
}
