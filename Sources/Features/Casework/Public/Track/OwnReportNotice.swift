internal import HTTP

/// What was just done to a report by its reporter.
enum OwnReportNotice: String {
  case added
  case continues
  /// It was told of a report whose work had ended.
  case afterEnd = "after-end"
  case withdrawn
  /// There was nothing to withdraw any more.
  case ended
  case answered
  case wasAnswered = "was-answered"
  case file

  /// The page that says it.
  var path: String { Path("report", "track", "own").with([("done", rawValue)]).text }

  var words: String {
    switch self {
    case .added: "It is added to your report."
    case .continues: "We have noted that it is still going on."
    case .afterEnd:
      "We have noted it. The work on this report had ended, so an officer now looks whether it begins "
        + "again."
    case .withdrawn: "Your report is withdrawn."
    case .ended: "The work on this report has ended, so it was not withdrawn."
    case .answered: "Thank you: your answers are kept."
    case .wasAnswered: "The questions were answered before."
    case .file: "The file is added to your report."
    }
  }
}
