internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of search.
struct SearchHandlers {
  let visit: StaffVisit

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = SearchRoute(request.method, request.path, request.query) else { return nil }
    switch route {
    case .search:
      try SearchPolicy.require(.find, visit.actor)
      return request.method == .post ? try search() : show(nil)
    case .inCase(let reference): return try inCase(reference)
    }
  }

  private func show(_ found: SearchFound? = nil, refusal: Refusal? = nil) -> Response {
    let state = FormState(values: visit.request.form, refusal: refusal)
    let page = Page(frame: visit.frame, title: "Search", refusal: refusal) {
      ErrorSummary(refusal)
      SearchPage(state: state, csrf: visit.frame.csrf, found: found)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  /// What was found, recorded before it is shown.
  private func search() throws -> Response {
    let (search, letters) = (Search(services: visit.services), visit.services.settings.letters)
    let typed = visit.request.form["sought"] ?? ""
    let old = try visit.read { try search.places(ofOld: typed, $0) }
    if !old.isEmpty {
      try visit.write { write in
        try visit.record(
          "casework.searched", "search", search.detail(ofOld: typed, old), in: write)
      }
      return old.count == 1 ? .redirect(to: old[0].path) : show(try found(SearchResult(old: old)))
    }
    let query: SearchQuery
    do { query = try SearchQuery(visit.request.form, letters: letters) } catch let refusal
      as Refusal
    { return show(refusal: refusal) }
    let result = try visit.read { try search.find(query, $0) }
    try visit.write { write in
      try visit.record("casework.searched", "search", search.detail(query, result), in: write)
    }
    if let place = result.place { return .redirect(to: place.path) }
    if let reference = query.reference {
      return show(
        refusal: Refusal("sought", "No case or report has the reference \(reference)"))
    }
    return show(try found(result, by: query))
  }

  private func found(
    _ result: SearchResult, by query: SearchQuery? = nil
  ) throws -> SearchFound {
    let marked = try visit.read { read in
      try MarkerStore.marked(
        cases: result.places.filter(\.isCase).map(\.reference),
        reports: result.places.filter { !$0.isCase }.map(\.reference),
        on: London.day(visit.now), read)
    }
    return SearchFound(query: query, result: result, marked: marked)
  }

  private func inCase(_ reference: Reference) throws -> Response {
    try CasePolicy.require(.open, visit.actor)
    try SearchPolicy.require(.find, visit.actor)
    let form = visit.request.form
    let model = try visit.read { read in
      try CaseSearch(visit: visit).find(form["find"] ?? "", in: reference, read)
    }
    try visit.write { write in
      try visit.record("casework.case-searched", model.subject, in: write)
    }
    return visit.page(
      "Words in case \(reference)",
      crumbs: [
        Crumb("Work", WorkRoute.work(WorkFilter()).path),
        Crumb("Case \(reference)", WorkRoute.file(reference).path),
      ]
    ) { CaseSearchPage(model: model, csrf: visit.frame.csrf) }
  }
}

extension FoundPlace {
  /// The page it is on.
  var path: String {
    isCase ? WorkRoute.file(reference).path : ReportsRoute.report(reference).path
  }
}
