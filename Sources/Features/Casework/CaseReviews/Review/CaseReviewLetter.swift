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
  case appeal(ReviewAppeal, reason: String)
  /// An appeal against a refusal was upheld, and the review is held by a day.
  case reopened(reason: String, by: Day?)

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
      case .appeal:
        (
          "appeal", "Case review: what came of the appeal",
          "You did not agree about your request for a case review ((reference)). It was looked at again "
            + "by people who had not decided before. ((by)) ((words))"
        )
      case .reopened:
        (
          "reopened", "Case review: there will be one after all",
          "You did not agree about your request for a case review ((reference)). It was looked at again "
            + "by people who had not decided before. You were found to be right: there will be a case "
            + "review. ((by)) ((words))\n\nWe will ask you how much you want to take part."
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
    case .outcome(let words, _), .appeal(_, let words), .reopened(let words, _): words
    }
  }

  private var by: String {
    switch self {
    case .received(let day?): "The bodies decide on it by \(day.words), and we write to you."
    case .received(nil): "The bodies decide on it, and we write to you."
    case .review: ""
    case .reopened(_, let day?): "It is held by \(day.words)."
    case .reopened(_, nil): ""
    case .appeal(.upheld, _): "You were found to be right."
    case .appeal(.notUpheld, _): "The decision stands."
    case .noReview(_, let days?), .outcome(_, let days?):
      "If you do not agree, tell the point of contact within \(days) working days."
    case .noReview(_, nil), .outcome(_, nil):
      "If you do not agree, tell the point of contact."
    }
  }

  /// The message to an applicant, by the first way that is safe: an email, a letter to be posted, or a
  /// call that somebody has to make; within the hours that are safe.
  func message(
    to request: Sensitive<CaseReviewRequest>, _ reference: Reference
  ) throws -> Message {
    let request = request.reveal(for: "letter to the applicant")
    let way = request.way ?? (route: .phone, to: "")
    return try Message(
      template,
      [
        "reference": .open(reference.description), "name": .personal(Sensitive(request.name)),
        "words": .personal(Sensitive(words)), "by": .open(by),
      ], by: way.route, to: Sensitive(way.to), about: "case-review/\(reference)",
      contact: request.way == nil ? .never : request.contact?.safe ?? .anyWay)
  }
}
