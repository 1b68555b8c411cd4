internal import HTTP

/// The pages of mapped sources, below `/incidents/sources`.
enum SourceRoute: Equatable {
  case list
  case new
  /// A source by its key, and a page of its months.
  case show(String, page: Int)
  case edit(String)

  init?(_ parts: [String], page: Int) {
    switch parts.count {
    case 0: self = .list
    case 1: self = parts[0] == "new" ? .new : .show(parts[0], page: page)
    case 2 where parts[1] == "edit": self = .edit(parts[0])
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .list: Path("incidents", "sources").text
    case .new: Path("incidents", "sources", "new").text
    case .show(let key, let page):
      Path("incidents", "sources", key).with(page > 1 ? [("page", String(page))] : []).text
    case .edit(let key): Path("incidents", "sources", key, "edit").text
    }
  }
}
