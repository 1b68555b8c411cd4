internal import Kernel

/// Why something of the register cannot be shown or done.
enum SharingProblem: Problem, Equatable {
  case notFound
  case unknownShare(String)
  case unknownRequest(String)
  case unknownAgreement(String)

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .unknownShare(let typed): "There is no share \(typed): hamlet sharing list shows them."
    case .unknownRequest(let typed):
      "There is no request \(typed): hamlet sharing requests shows them."
    case .unknownAgreement(let typed):
      "There is no agreement \(typed): hamlet sharing agreements shows them."
    }
  }

  var status: Int { 404 }
}
