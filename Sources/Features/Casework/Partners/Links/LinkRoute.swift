internal import HTTP

/// The page on which somebody without an account answers an action.
enum LinkRoute: Route {
  case answer(token: String)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.count == 2, path[0] == "answer", path[1].utf8.count == 43 else { return nil }
    self = .answer(token: path[1])
  }

  var path: String {
    switch self {
    case .answer(let token): Path("answer", token).text
    }
  }
}
