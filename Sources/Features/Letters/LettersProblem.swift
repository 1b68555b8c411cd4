internal import Kernel

/// Why something of the outbox cannot be shown or done.
enum LettersProblem: Problem, Equatable {
  case notFound
  case unclear
  case noMail

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .unclear: "Choose what to do with the message, then press the button again."
    case .noMail: "No mail server is set. Set HAMLET_MAIL and HAMLET_MAIL_FROM first."
    }
  }

  var status: Int {
    switch self {
    case .notFound: 404
    case .unclear: 422
    case .noMail: 409
    }
  }
}
