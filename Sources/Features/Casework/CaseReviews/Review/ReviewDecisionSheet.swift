internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The form that records what the relevant bodies decided about the threshold.
struct ReviewDecisionSheet: HTML {
  let model: ReviewModel

  var body: some HTML {
    if !model.isDecided {
      Sheet("Record the decision", id: "to-decide") {
        if model.mayDecide {
          p {
            "The relevant bodies decide together, not the officer who records it. Nobody who worked one "
            "of the cases takes part."
          }
          Disclosure("Record what was decided", isOpen: model.isOpen(.decide)) { form }
        } else {
          p { ReviewActs.worked + "." }
        }
      }
    }
  }

  private var form: some HTML {
    let state = model.state(of: .decide)
    return ReviewForm(model, .decide) {
      RadioField(
        "decision", legend: "What was decided?",
        choices: ReviewDecision.allCases.map { decision in
          let isBarred = decision == .noReview && model.verdict.isFloorMet
          return Choice(
            decision.rawValue, decision.title,
            hint: isBarred ? "Not possible, because the floor is met." : nil)
        }, in: state)
      CheckboxField(
        "bodies", legend: "Which bodies decided?",
        choices: model.agencies.map { Choice($0.id.description, $0.name) }, in: state)
      TextArea("who", label: "Who decided, by name and body", in: state, rows: 3)
      if !model.verdict.isFloorMet {
        for factor in ReviewFactor.allCases {
          TextArea(factor.rawValue, label: factor.title, in: state, rows: 3)
        }
      }
      TextArea(
        "reason", label: "Reason, in words the applicant reads",
        hint: "It is sent to them as it stands.", in: state, rows: 4)
      SubmitButton("Record the decision and tell the applicant")
    }
  }
}

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
            columns: [.text("To"), .text("Recommendation"), .text("Answer")],
            rows: model.recommendations.map(row), empty: "None yet.")
          if review.toldAt == nil {
            Disclosure("Add a recommendation", isOpen: model.isOpen(.recommend)) { recommend }
          }
          if model.recommendations.contains(where: { $0.answer == nil }) {
            Disclosure("Record a body’s answer", isOpen: model.isOpen(.answer)) { answer }
          }
          if review.toldAt == nil {
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
      .html {
        if let answer = one.answer {
          StateMark(answer == .accepted ? .good : .warn, answer.title)
          p(.class("small quiet")) { one.answerWords?.reveal(for: "the page of the review") ?? "" }
        } else {
          StateMark(.none, "Waiting")
        }
      },
    ]
  }

  private var bodies: [Choice] { model.agencies.map { Choice($0.id.description, $0.name) } }

  private var panel: some HTML {
    let state = model.state(of: .panel)
    return ReviewForm(model, .panel) {
      DateField("held", legend: "Day of the meeting", in: state)
      TextField("chair", label: "Who was in the chair", in: state, width: .w20)
      CheckboxField(
        "independent", label: "The chair had no part in the response to the behaviour", in: state)
      CheckboxField("took-part", legend: "Which bodies took part?", choices: bodies, in: state)
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

/// An appeal against the decision or the outcome.
struct ReviewAppealSheet: HTML {
  let model: ReviewModel

  var body: some HTML {
    if model.isDecided, model.review.appeal == nil {
      Sheet("Appeal", id: "appeal") {
        let state = model.state(of: .appeal)
        Disclosure("Record an appeal", isOpen: model.isOpen(.appeal)) {
          ReviewForm(model, .appeal) {
            DateField("appealed", legend: "Day of the appeal", in: state)
            RadioField(
              "result", legend: "How did it end?",
              choices: [Choice("", "Not decided yet")]
                + ReviewAppeal.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            TextArea("appeal-words", label: "The grounds, or the reasons", in: state, rows: 4)
            SubmitButton("Record the appeal", style: .line)
          }
        }
      }
    }
  }
}
