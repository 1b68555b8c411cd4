internal import HTTP
internal import Kernel

/// The pages of what other organisations know.
enum KnownRoute: Route {
  /// The requests that wait, and the registers.
  case start
  /// Deciding about a request; POST only.
  case decide
  /// Adding a register; POST only.
  case add
  /// Turning a register on or off; POST only.
  case turn(ID<KnownSource>)
  /// Loading a register; POST only.
  case load(ID<KnownSource>)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "known" else { return nil }
    switch (path.dropFirst().first, path.count) {
    case (nil, _): self = .start
    case ("add", 2) where method == .post: self = .add
    case ("decide", 2) where method == .post: self = .decide
    case ("turn", 3) where method == .post:
      guard let id = ID<KnownSource>(path[2]) else { return nil }
      self = .turn(id)
    case ("load", 3) where method == .post:
      guard let id = ID<KnownSource>(path[2]) else { return nil }
      self = .load(id)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .start: Path("known").text
    case .decide: Path("known", "decide").text
    case .add: Path("known", "add").text
    case .turn(let id): Path("known", "turn", id.description).text
    case .load(let id): Path("known", "load", id.description).text
    }
  }
}
