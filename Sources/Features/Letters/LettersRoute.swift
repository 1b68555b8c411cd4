internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership

/// The pages of the outbox.
enum LettersRoute: Route {
  /// The messages of one state, or of one route among them; those before an id on further pages.
  case list(MessageState, by: MessageRoute? = nil, before: ID<SentMessage>?)
  /// One message; a POST decides about it.
  case message(ID<SentMessage>)
  /// One message as a file to be saved.
  case file(ID<SentMessage>, PrintFormat)

  static let first = LettersRoute.list(.byHand, before: nil)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "outbox" else { return nil }
    switch path.count {
    case 1 where method == .get:
      let state = query["state"].flatMap { MessageState(rawValue: $0) } ?? .byHand
      let route = query["route"].flatMap { MessageRoute(rawValue: $0) }
      self = .list(state, by: route, before: query["before"].flatMap { ID($0) })
    case 2:
      guard let id = ID<SentMessage>(path[1]) else { return nil }
      self = .message(id)
    case 3 where method == .get:
      guard let id = ID<SentMessage>(path[1]),
        let format = PrintFormat.allCases.first(where: { path[2] == "letter.\($0.rawValue)" })
      else { return nil }
      self = .file(id, format)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .list(let state, let route, let before):
      var query: [(String, String)] = []
      if state != .byHand { query.append(("state", state.rawValue)) }
      if let route { query.append(("route", route.rawValue)) }
      if let before { query.append(("before", before.description)) }
      return Path("outbox").with(query).text
    case .message(let id): return Path("outbox", id.description).text
    case .file(let id, let format):
      return Path("outbox", id.description, "letter.\(format.rawValue)").text
    }
  }
}
