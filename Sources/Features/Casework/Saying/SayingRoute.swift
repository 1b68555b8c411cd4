internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership

/// The page of a message that somebody has to say; a POST records that it was.
enum SayingRoute: Route {
  case say(ID<SentMessage>)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.count == 3, path[0] == "work", path[1] == "say",
      let id = ID<SentMessage>(path[2])
    else { return nil }
    self = .say(id)
  }

  var path: String {
    switch self {
    case .say(let id): Path("work", "say", id.description).text
    }
  }
}
