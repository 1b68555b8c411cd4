internal import Kernel
internal import Messages
internal import Partnership
internal import Secrets

/// The letters an applicant gets; a change of words is another version.
enum CaseReviewLetter {
  case received(by: Day?)
  case review(reason: String)
  case noReview(reason: String, appealDays: Int?)
  case outcome(String, appealDays: Int?)

  private var template: MessageTemplate {
    let (key, title, words) =
      switch self {
      case .received:
        (
          "received", "Case review: request received",
          "We have your request for a case review ((reference)). ((by))"
        )
      case .review:
        (
          "review", "Case review: there will be one",
          "The council, the police and others decided about your request ((reference)): there will be "
            + "a case review. ((words))\n\nWe will ask you how much you want to take part."
        )
      case .noReview:
        (
          "no-review", "Case review: threshold not met",
          "The council, the police and others decided about your request ((reference)): the threshold "
            + "for a case review is not met. ((words))\n\n((by))"
        )
      case .outcome:
        (
          "outcome", "Case review: outcome",
          "The review you asked for ((reference)) is done. ((words))\n\n((by))"
        )
      }
    return MessageTemplate(
      key: "case-review.\(key)", version: 1, title: title, subject: "About ((reference))",
      body: "Hello ((name))\n\n\(words)")
  }

  private var words: String {
    switch self {
    case .received: ""
    case .review(let reason), .noReview(let reason, _): reason
    case .outcome(let words, _): words
    }
  }

  private var by: String {
    switch self {
    case .received(let day?): "The bodies decide on it by \(day.words), and we write to you."
    case .received(nil): "The bodies decide on it, and we write to you."
    case .review: ""
    case .noReview(_, let days?), .outcome(_, let days?):
      "If you do not agree, tell the point of contact within \(days) working days."
    case .noReview(_, nil), .outcome(_, nil):
      "If you do not agree, tell the point of contact."
    }
  }

  /// The message to an applicant: by email, or else a call that somebody has to make.
  func message(
    to request: Sensitive<CaseReviewRequest>, _ reference: Reference
  ) throws -> Message {
    let request = request.reveal(for: "letter to the applicant")
    let way: MessageRoute = request.email.isEmpty ? .phone : .email
    return try Message(
      template,
      [
        "reference": .open(reference.description), "name": .personal(Sensitive(request.name)),
        "words": .personal(Sensitive(words)), "by": .open(by),
      ], by: way, to: Sensitive(way == .email ? request.email : request.phone),
      about: "case-review/\(reference)")
  }
}
