internal import Design
internal import Kernel

/// The steps of a request as its applicant sees them: what was done on which day, and what is to come.
struct OwnReviewSteps {
  let review: CaseReview
  let rule: ReviewRule?

  private var clocks: ReviewClocks? { rule.map { ReviewClocks($0, review) } }

  var entries: [TimelineEntry] {
    var entries = [TimelineEntry("We received your request", meta: review.appliedOn.words)]
    entries.append(
      step(
        "We wrote to you that we have it", "We write to you that we have it",
        review.acknowledgedAt.map { London.day($0) }, by: clocks?.acknowledge))
    entries.append(decision)
    if let reopened = review.reopenedOn {
      entries.append(
        TimelineEntry(
          "You did not agree: there will be a review", .done, meta: reopened.words,
          text: "It was looked at again, and you were found to be right."))
    }
    if review.decision != .noReview {
      entries.append(
        step(
          "The review was held",
          review.decision == nil ? "If there is a review, it is held" : "The review is held",
          review.heldOn, by: clocks?.meet))
      entries.append(
        step(
          "We wrote to you what came of it", "We write to you what came of it",
          review.toldAt.map { London.day($0) }, by: nil))
    }
    if let appealed = review.appealedOn {
      entries.append(TimelineEntry("You did not agree", meta: appealed.words, text: appeal))
    }
    return entries
  }

  private var decision: TimelineEntry {
    guard let decided = review.decidedAt, let decision = review.decision else {
      return step(
        "", "The council, the police and others decide whether there is a review", nil,
        by: clocks?.decide)
    }
    let title =
      decision == .review && review.reopenedOn == nil
      ? "They decided: there will be a review" : "They decided: the threshold is not met"
    return TimelineEntry(title, .done, meta: London.day(decided).words, text: reasons(decision))
  }

  private func reasons(_ decision: ReviewDecision) -> String {
    guard decision == .noReview, let days = rule?.appealDays else {
      return "We wrote to you with the reasons."
    }
    return
      "We wrote to you with the reasons. If you do not agree, tell the point of contact within "
      + "\(days) working days of the decision."
  }

  private var appeal: String {
    switch review.appeal {
    case nil: "It is being looked at again."
    case .upheld: "It was looked at again, and you were found to be right."
    case .notUpheld: "It was looked at again, and the decision stands."
    }
  }

  private func step(
    _ done: String, _ coming: String, _ day: Day?, by due: Day?
  ) -> TimelineEntry {
    if let day { return TimelineEntry(done, .done, meta: day.words) }
    return TimelineEntry(coming, .toCome, text: due.map { "By \($0.weekdayWords)." })
  }
}
