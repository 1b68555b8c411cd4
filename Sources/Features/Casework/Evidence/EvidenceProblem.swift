internal import Kernel

/// Why something about a file cannot be shown or done.
enum EvidenceProblem: Problem, Equatable {
  case notFound
  case notReleased
  case noCopy
  case gone

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .notReleased:
      "This file cannot be opened: it has not been looked through for viruses, or one was found. A "
        + "manager can release a file that waits."
    case .noCopy:
      "There is no everyday copy of this file. Open the original, with a reason."
    case .gone: "This file was deleted. What is known of it stands on its page."
    }
  }

  var status: Int { self == .notFound ? 404 : 409 }
}
