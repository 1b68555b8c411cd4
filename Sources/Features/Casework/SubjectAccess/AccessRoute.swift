internal import HTTP
internal import Kernel

/// The pages of requests for one's own data.
enum AccessRoute: Route {
  /// Those that wait, or those that were answered.
  case list(isOpen: Bool, page: Int)
  /// The form of a new one; POST keeps it.
  case new
  /// One request.
  case show(Reference, page: Int = 1)
  /// Whom it is about; POST keeps what was chosen.
  case people(Reference)
  /// One item, by its place in what was gathered.
  case item(Reference, key: String)
  /// Something done about one; POST only.
  case act(Reference, AccessAct)
  /// The file that is given.
  case file(Reference)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "data-requests", path.count <= 3 else { return nil }
    let page = query["page"].flatMap { Int($0) }.map { min(max($0, 1), 10_000) } ?? 1
    switch path.count {
    case 1: self = .list(isOpen: query["answered"] == nil, page: page)
    case 2 where path[1] == "new": self = .new
    default:
      guard let reference = Reference(path[1]) else { return nil }
      switch path.dropFirst(2).first {
      case nil: self = .show(reference, page: page)
      case "people": self = .people(reference)
      case "item": self = .item(reference, key: query["key"] ?? "")
      case "file": self = .file(reference)
      case let text?:
        guard method == .post, let act = AccessAct(rawValue: text) else { return nil }
        self = .act(reference, act)
      }
    }
  }

  var path: String {
    let root = "data-requests"
    switch self {
    case .list(let isOpen, let page):
      return Path(root).with(
        (isOpen ? [] : [("answered", "yes")]) + (page == 1 ? [] : [("page", String(page))])
      ).text
    case .new: return Path(root, "new").text
    case .show(let reference, let page):
      return Path(root, reference.description).with(page == 1 ? [] : [("page", String(page))]).text
    case .people(let reference): return Path(root, reference.description, "people").text
    case .item(let reference, let key):
      return Path(root, reference.description, "item").with([("key", key)]).text
    case .act(let reference, let act):
      return Path(root, reference.description, act.rawValue).text
    case .file(let reference): return Path(root, reference.description, "file").text
    }
  }
}

/// What is done about a request.
enum AccessAct: String, CaseIterable, Sendable {
  case proof
  case extend
  case rest
  case release

  var notice: String {
    switch self {
    case .proof: "It is recorded"
    case .extend: "The time is longer: tell them, with the reason"
    case .rest: "The rest is left out"
    case .release: "It is released: save the file and give it to them"
    }
  }
}
