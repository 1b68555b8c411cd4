internal import Design
internal import Markup

/// The fields of an answer to an action.
struct AnswerFields: HTML {
  let state: FormState

  var body: some HTML {
    RadioField(
      "answer", legend: "Is it done?",
      choices: AnswerOutcome.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
    TextArea(
      "answer-words", label: "What was done and when, or why you cannot", in: state, rows: 3)
  }
}
