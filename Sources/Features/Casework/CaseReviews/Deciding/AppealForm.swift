internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// By when an appeal can be made.
struct AppealClock {
  /// The last day; `nil` where no rule sets one.
  let lastDay: Day?

  /// Counted in working days from the day the outcome was told, or the decision where there is none.
  init(_ review: CaseReview, _ rule: ReviewRule?) {
    lastDay = rule.flatMap { rule in
      review.appealable.map { from in
        rule.calendar.time(at: from).day(rule.appealDays, after: London.day(from))
      }
    }
  }

  func isLate(_ appealed: Day) -> Bool { lastDay.map { appealed > $0 } ?? false }
}

extension CaseReview {
  /// When what can be appealed against was decided or told; `nil` where there is nothing yet.
  ///
  /// Of a review that an appeal opened it is the outcome alone.
  var appealable: Instant? { toldAt ?? (reopenedOn == nil ? decidedAt : nil) }

  /// Whether an appeal that is upheld opens the review.
  var isRefused: Bool { decision == .noReview }
}

/// An appeal against a decision or an outcome, and how it ended.
struct AppealForm {
  static let noLateReason =
    "It came after the last day to appeal: enter why it is accepted all the same"

  let appealed: Day
  let result: ReviewAppeal?
  /// The grounds, or the reasons as the applicant reads them.
  let words: String
  /// Those who decided it and have accounts.
  let deciders: [ID<Account>]
  let record: ReviewRecord.Content

  init(
    _ fields: Fields, _ review: CaseReview, _ clock: AppealClock, _ people: ReviewPeople,
    decided: Day, today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let appealed = review.appealedOn ?? form.optionalDay("appealed", "Day of the appeal", fields)
    let result = ReviewAppeal(rawValue: fields["result"] ?? "")
    var late = ""
    if review.appealedOn == nil {
      if let appealed {
        if appealed < decided || appealed > today {
          form.refuse("appealed-day", "The day must be from the decision to today")
        } else if clock.isLate(appealed) {
          late = form.text("late", or: Self.noLateReason, limit: CaseForms.limit)
        }
      } else {
        form.refuse("appealed-day", "Enter the day of the appeal")
      }
    } else if result == nil {
      form.refuse("result", "Choose how it ended")
    }
    words = form.text(
      "appeal-words", or: "Enter the grounds, or the reasons", limit: CaseForms.limit)
    let deciders =
      result == nil
      ? nil : Deciders(.appeal, fields, &form, people, first: people.first)
    try form.finish()
    guard let appealed else { throw Refusal("appealed-day", "Fill in the form again") }
    self.appealed = appealed
    self.result = result
    self.deciders = deciders?.accounts ?? []
    record = ReviewRecord.Content([
      ("Accepted late, because", late), ("Who decided", deciders?.words ?? ""),
      (result.map { "Appeal: \($0.title)" } ?? "Grounds of the appeal", words),
    ])
  }
}
