internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The form that asks organisations about a case.
struct AskForm {
  let bodies: [Agency]
  let due: Day

  init(_ fields: Fields, _ agencies: [Agency], today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let chosen = fields.all("asked")
    bodies = agencies.filter { chosen.contains($0.id.description) }
    if bodies.isEmpty { form.refuse("asked", "Choose the organisations to ask") }
    let due = form.day("due", "Day to answer by", fields)
    if let due, due < today { form.refuse("due-day", "Choose a day that is not past") }
    try form.finish()
    guard let due else { throw Refusal("", "Fill in the form again") }
    self.due = due
  }
}

/// The form by which an organisation answers.
struct AnswerForm {
  let answer: Research.Answer
  let content: ResearchContent

  /// Reads it; where it is not given by an account, who gave it must be said, or the field is refused.
  init(_ fields: Fields, giver missing: String?) throws(Refusal) {
    var form = FormReader(fields)
    let answer: Research.Answer? = form.choice("answer", or: "Choose what is known")
    var content = ResearchContent()
    content.facts =
      form.optionalText("facts", limit: ReferralForm.wordsLimit) ?? ""
    content.views =
      form.optionalText("views", limit: ReferralForm.wordsLimit) ?? ""
    content.withheld = form.optionalText("withheld", limit: 1000) ?? ""
    switch answer {
    case .known:
      if content.facts.isEmpty, content.views.isEmpty {
        form.refuse("facts", "Enter the facts, or below your views")
      }
    case .withheld:
      if content.withheld.isEmpty { form.refuse("withheld", "Enter why it is not shared") }
    case .nothing, nil: break
    }
    if let missing { content.givenBy = form.text("given-by", or: missing) }
    try form.finish()
    guard let answer else { throw Refusal("", "Fill in the form again") }
    self.answer = answer
    self.content = content
  }

  /// The values that show an answer in its form.
  static func fields(_ research: Research) -> Fields {
    let content = research.content.reveal(for: "form of an answer")
    return Fields([
      ("answer", research.answer?.rawValue ?? ""), ("facts", content.facts),
      ("views", content.views), ("withheld", content.withheld), ("given-by", content.givenBy),
    ])
  }
}
