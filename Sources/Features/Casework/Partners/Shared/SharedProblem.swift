internal import Kernel

/// Why an organisation cannot see or do something in a case.
enum SharedProblem: Problem, Equatable {
  case notFound
  case closed

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .closed: "This case is closed. Ask whoever leads it to open it again before you add to it."
    }
  }

  var status: Int { self == .notFound ? 404 : 409 }
}
