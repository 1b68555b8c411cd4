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
        "bodies", legend: "Which relevant bodies decided?",
        choices: RelevantBodies(model.agencies).choices, hint: RelevantBodies.section, in: state)
      TextField(
        "bodies-more", label: "Others that decided",
        hint: "Such as a provider of social housing that is not listed.", in: state, width: .w20)
      TextArea(
        "absent", label: "Why one of them did not take part",
        hint:
          "A refusal needs the council, the police and the integrated care board, or the reason.",
        in: state, rows: 2)
      DecidersFields(names: .threshold, people: model.people, state: state)
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
