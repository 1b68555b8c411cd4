internal import HTTP
internal import Kernel

/// The answers to an instrument's questions about a case, read field by field.
struct AssessForm {
  let new: NewAssessment

  init(
    _ fields: Fields, _ kept: KeptInstrument, _ people: [CasePerson]
  ) throws(Refusal) {
    var form = FormReader(fields)
    var answers: [Int] = []
    for (index, question) in kept.instrument.questions.enumerated() {
      let chosen = Int(fields[Self.field(index)] ?? "")
      if let chosen, question.answers.indices.contains(chosen) {
        answers.append(chosen)
      } else {
        form.refuse(Self.field(index), "Choose an answer to “\(question.text)”")
      }
    }
    let typed = fields["about"] ?? ""
    let person = people.first { $0.id.description == typed }
    if !typed.isEmpty, person == nil { form.refuse("about", "Choose somebody of this case") }
    let notes = form.optionalText("risk-notes", limit: CaseForms.limit) ?? ""
    let reason = form.optionalText("raise-reason", limit: 500) ?? ""
    let raised = Int(fields["raise"] ?? "").flatMap(RiskLevel.init(rawValue:))
    if form.refused.isEmpty {
      let scored = kept.instrument.band(of: kept.instrument.score(answers))?.level ?? .high
      Self.check(raised, scored, reason, kept.instrument, &form)
    }
    try form.finish()
    new = NewAssessment(
      kept: kept, person: person?.id, answers: answers, raised: raised,
      content: Sensitive(
        RiskAssessment.Content(answers: answers, notes: notes, reason: raised == nil ? "" : reason))
    )
  }

  /// Judgement may raise a risk, with a reason, and never lower it.
  private static func check(
    _ raised: RiskLevel?, _ scored: RiskLevel, _ reason: String, _ instrument: RiskInstrument,
    _ form: inout FormReader
  ) {
    guard let raised else {
      if !reason.isEmpty { form.refuse("raise", "Choose what the risk is raised to") }
      return
    }
    if raised < scored {
      form.refuse(
        "raise", "The answers give \(scored.title). A risk can be raised, never lowered")
    } else if raised == scored || instrument.band(of: raised) == nil {
      form.refuse("raise", "The answers give \(scored.title) already: choose “As scored”")
    }
    if reason.isEmpty { form.refuse("raise-reason", "Enter why it is raised") }
  }

  /// The name of a question's field, from `q1`.
  static func field(_ index: Int) -> String { "q\(index + 1)" }
}
