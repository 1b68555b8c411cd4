internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Something that is recommended to a body.
struct RecommendationForm {
  let organisation: ID<Organisation>
  let words: String
  /// The day by which it answers.
  let due: Day

  init(_ fields: Fields, _ agencies: [Agency], today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let due = form.optionalDay("due", "Day by which it answers", fields)
    if let due {
      if due < today { form.refuse("due-day", "The day must be today or later") }
    } else {
      form.refuse("due-day", "Enter the day by which it answers")
    }
    words = form.text("recommendation", or: "Enter what is recommended", limit: CaseForms.limit)
    let agency = agencies.first { $0.id.description == fields["to"] }
    if agency == nil { form.refuse("to", "Choose the body it is recommended to") }
    try form.finish()
    guard let agency, let due else { throw Refusal("to", "Choose the body it is recommended to") }
    organisation = agency.id
    self.due = due
  }
}

/// What a body answers: it must have regard to a recommendation (section 104(7)).
struct RecommendationAnswerForm {
  let id: ID<ReviewRecommendation>
  let answer: ReviewRecommendation.Answer
  let words: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let id: ID<ReviewRecommendation>? = form.value("which", or: "Choose which is answered")
    let answer: ReviewRecommendation.Answer? = form.choice("answer", or: "Choose the answer")
    words = form.text(
      "answer-words", or: "Enter what the body will do, or why not", limit: CaseForms.limit)
    try form.finish()
    guard let id, let answer else { throw Refusal("answer", "Choose the answer") }
    self.id = id
    self.answer = answer
  }
}

/// Whether a victim is satisfied with the outcome of a review.
enum VictimVerdict: String, CaseIterable, Sendable, Bindable {
  case yes
  case no

  var title: String { self == .yes ? "They are satisfied with it" : "They are not satisfied" }
}

/// The outcome as the applicant is told it, with the day they were asked about the action plan.
struct OutcomeForm {
  let consulted: Day
  /// What they said of the plan; empty where that is not told.
  let said: String
  let words: String
  /// Whether the victim is satisfied with it; `nil` where they do not say.
  let satisfied: VictimVerdict?

  init(_ fields: Fields, held: Day, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let consulted = form.optionalDay("consulted", "Day the victim was asked about the plan", fields)
    if let consulted {
      if consulted < held || consulted > today {
        form.refuse("consulted-day", "The day must be from the meeting to today")
      }
    } else {
      form.refuse("consulted-day", "Enter the day the victim was asked about the action plan")
    }
    said = form.optionalText("plan-said", limit: CaseForms.limit) ?? ""
    words = form.text("outcome", or: "Enter what the applicant is told", limit: CaseForms.limit)
    satisfied = VictimVerdict(rawValue: fields["satisfied"] ?? "")
    try form.finish()
    guard let consulted else { throw Refusal("consulted-day", "Fill in the form again") }
    self.consulted = consulted
  }
}

extension OutcomeForm {
  /// What is kept of it in words.
  var record: ReviewRecord.Content {
    ReviewRecord.Content([
      ("The victim was asked about the action plan", consulted.words),
      ("What they said of it", said), ("What the applicant is told", words),
    ])
  }
}
