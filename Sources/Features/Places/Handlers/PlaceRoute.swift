internal import HTTP
internal import Jobs
internal import Kernel
internal import Partnership

/// The pages of places.
enum PlaceRoute: Route {
  case overview
  /// The areas of a kind and year.
  case edition(AreaKind, Int, page: Int)
  case area(AreaKind, Int, code: String)
  case lookup(LookupQuery, page: Int)
  case search(String)
  case add
  case job(ID<Job>)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "places" else { return nil }
    let page = min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 10_000)
    let parts = Array(path.dropFirst())
    switch parts.first {
    case nil: self = .overview
    case "search" where parts.count == 1: self = .search(query["q"] ?? "")
    case "import" where parts.count == 1: self = .add
    case "jobs" where parts.count == 2:
      guard let id = ID<Job>(parts[1]) else { return nil }
      self = .job(id)
    case "lookup" where parts.count == 1:
      guard let kind = query["kind"].flatMap({ AreaKind(rawValue: $0) }),
        let from = query["from"].flatMap({ Int($0) }), let to = query["to"].flatMap({ Int($0) })
      else { return nil }
      let basis = query["by"].flatMap { LookupBasis(rawValue: $0) } ?? .area
      self = .lookup(LookupQuery(kind: kind, from: from, to: to, basis: basis), page: page)
    case "areas" where (3...4).contains(parts.count):
      guard let kind = AreaKind(rawValue: parts[1]), let year = Int(parts[2]) else { return nil }
      self = parts.count == 3 ? .edition(kind, year, page: page) : .area(kind, year, code: parts[3])
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .overview: Path("places").text
    case .edition(let kind, let year, let page):
      Path("places", "areas", kind.rawValue, String(year))
        .with(page > 1 ? [("page", String(page))] : []).text
    case .area(let kind, let year, let code):
      Path("places", "areas", kind.rawValue, String(year), code).text
    case .lookup(let query, let page):
      Path("places", "lookup").with(
        [
          ("kind", query.kind.rawValue), ("from", String(query.from)), ("to", String(query.to)),
          ("by", query.basis.rawValue),
        ] + (page > 1 ? [("page", String(page))] : [])
      ).text
    case .search(let text): Path("places", "search").with(text.isEmpty ? [] : [("q", text)]).text
    case .add: Path("places", "import").text
    case .job(let id): Path("places", "jobs", id.description).text
    }
  }
}
