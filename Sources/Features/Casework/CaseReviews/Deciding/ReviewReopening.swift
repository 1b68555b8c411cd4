internal import Database
internal import Kernel

/// The schema of reviews that an upheld appeal against a refusal opens.
enum ReviewReopening {
  static let migrations = [
    Migration(
      feature: "review-reopening", number: 1,
      text: "ALTER TABLE case_review ADD COLUMN reopened_on {text};")
  ]

  /// What an upheld appeal makes of a refusal: a review to be held, whose outcome can be appealed against.
  ///
  /// The records keep both decisions.
  static func changes(on day: Day) -> SQL {
    "decision = 'review', reopened_on = \(day), appealed_on = NULL, appeal = NULL"
  }
}
