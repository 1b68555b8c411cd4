/// One page of a report.
enum ReportStep: String, CaseIterable, Sendable {
  case what
  case isIt = "is-it"
  case help
  case now
  case `where`
  case place
  case when
  case words
  case files
  case people
  case effect
  case you
  case check
  case sent

  /// The step of the line at the top of the page that it belongs to.
  var stage: Int {
    switch self {
    case .what, .isIt, .help, .now: 0
    case .where, .place: 1
    case .when, .words, .files, .people: 2
    case .effect: 3
    case .you: 4
    case .check, .sent: 5
    }
  }

  static let stages = ["What", "Where", "When", "Effect", "You", "Check"]
}
