internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// An appeal, and the review that one against a refusal opens.
extension ReviewActs {
  func appeal(in write: Write) throws {
    guard review.appealable != nil, review.appeal == nil,
      let decidedAt = review.reopenedOn == nil ? review.decidedAt : review.toldAt
    else { throw Refusal("appealed-day", "There is nothing to appeal against") }
    let people = try people(write)
    let rule = try Self.rule(of: review, write)
    let clock = AppealClock(review, rule)
    let appeal = try AppealForm(
      form, review, clock, people, decided: London.day(decidedAt), today: today)
    if appeal.result != nil, people.first.contains(actor) { throw Refusal("", Self.decidedFirst) }
    try records.record(
      .appeal, appeal.record, of: review.id, by: actor, at: visit.now, in: write)
    try ReviewDeciders.keep(appeal.deciders, as: .appeal, of: review.id, in: write)
    if appeal.result == .upheld, review.isRefused {
      return try reopen(appeal.words, rule, in: write)
    }
    try keep("appealed_on = \(appeal.appealed), appeal = \(appeal.result)", write)
    if let result = appeal.result { try send(.appeal(result, reason: appeal.words), write) }
  }

  /// Opens the review that was refused; its days to be held begin today.
  private func reopen(_ reason: String, _ rule: ReviewRule?, in write: Write) throws {
    try keep(ReviewReopening.changes(on: today), write)
    try PanelShares(visit, review).renew(in: write)
    try visit.record("casework.review-reopened", review.subject, in: write)
    let meet = rule.map { ReviewClocks($0, applied: review.appliedOn, reopened: today).meet }
    try send(.reopened(reason: reason, by: meet), write)
  }
}
