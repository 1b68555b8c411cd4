internal import HTTP
internal import Kernel

/// The pages of search; what is looked for is posted, so that no address or log has it.
enum SearchRoute: Route {
  /// The form, and with POST what was found.
  case search
  /// Words looked for in one case; POST only.
  case inCase(Reference)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    if path == ["search"] {
      self = .search
      return
    }
    guard method == .post, path.count == 3, path[0] == "cases", path[2] == "find",
      let reference = Reference(path[1])
    else { return nil }
    self = .inCase(reference)
  }

  var path: String {
    switch self {
    case .search: Path("search").text
    case .inCase(let reference): Path("cases", reference.description, "find").text
    }
  }
}
