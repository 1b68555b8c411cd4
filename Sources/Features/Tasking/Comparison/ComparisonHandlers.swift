internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Compares the wards of the borough, or the areas of a file, which is not kept.
struct ComparisonHandlers {
  let visit: StaffVisit

  func respond(_ route: ComparisonRoute) throws -> Response? {
    switch route {
    case .compare(let filter):
      if visit.request.method == .post { return try ofFile() }
      return try visit.read { read in try page(filter, read) }
    }
  }

  private func ofFile() throws -> Response {
    var refusal: Refusal?
    var comparison: Comparison?
    if let file = visit.request.files.first(where: { $0.field == "file" && $0.size > 0 }) {
      do {
        let areas = try ComparatorFile(path: file.path, name: "The file").areas()
        comparison = Comparison(areas, about: "The areas of the file, a thousand people")
      } catch let error as InputRefused {
        refusal = Refusal("file", error.message)
      }
    } else {
      refusal = Refusal("file", "Choose a CSV file of areas")
    }
    return try visit.read { [comparison, refusal] read in
      try page(ComparisonFilter(), comparison: comparison, refusal: refusal, read)
    }
  }

  private func page(
    _ filter: ComparisonFilter, comparison given: Comparison? = nil, refusal: Refusal? = nil,
    _ read: Read
  ) throws -> Response {
    let sources = try visit.services.events(read).filter { try $0.months(read) != nil }
    let source = sources.first { $0.key == filter.source } ?? sources.first
    let categories = try source?.categories(read) ?? []
    var (comparison, problem, refusal) = (given, nil as String?, refusal)
    if let asked = filter.category, !categories.contains(asked) {
      refusal = Refusal("category", "Choose a kind of the list")
    }
    if comparison == nil, refusal == nil {
      do {
        guard let source else { throw ComparisonProblem.noWards }
        comparison = try WardComparison(services: visit.services).comparison(
          source, category: filter.category, read)
      } catch let error as ComparisonProblem {
        problem = error.message
      }
    }
    let model = ComparisonModel(
      sources: sources, categories: categories, comparison: comparison, problem: problem,
      state: FormState(
        values: Fields([
          ("source", source?.key ?? ""), ("category", filter.category ?? ""),
        ]), refusal: refusal), csrf: visit.frame.csrf)
    return .html(
      Page(
        frame: visit.frame, title: "Comparison", crumbs: [TaskingCrumbs.meetings],
        refusal: refusal
      ) {
        ErrorSummary(refusal)
        ComparisonPage(model: model)
      }, status: refusal == nil ? 200 : 422)
  }
}

/// What the page of a comparison is drawn from.
struct ComparisonModel {
  let sources: [EventSource]
  let categories: [String]
  let comparison: Comparison?
  let problem: String?
  let state: FormState
  let csrf: String
}
