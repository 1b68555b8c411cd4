internal import Design
internal import Markup

/// The fields by which an organisation says what it knows; facts and views apart.
struct AnswerFields: HTML {
  let state: FormState

  var body: some HTML {
    RadioField(
      "answer", legend: "What is known",
      choices: Research.Answer.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
    TextArea(
      "facts", label: "Facts", hint: "Dates, what happened, who recorded it", in: state, rows: 4)
    TextArea("views", label: "Views", hint: "What you think it means", in: state, rows: 3)
    TextArea(
      "withheld", label: "Why it is not shared", hint: "Only where you do not share it", in: state,
      rows: 2)
  }
}
