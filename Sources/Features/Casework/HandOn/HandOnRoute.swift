internal import HTTP
internal import Kernel

/// The page on which a case is handed on, and the form that takes it back.
enum HandOnRoute: Route {
  case handOn(Reference)
  /// POST only.
  case takeBack(Reference)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.count == 3, path[0] == "cases", let reference = Reference(path[1]) else {
      return nil
    }
    switch path[2] {
    case "hand-on": self = .handOn(reference)
    case "take-back" where method == .post: self = .takeBack(reference)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .handOn(let reference): Path("cases", reference.description, "hand-on").text
    case .takeBack(let reference): Path("cases", reference.description, "take-back").text
    }
  }
}
