internal import Kernel

/// Why something of casework cannot be shown or done.
enum CaseworkProblem: Problem, Equatable {
  case notFound
  case noForm

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .noForm:
      "The page was open for too long or your browser keeps no cookies for this site. Nothing of it "
        + "was sent. Go back, load the page again and send it once more."
    }
  }

  var status: Int {
    switch self {
    case .notFound: 404
    case .noForm: 403
    }
  }
}
