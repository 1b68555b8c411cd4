internal import Kernel

/// Why something of tasking cannot be shown or done.
enum TaskingProblem: Problem, Equatable {
  case notFound
  case closed

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .closed:
      "The meeting is closed and its pack is kept as it was. Write the decision down in the next "
        + "meeting."
    }
  }

  var status: Int {
    switch self {
    case .notFound: 404
    case .closed: 409
    }
  }
}
