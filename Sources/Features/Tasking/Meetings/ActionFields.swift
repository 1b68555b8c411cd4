internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The fields of a decision.
struct ActionFields: HTML {
  let options: ActionOptions
  let state: FormState

  var body: some HTML {
    TextField(
      "problem", label: "Problem",
      hint: "What happens and where, such as “Mopeds racing at night, Wherry Quay”. Never who: "
        + "no names of people, no number plates", in: state)
    TextArea("task", label: "What is to be done", in: state, rows: 3)
    SelectField(
      "place", label: "Place", choices: options.places.choices, empty: "Choose a place", in: state)
    RadioField(
      "stage", legend: "Stage of the work",
      choices: SARAStage.allCases.map { Choice($0.rawValue, $0.title, hint: $0.hint) }, in: state)
    SelectField(
      "agency", label: "Organisation that owns it",
      choices: options.agencies.map { Choice($0.id.description, $0.name) },
      empty: "Choose an organisation", in: state)
    SelectField(
      "person", label: "Person, if known",
      choices: options.people.map { person in
        let agency = options.agencies.first { $0.id == person.organisation }?.name
        let name = person.name.reveal(for: "choice of who does an action")
        return Choice(person.id.description, agency.map { "\(name), \($0)" } ?? name)
      }, empty: "Nobody named", in: state)
    DateField("due", legend: "Due day", in: state)
    DateField(
      "review", legend: "Review day", hint: "When the meeting asks whether it worked", in: state)
  }
}
