internal import HTTP
internal import Kernel

/// The pages of risk.
enum RiskRoute: Route {
  /// Every assessment of a case.
  case history(Reference)
  /// The questions of an instrument, asked about a case.
  case assess(Reference, key: String)
  /// One assessment with its answers.
  case assessment(Reference, ID<RiskAssessment>)
  /// The instruments.
  case instruments
  /// Adding one, from the sheet of another where `from` names it.
  case add(from: String?)
  /// What one version asks.
  case instrument(key: String, version: Int)
  /// The same as a file.
  case sheet(key: String, version: Int)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    switch path.first {
    case "cases" where path.count >= 3:
      guard let reference = Reference(path[1]) else { return nil }
      switch (path[2], path.count) {
      case ("risk", 3): self = .history(reference)
      case ("risk", 4): self = .assess(reference, key: path[3])
      case ("assessments", 4):
        guard let id = ID<RiskAssessment>(path[3]) else { return nil }
        self = .assessment(reference, id)
      default: return nil
      }
    case "work" where path.count >= 2 && path[1] == "instruments":
      switch path.count {
      case 2: self = .instruments
      case 3 where path[2] == "new": self = .add(from: query["from"])
      case 4: self.init(key: path[2], file: path[3])
      default: return nil
      }
    default: return nil
    }
  }

  private init?(key: String, file: String) {
    let isSheet = file.hasSuffix(".csv")
    guard let version = Int(isSheet ? String(file.dropLast(4)) : file) else { return nil }
    self = isSheet ? .sheet(key: key, version: version) : .instrument(key: key, version: version)
  }

  var path: String {
    switch self {
    case .history(let reference): Path("cases", reference.description, "risk").text
    case .assess(let reference, let key): Path("cases", reference.description, "risk", key).text
    case .assessment(let reference, let id):
      Path("cases", reference.description, "assessments", id.description).text
    case .instruments: Path("work", "instruments").text
    case .add(let from):
      Path("work", "instruments", "new").with(from.map { [("from", $0)] } ?? []).text
    case .instrument(let key, let version): Path("work", "instruments", key, String(version)).text
    case .sheet(let key, let version): Path("work", "instruments", key, "\(version).csv").text
    }
  }
}
