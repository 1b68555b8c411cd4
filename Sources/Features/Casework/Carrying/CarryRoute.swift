internal import HTTP
internal import Jobs
internal import Kernel

/// The pages on which open cases are brought along.
enum CarryRoute: Route {
  /// The mappings, the form of an import and how tables are written.
  case start
  /// Trying an import; POST only.
  case trial
  /// Doing it; POST only.
  case bring
  /// A mapping that is written, from another where `from` names it.
  case mapping(from: String?)
  /// A saved mapping as a file.
  case sheet(key: String)
  /// A table of the sample.
  case sample(name: String)
  /// How far an import is.
  case job(ID<Job>)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "carry" else { return nil }
    switch (path.dropFirst().first, path.count) {
    case (nil, _): self = .start
    case ("try", 2) where method == .post: self = .trial
    case ("bring", 2) where method == .post: self = .bring
    case ("mapping", 2): self = .mapping(from: query["from"])
    case ("mapping", 3) where path[2].hasSuffix(".csv"):
      self = .sheet(key: String(path[2].dropLast(4)))
    case ("sample", 3) where path[2].hasSuffix(".csv"):
      self = .sample(name: String(path[2].dropLast(4)))
    case ("jobs", 3):
      guard let id = ID<Job>(path[2]) else { return nil }
      self = .job(id)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .start: Path("carry").text
    case .trial: Path("carry", "try").text
    case .bring: Path("carry", "bring").text
    case .mapping(let from): Path("carry", "mapping").with(from.map { [("from", $0)] } ?? []).text
    case .sheet(let key): Path("carry", "mapping", "\(key).csv").text
    case .sample(let name): Path("carry", "sample", "\(name).csv").text
    case .job(let id): Path("carry", "jobs", id.description).text
    }
  }
}
