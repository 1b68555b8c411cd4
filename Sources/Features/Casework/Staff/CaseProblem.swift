internal import Kernel

/// Why something about a case cannot be shown or done.
enum CaseProblem: Problem, Equatable {
  case notFound
  case decided
  case closed
  case joined
  case open

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .decided: "Somebody has decided about this report meanwhile. Open it to see what."
    case .closed: "This case is closed. Open it again before you add to it."
    case .joined: "This case was joined to another, which goes on. Open that one and do it there."
    case .open: "This case is not closed or paused any more. Load the page again."
    }
  }

  var status: Int { self == .notFound ? 404 : 409 }
}
