internal import HTTP
internal import Kernel

/// The pages on which cases are joined, parted and looked back at.
enum TieRoute: Route {
  /// Joins a case to another; `into` is what was typed, shown beside it before anything is done.
  case join(Reference, into: String?)
  /// Makes a case of its own of some reports.
  case part(Reference)
  /// A case that was joined, as it was left.
  case left(Reference)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.count == 3, path[0] == "cases", let reference = Reference(path[1]) else {
      return nil
    }
    switch path[2] {
    case "join": self = .join(reference, into: query["into"])
    case "part": self = .part(reference)
    case "left" where method != .post: self = .left(reference)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .join(let reference, let into):
      Path("cases", reference.description, "join").with(into.map { [("into", $0)] } ?? []).text
    case .part(let reference): Path("cases", reference.description, "part").text
    case .left(let reference): Path("cases", reference.description, "left").text
    }
  }
}
