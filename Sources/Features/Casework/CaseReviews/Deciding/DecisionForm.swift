internal import Access
internal import HTTP
internal import Kernel

/// What the relevant bodies decided about the threshold.
struct DecisionForm {
  static func floor(_ law: ReviewLaw) -> String {
    "The floor is met, so a review must be held: \(law.citation)"
  }

  let decision: ReviewDecision
  /// The reason, in words the applicant reads.
  let reason: String
  /// Those who decided and have accounts.
  let deciders: [ID<Account>]
  let record: ReviewRecord.Content

  init(_ fields: Fields, _ people: ReviewPeople, _ verdict: ReviewVerdict) throws(Refusal) {
    var form = FormReader(fields)
    let decision: ReviewDecision? = form.choice("decision", or: "Choose what was decided")
    if decision == .noReview, verdict.isFloorMet {
      form.refuse("decision", Self.floor(verdict.law))
    }
    let bodies = DecidingBodies(fields, &form, RelevantBodies(people.agencies), decision)
    let deciders = Deciders(.threshold, fields, &form, people)
    let factors = ReviewFactor.allCases.map { factor in
      (
        factor.title,
        verdict.isFloorMet
          ? form.optionalText(factor.rawValue, limit: CaseForms.limit) ?? ""
          : form.text(factor.rawValue, or: factor.missing, limit: CaseForms.limit)
      )
    }
    let reason = form.text(
      "reason", or: "Enter the reason, in words the applicant reads", limit: CaseForms.limit)
    try form.finish()
    guard let decision else { throw Refusal("decision", "Choose what was decided") }
    self.decision = decision
    self.reason = reason
    self.deciders = deciders.accounts
    record = ReviewRecord.Content(
      bodies.lines + [("Who decided", deciders.words)] + factors
        + [("Reason, as the applicant reads it", reason)])
  }
}

/// What is weighed where the floor is not met: section 104(5) of the Act of 2014.
enum ReviewFactor: String, CaseIterable {
  case persistence
  case harm
  case adequacy

  var title: String {
    switch self {
    case .persistence: "How long and how often"
    case .harm: "Harm, or harm that may come"
    case .adequacy: "How well it was answered"
    }
  }

  var missing: String {
    "Enter it: without the floor the bodies weigh it (\(ReviewVerdict.factorsSection))"
  }
}
