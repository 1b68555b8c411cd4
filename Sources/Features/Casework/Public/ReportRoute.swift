internal import HTTP

/// The public pages of a report.
enum ReportRoute: Route {
  /// What to do in danger, before anything is asked.
  case start
  /// One page of the form; `isChange` where it was opened from "Check your answers".
  case step(ReportStep, isChange: Bool)
  /// Deletes what was not sent yet; POST only.
  case discard
  /// Takes a file of it in pieces; POST only.
  case pieces
  /// Opens a report by its reference and secret.
  case track
  /// The report that was opened.
  case own
  /// Takes a file of it in pieces; POST only.
  case ownPieces
  /// Closes it in this browser; POST only.
  case leave
  /// Asks for a code, for somebody who lost the secret.
  case lost
  /// Takes the code.
  case code
  /// The reports of a contact that was proved by it.
  case mine
  /// The questions behind the link of a letter.
  case answer(String)
  /// That they were answered.
  case answered
  /// How many reports there are, by ward and month.
  case counts

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "report", path.count <= 4 else { return nil }
    switch path.dropFirst().joined(separator: "/") {
    case "": self = .start
    case "discard" where method == .post: self = .discard
    case "files/pieces" where method == .post: self = .pieces
    case "track/own/pieces" where method == .post: self = .ownPieces
    case "track": self = .track
    case "track/own": self = .own
    case "track/leave" where method == .post: self = .leave
    case "track/lost": self = .lost
    case "track/code": self = .code
    case "track/mine": self = .mine
    case "answered": self = .answered
    case "counts" where method != .post: self = .counts
    case _ where path.count == 3 && path[1] == "answer": self = .answer(path[2])
    case let name:
      guard let step = ReportStep(rawValue: name) else { return nil }
      self = .step(step, isChange: query["change"] == "yes")
    }
  }

  /// The page of a step once more, with what was refused on it.
  static func again(_ step: ReportStep, isChange: Bool) -> String {
    let change = isChange ? [("change", "yes")] : []
    return Path("report", step.rawValue).with(change + [("again", "yes")]).text
  }

  var path: String {
    switch self {
    case .start: Path("report").text
    case .step(let step, let isChange):
      Path("report", step.rawValue).with(isChange ? [("change", "yes")] : []).text
    case .discard: Path("report", "discard").text
    case .pieces: Path("report", "files", "pieces").text
    case .ownPieces: Path("report", "track", "own", "pieces").text
    case .track: Path("report", "track").text
    case .own: Path("report", "track", "own").text
    case .leave: Path("report", "track", "leave").text
    case .lost: Path("report", "track", "lost").text
    case .code: Path("report", "track", "code").text
    case .mine: Path("report", "track", "mine").text
    case .answer(let link): Path("report", "answer", link).text
    case .answered: Path("report", "answered").text
    case .counts: Path("report", "counts").text
    }
  }
}
