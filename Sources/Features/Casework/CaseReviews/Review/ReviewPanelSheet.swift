internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The meeting, what it recommends, the answers, and the outcome the applicant is told.
struct ReviewPanelSheet: HTML {
  let model: ReviewModel

  private var review: CaseReview { model.review }

  var body: some HTML {
    if review.decision == .review {
      Sheet("The review", id: "review") {
        if review.heldOn == nil {
          if model.mayDecide {
            Disclosure("Record the meeting", isOpen: model.isOpen(.panel)) { panel }
          } else {
            p { ReviewActs.worked + "." }
          }
        } else {
          DataTable(
            caption: "Recommendations",
            columns: [
              .text("To"), .text("Recommendation"), .text("Answers by"), .text("Answer"),
            ],
            rows: model.recommendations.map(row), empty: "None yet.")
          if review.toldAt == nil, !model.mayDecide { p { ReviewActs.worked + "." } }
          if review.toldAt == nil, model.mayDecide {
            Disclosure("Add a recommendation", isOpen: model.isOpen(.recommend)) { recommend }
          }
          if model.recommendations.contains(where: { $0.answer == nil }) {
            Disclosure("Record a body’s answer", isOpen: model.isOpen(.answer)) { answer }
          }
          if review.toldAt == nil, model.mayDecide {
            Disclosure("Tell the applicant the outcome", isOpen: model.isOpen(.outcome)) { outcome }
          }
        }
      }
    }
  }

  private func row(_ one: ReviewRecommendation) -> DataTable.Row {
    [
      .text(model.agency(one.organisation)),
      .text(one.words.reveal(for: "the page of the review")),
      .text(one.due?.words ?? "Not set"),
      .html {
        if let answer = one.answer {
          StateMark(answer == .accepted ? .good : .warn, answer.title)
          p(.class("small quiet")) { one.answerWords?.reveal(for: "the page of the review") ?? "" }
        } else {
          let step = ReviewStep("Waiting", by: one.due)
          let mark = step.mark(on: model.today)
          StateMark(mark, mark == .bad ? "Late" : "Waiting")
        }
      },
    ]
  }

  private var bodies: [Choice] { model.agencies.map { Choice($0.id.description, $0.name) } }

  private var panel: some HTML {
    let state = model.state(
      of: .panel, or: [("chair-account", model.people.chair?.id.description ?? "")])
    return ReviewForm(model, .panel) {
      DateField("held", legend: "Day of the meeting", in: state)
      SelectField(
        "chair-account", label: "Who was in the chair", choices: model.people.choices(),
        hint:
          "Who has the seat of the chair, or gets it. Who worked one of the cases is not listed.",
        empty: "Somebody without an account", in: state)
      TextField(
        "chair", label: "Name and body of a chair without an account", in: state, width: .w20)
      CheckboxField(
        "independent", label: "The chair had no part in the response to the behaviour", in: state)
      TextField(
        "independence", label: "Why the chair is independent",
        hint: "Of which body they are, and what keeps them apart from the response.", in: state)
      CheckboxField("took-part", legend: "Which bodies took part?", choices: bodies, in: state)
      TextField(
        "took-part-more", label: "Others that took part", hint: "Bodies that are not listed.",
        in: state, width: .w20)
      RadioField(
        "victim", legend: "How did the victim take part?",
        choices: VictimPart.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
      TextArea("found", label: "What the review found", in: state, rows: 5)
      SubmitButton("Record the meeting", style: .line)
    }
  }

  private var recommend: some HTML {
    let state = model.state(of: .recommend)
    return ReviewForm(model, .recommend) {
      SelectField(
        "to", label: "To which body", choices: bodies, empty: "Choose a body", in: state)
      TextArea("recommendation", label: "What is recommended", in: state, rows: 3)
      DateField("due", legend: "Day by which it answers", in: state)
      SubmitButton("Add the recommendation", style: .line)
    }
  }

  private var answer: some HTML {
    let state = model.state(of: .answer)
    return ReviewForm(model, .answer) {
      SelectField(
        "which", label: "Which recommendation",
        choices: model.recommendations.filter { $0.answer == nil }.map { one in
          let words = one.words.reveal(for: "the page of the review")
          return Choice(
            one.id.description, "\(model.agency(one.organisation)): \(words.prefix(60))")
        }, empty: "Choose a recommendation", in: state)
      RadioField(
        "answer", legend: "What does the body answer?",
        choices: ReviewRecommendation.Answer.allCases.map { Choice($0.rawValue, $0.title) },
        hint: "It must have regard to a recommendation (section 104(7)).", in: state)
      TextArea("answer-words", label: "What it will do, or why not", in: state, rows: 3)
      SubmitButton("Record the answer", style: .line)
    }
  }

  private var outcome: some HTML {
    let state = model.state(of: .outcome)
    return ReviewForm(model, .outcome) {
      DateField(
        "consulted", legend: "Day the victim was asked about the action plan", in: state)
      TextArea("plan-said", label: "What they said of the plan", in: state, rows: 2)
      RadioField(
        "satisfied", legend: "What does the victim say of the plan?",
        choices: VictimVerdict.allCases.map { Choice($0.rawValue, $0.title) }
          + [Choice("", "They do not say")], in: state)
      TextArea(
        "outcome", label: "What the applicant is told",
        hint: "What was found, what is recommended to whom, and what will be done by when.",
        in: state, rows: 6)
      SubmitButton("Tell the applicant", style: .line)
    }
  }
}
