internal import Kernel
internal import Partnership

/// By when each step of an application is due, by the partnership's own rule.
struct ReviewClocks: Equatable, Sendable {
  let acknowledge: Day
  let decide: Day
  let meet: Day

  /// Of a review that an appeal opened the days to hold it begin anew with that day.
  init(_ rule: ReviewRule, _ review: CaseReview) {
    self.init(rule, applied: review.appliedOn, reopened: review.reopenedOn)
  }

  init(_ rule: ReviewRule, applied: Day, reopened: Day? = nil) {
    func day(_ days: Int, after first: Day) -> Day {
      rule.calendar.time(on: first).day(days, after: first)
    }
    acknowledge = day(rule.acknowledgeDays, after: applied)
    decide = day(rule.decideDays, after: applied)
    meet = day(rule.meetDays, after: reopened ?? applied)
  }
}

/// What is due next of an application.
struct ReviewStep: Equatable, Sendable {
  let title: String
  /// The last day; `nil` where no rule sets one.
  let by: Day?

  /// The step with its day, such as "Hold the review by 18 December 2026".
  var words: String { by.map { "\(title) by \($0.words)" } ?? title }

  init(_ title: String, by day: Day?) {
    self.title = title
    by = day
  }

  /// The next step; `nil` where nothing is to be done.
  init?(_ review: CaseReview, _ clocks: ReviewClocks?) {
    if review.acknowledgedAt == nil, review.decidedAt == nil {
      self.init("Acknowledge it", by: clocks?.acknowledge)
    } else if review.decidedAt == nil {
      self.init("Decide on the threshold", by: clocks?.decide)
    } else if review.appealedOn != nil, review.appeal == nil {
      self.init("Decide the appeal", by: nil)
    } else if review.decision == .review, review.heldOn == nil {
      self.init("Hold the review", by: clocks?.meet)
    } else if review.decision == .review, review.toldAt == nil {
      self.init("Tell the outcome", by: nil)
    } else {
      return nil
    }
  }
}
