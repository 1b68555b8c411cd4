internal import Kernel

/// Why a request cannot be worked on.
enum AccessProblem: Problem, Equatable {
  case notFound
  case released
  case notReleased

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .released: "This request was answered; what was given stays as it was."
    case .notReleased: "Nothing was released yet: review everything first, then release it."
    }
  }

  var status: Int { self == .notFound ? 404 : 409 }
}
