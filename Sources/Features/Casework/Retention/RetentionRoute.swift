internal import HTTP
internal import Kernel

/// The pages of what is kept for how long.
enum RetentionRoute: Route {
  /// Rules, and what is due; POST sets a rule.
  case overview
  /// Looks a record up by its reference; POST only.
  case find
  /// What is due of one kind.
  case due(RetentionKind, page: Int)
  /// What was deleted.
  case deleted(page: Int)
  /// How one record stands.
  case record(RetentionKind, Reference)
  /// Keeps it, lets it go or deletes it; POST only.
  case act(RetentionKind, Reference, RetentionAct)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "retention", path.count <= 4 else { return nil }
    let page = query["page"].flatMap { Int($0) }.map { min(max($0, 1), 10_000) } ?? 1
    switch (path.count, path.dropFirst().first) {
    case (1, _): self = .overview
    case (2, "deleted"): self = .deleted(page: page)
    case (2, "find") where method == .post: self = .find
    case (_, let text?):
      guard let kind = RetentionKind(rawValue: text), kind.isReviewed else { return nil }
      if path.count == 2 {
        self = .due(kind, page: page)
        return
      }
      guard let reference = Reference(path[2]) else { return nil }
      if path.count == 3 {
        self = .record(kind, reference)
        return
      }
      guard method == .post, let act = RetentionAct(rawValue: path[3]) else { return nil }
      self = .act(kind, reference, act)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .overview: Path("retention").text
    case .find: Path("retention", "find").text
    case .due(let kind, let page):
      Path("retention", kind.rawValue).with(page == 1 ? [] : [("page", String(page))]).text
    case .deleted(let page):
      Path("retention", "deleted").with(page == 1 ? [] : [("page", String(page))]).text
    case .record(let kind, let reference):
      Path("retention", kind.rawValue, reference.description).text
    case .act(let kind, let reference, let act):
      Path("retention", kind.rawValue, reference.description, act.rawValue).text
    }
  }
}

/// What is decided about a record.
enum RetentionAct: String, CaseIterable, Sendable {
  case keep
  case release
  case delete

  var notice: String {
    switch self {
    case .keep: "It is kept"
    case .release: "Its rule holds again"
    case .delete: "It is deleted"
    }
  }
}
