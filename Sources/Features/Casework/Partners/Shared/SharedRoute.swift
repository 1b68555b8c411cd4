internal import HTTP
internal import Kernel

/// The pages of an organisation that cases were given to.
enum SharedRoute: Route {
  /// The cases given to it.
  case list(page: Int)
  /// One of them.
  case file(Reference)
  /// Something written into it; POST only.
  case act(Reference, SharedAct)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.starts(with: ["cases", "shared"]) else { return nil }
    switch path.count {
    case 2:
      self = .list(page: query["page"].flatMap { Int($0) }.map { min(max($0, 1), 10_000) } ?? 1)
    case 3:
      guard let reference = Reference(path[2]) else { return nil }
      self = .file(reference)
    case 4 where method == .post:
      guard let reference = Reference(path[2]), let act = SharedAct(rawValue: path[3]) else {
        return nil
      }
      self = .act(reference, act)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .list(let page):
      Path("cases", "shared").with(page == 1 ? [] : [("page", String(page))]).text
    case .file(let reference): Path("cases", "shared", reference.description).text
    case .act(let reference, let act):
      Path("cases", "shared", reference.description, act.rawValue).text
    }
  }
}

/// What an organisation can do in a case.
enum SharedAct: String, CaseIterable, Sendable {
  case note
  case answer
  /// For the organisation that leads the case.
  case contact
}
