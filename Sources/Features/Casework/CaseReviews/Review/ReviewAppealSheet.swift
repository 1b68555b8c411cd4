internal import Design
internal import Kernel
internal import Markup

/// An appeal against the decision or the outcome: by when, whether it came late, and how it ended.
struct ReviewAppealSheet: HTML {
  let model: ReviewModel

  private var review: CaseReview { model.review }
  private var clock: AppealClock { AppealClock(review, model.rule) }

  var body: some HTML {
    if model.isDecided {
      Sheet("Appeal", id: "appeal") {
        if let reopened = review.reopenedOn {
          p { "An appeal against the refusal was upheld on \(reopened.words): the review is held." }
        }
        if let appealed = review.appealedOn {
          p {
            "Appealed against on \(appealed.words). "
            review.appeal.map { "\($0.title)." } ?? "It is not decided yet."
          }
        }
        if let last = clock.lastDay {
          p(.class("quiet")) { "The last day to appeal is \(last.words)." }
        }
        if let appealed = review.appealedOn, clock.isLate(appealed) {
          p { StateMark(.warn, "It came late and was accepted") }
        }
        if review.appeal == nil, review.appealable != nil {
          if model.mayDecide {
            Disclosure(
              review.appealedOn == nil ? "Record an appeal" : "Record what came of the appeal",
              isOpen: model.isOpen(.appeal)
            ) { form }
          } else {
            p { ReviewActs.worked + "." }
          }
        }
      }
    }
  }

  private var form: some HTML {
    let state = model.state(of: .appeal)
    let mayEnd = !model.people.first.contains(model.actor)
    return ReviewForm(model, .appeal) {
      if review.appealedOn == nil {
        DateField("appealed", legend: "Day of the appeal", in: state)
        TextArea(
          "late", label: "If it came late, why it is accepted all the same", in: state, rows: 2)
      }
      if mayEnd {
        RadioField(
          "result",
          legend: review.isRefused
            ? "How did it end? If it is upheld the review is opened" : "How did it end?",
          choices: (review.appealedOn == nil ? [Choice("", "Not decided yet")] : [])
            + ReviewAppeal.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        DecidersFields(
          names: .appeal, people: model.people, first: model.people.first, state: state)
      } else {
        p { ReviewActs.decidedFirst + "." }
      }
      if mayEnd || review.appealedOn == nil {
        TextArea(
          "appeal-words", label: "The grounds, or the reasons",
          hint: "Where it is decided the applicant reads the reasons as they stand.", in: state,
          rows: 4)
        SubmitButton("Record the appeal", style: .line)
      }
    }
  }
}
