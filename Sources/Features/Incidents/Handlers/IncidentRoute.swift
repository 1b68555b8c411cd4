internal import HTTP
internal import Jobs
internal import Kernel

/// The pages of incidents.
enum IncidentRoute: Route {
  case overview(IncidentFilter)
  /// Counts broken down, on a page and as a file.
  case counts(CountsFilter)
  case countsFile(CountsFilter, CountsFormat)
  case imports(page: Int)
  case months(page: Int)
  /// What the months of a force can and cannot bear; of the partnership's first force where empty.
  case quality(force: String, page: Int)
  /// What the public is shown of a source, of the police's files where `nil`, and the hidden counts
  /// of a month, of the latest where `nil`.
  case publicLog(source: String?, month: Month?, page: Int)
  case add
  /// The month the demonstration leaves to be tried.
  case trial
  case job(ID<Job>)
  case run(ID<ImportRunTag>, page: Int)
  case refused(ID<ImportRunTag>)
  /// Sources read by a mapping.
  case sources(SourceRoute)

  /// The most pages a list is shown on.
  private static let mostPages = 100_000

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "incidents" else { return nil }
    let page = min(max(query["page"].flatMap { Int($0) } ?? 1, 1), Self.mostPages)
    switch Array(path.dropFirst()) {
    case []: self = .overview(IncidentFilter(query))
    case ["counts"]: self = .counts(CountsFilter(query))
    case let parts where parts.count == 2 && parts[0] == "counts":
      guard let format = CountsFormat(fileName: parts[1]) else { return nil }
      self = .countsFile(CountsFilter(query), format)
    case ["imports"]: self = .imports(page: page)
    case ["months"]: self = .months(page: page)
    case ["quality"]: self = .quality(force: query["force"] ?? "", page: page)
    case ["public"]:
      let month = query["month"].flatMap { Month($0) }
      guard month != nil || query["month"] == nil else { return nil }
      self = .publicLog(source: query["source"], month: month, page: page)
    case ["import"]: self = .add
    case let parts where parts.first == "sources":
      guard let route = SourceRoute(Array(parts.dropFirst()), page: page) else { return nil }
      self = .sources(route)
    case ["import", "demonstration.csv"]: self = .trial
    case let parts where parts.count == 2 && parts[0] == "jobs":
      guard let id = ID<Job>(parts[1]) else { return nil }
      self = .job(id)
    case let parts where (2...3).contains(parts.count) && parts[0] == "imports":
      guard let id = ID<ImportRunTag>(parts[1]) else { return nil }
      switch parts.dropFirst(2).first {
      case nil: self = .run(id, page: page)
      case "refused.csv": self = .refused(id)
      default: return nil
      }
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .overview(let filter): Path("incidents").with(filter.fields).text
    case .counts(let filter): Path("incidents", "counts").with(filter.fields).text
    case .countsFile(let filter, let format):
      Path("incidents", "counts", format.fileName).with(filter.fields).text
    case .imports(let page): Path("incidents", "imports").with(Self.query(page)).text
    case .months(let page): Path("incidents", "months").with(Self.query(page)).text
    case .quality(let force, let page):
      Path("incidents", "quality").with(
        (force.isEmpty ? [] : [("force", force)]) + Self.query(page)
      ).text
    case .publicLog(let source, let month, let page):
      Path("incidents", "public").with(
        (source.map { [("source", $0)] } ?? [])
          + (month.map { [("month", $0.description)] } ?? []) + Self.query(page)
      ).text
    case .add: Path("incidents", "import").text
    case .sources(let route): route.path
    case .trial: Path("incidents", "import", "demonstration.csv").text
    case .job(let id): Path("incidents", "jobs", id.description).text
    case .run(let id, let page):
      Path("incidents", "imports", id.description).with(Self.query(page)).text
    case .refused(let id): Path("incidents", "imports", id.description, "refused.csv").text
    }
  }

  private static func query(_ page: Int) -> [(String, String)] {
    page > 1 ? [("page", String(page))] : []
  }
}

/// Tag of ids of imports.
enum ImportRunTag {}
