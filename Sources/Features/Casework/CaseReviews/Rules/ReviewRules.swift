internal import Database
internal import Kernel

/// Every version of the partnership's rule, for lists in which each application keeps its own.
struct ReviewRules {
  /// The latest first.
  private let all: [ReviewRule]

  init(_ read: Read) throws { all = try ReviewRule.all(read) }

  /// The rule that holds on a day; `nil` where there was none.
  func on(_ day: Day) -> ReviewRule? {
    all.filter { $0.validFrom <= day }.max {
      ($0.validFrom, $0.number) < ($1.validFrom, $1.number)
    }
  }

  /// The rule an application is tested by: that it was decided under, or that of its day.
  func of(_ review: CaseReview) -> ReviewRule? {
    guard review.decidedAt != nil else { return on(review.appliedOn) }
    return review.rule.flatMap { number in all.first { $0.number == number } }
  }

  /// What is due next of an application, and by when.
  func next(_ review: CaseReview) -> ReviewStep? {
    ReviewStep(
      review, of(review).map { ReviewClocks($0, review) })
  }
}
