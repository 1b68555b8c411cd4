internal import HTTP
internal import Kernel

/// The pages of evidence.
enum EvidenceRoute: Route {
  /// Files in a state, those before one on further pages.
  case list(EvidenceState, before: ID<EvidenceFile>?)
  /// Adds a file to a case.
  case add(Reference)
  /// What is known of a file.
  case file(ID<EvidenceFile>)
  /// Its everyday copy.
  case copy(ID<EvidenceFile>)
  /// Something done to it; POST only.
  case act(ID<EvidenceFile>, EvidenceAct)

  static let first = EvidenceRoute.list(.held, before: nil)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "evidence" else { return nil }
    switch (path.count, path.dropFirst().first) {
    case (1, _):
      let state = query["state"].flatMap { EvidenceState(rawValue: $0) } ?? .held
      self = .list(state, before: query["before"].flatMap { ID($0) })
    case (3, "add"):
      guard let reference = Reference(path[2]) else { return nil }
      self = .add(reference)
    case (2, let text?):
      guard let id = ID<EvidenceFile>(text) else { return nil }
      self = .file(id)
    case (3, let text?):
      guard let id = ID<EvidenceFile>(text) else { return nil }
      if path[2] == "copy" {
        self = .copy(id)
      } else if let act = EvidenceAct(rawValue: path[2]), method == .post {
        self = .act(id, act)
      } else {
        return nil
      }
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .list(let state, let before):
      Path("evidence").with(
        (state == .held ? [] : [("state", state.rawValue)])
          + (before.map { [("before", $0.description)] } ?? [])
      ).text
    case .add(let reference): Path("evidence", "add", reference.description).text
    case .file(let id): Path("evidence", id.description).text
    case .copy(let id): Path("evidence", id.description, "copy").text
    case .act(let id, let act): Path("evidence", id.description, act.rawValue).text
    }
  }
}
