internal import HTTP
internal import Kernel

/// The pages of procedures.
enum ProcedureRoute: Route {
  /// The figure of a month; the last that is over where none is named.
  case figure(Month?)
  /// The checklists, and adding a version; `of` names the procedure whose form is shown.
  case checklists(of: String?)
  /// Within how many days what is promised is kept, and setting it.
  case standard
  /// Which days are working days, and adding one that is not as the law's own rule has it.
  case workingDays
  /// Draws the sample of a month; POST only.
  case draw
  /// The sample of a month.
  case sample(Month)
  /// One case of a sample, and scoring it.
  case score(Month, Reference)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.starts(with: ["work", "procedures"]) else { return nil }
    switch (path.count, path.dropFirst(2).first) {
    case (2, _): self = .figure(query["month"].flatMap { Month($0) })
    case (3, "checklists"): self = .checklists(of: query["of"])
    case (3, "standard"): self = .standard
    case (3, "working-days"): self = .workingDays
    case (3, "draw") where method == .post: self = .draw
    case (4, "samples"):
      guard let month = Month(path[3]) else { return nil }
      self = .sample(month)
    case (5, "samples"):
      guard let month = Month(path[3]), let reference = Reference(path[4]) else { return nil }
      self = .score(month, reference)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .figure(let month):
      Path("work", "procedures").with(month.map { [("month", $0.description)] } ?? []).text
    case .checklists(let key):
      Path("work", "procedures", "checklists").with(key.map { [("of", $0)] } ?? []).text
    case .standard: Path("work", "procedures", "standard").text
    case .workingDays: Path("work", "procedures", "working-days").text
    case .draw: Path("work", "procedures", "draw").text
    case .sample(let month): Path("work", "procedures", "samples", month.description).text
    case .score(let month, let reference):
      Path("work", "procedures", "samples", month.description, reference.description).text
    }
  }
}
