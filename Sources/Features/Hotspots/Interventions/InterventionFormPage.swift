internal import Design
internal import HTTP
internal import Markup
internal import Partnership

/// The form in which an intervention is stated.
struct InterventionFormPage: HTML {
  let question: HotspotQuestion
  /// The areas there are to choose from.
  let areas: [Choice]
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead(
      "State an intervention",
      lede: "State it before it begins: what is chosen with the result in sight proves less.")
    PostForm(to: HotspotRoute.interventions(page: 1).path, csrf: csrf) {
      TextField("name", label: "Name", in: state, width: .w20)
      EventFields(question: question, state: state)
      TextField("from", label: "First month, such as 2026-07", in: state, width: .w8)
      TextField("to", label: "Last month, which is included", in: state, width: .w8)
      SelectField(
        "target", label: "Target: where it is done", choices: areas,
        empty: "A circle, given below", in: state)
      TextField(
        "target-circle", label: "Or a circle: easting, northing, radius in metres", in: state,
        width: .w20)
      TextField("buffer", label: "Buffer round it, metres", in: state, width: .w8)
      SelectField(
        "control", label: "Control: where nothing is done, out of reach of the effect",
        choices: areas, empty: "A circle, given below", in: state)
      TextField(
        "control-circle", label: "Or a circle: easting, northing, radius in metres", in: state,
        width: .w20)
      SubmitButton("State it")
    }
  }
}
