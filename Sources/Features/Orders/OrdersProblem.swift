internal import Kernel

/// Why something of the register cannot be shown or done.
enum OrdersProblem: Problem, Equatable {
  case notFound
  case noSuchSet(String)
  case unknown(String)

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .noSuchSet(let key): "There is no set of rules “\(key)”: hamlet law list shows them."
    case .unknown(let reference): "There is no order \(reference) in the register."
    }
  }

  var status: Int { 404 }
}
