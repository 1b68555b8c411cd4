internal import HTTP
internal import Kernel

/// The rest of what the page of a case shows the first or the latest of.
enum CaseMoreRoute: Route {
  /// Who looked at it before a row of the trail; the latest where there is none.
  case seen(Reference, before: Int?)
  /// A page of its reports.
  case reports(Reference, page: Int)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard method != .post, path.count == 3, path[0] == "cases",
      let reference = Reference(path[1])
    else { return nil }
    switch path[2] {
    case "seen": self = .seen(reference, before: query["before"].flatMap { Int($0) })
    case "reports":
      let page = query["page"].flatMap { Int($0) } ?? 1
      self = .reports(reference, page: min(max(page, 1), 10_000))
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .seen(let reference, let before):
      Path("cases", reference.description, "seen").with(
        before.map { [("before", String($0))] } ?? []
      ).text
    case .reports(let reference, let page):
      Path("cases", reference.description, "reports").with(
        page > 1 ? [("page", String(page))] : []
      ).text
    }
  }
}
