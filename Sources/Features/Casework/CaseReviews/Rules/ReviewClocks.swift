internal import Kernel

/// By when each step of an application is due, by the partnership's own rule.
struct ReviewClocks: Equatable, Sendable {
  let acknowledge: Day
  let decide: Day
  let meet: Day

  init(_ rule: ReviewRule, applied: Day) {
    acknowledge = WorkingTime.day(rule.acknowledgeDays, after: applied)
    decide = WorkingTime.day(rule.decideDays, after: applied)
    meet = WorkingTime.day(rule.meetDays, after: applied)
  }

  /// What is due next, and by when; `nil` where nothing is.
  func next(_ review: CaseReview) -> (step: String, by: Day)? {
    if review.acknowledgedAt == nil { return ("Acknowledge it", acknowledge) }
    if review.decidedAt == nil { return ("Decide on the threshold", decide) }
    guard review.decision == .review, review.heldOn == nil else { return nil }
    return ("Hold the review", meet)
  }
}
