internal import Design
internal import HTTP
internal import Markup

/// What is said of a file: in words, and the incident it shows.
struct EvidenceForm {
  let description: String
  let occasion: Int?

  init(_ fields: Fields, _ incidents: [EvidenceIncident], isNew: Bool) throws(Refusal) {
    var form = FormReader(fields)
    description =
      isNew
      ? form.text("description", or: "Enter what it shows", limit: 500)
      : form.optionalText("description", limit: 500) ?? ""
    let chosen = fields["incident"] ?? ""
    occasion = incidents.first { String($0.id) == chosen }?.id
    if !chosen.isEmpty, occasion == nil {
      form.refuse("incident", "Choose an incident of the diary, or none")
    }
    try form.finish()
  }
}

/// The fields that describe a file.
struct EvidenceFields: HTML {
  let incidents: [EvidenceIncident]
  let state: FormState

  var body: some HTML {
    TextField(
      "description", label: "What it shows", hint: "Such as “Broken door, from the stairs”.",
      in: state)
    if !incidents.isEmpty {
      SelectField(
        "incident", label: "Which incident of the diary does it show?",
        choices: incidents.map { Choice(String($0.id), $0.words) }, empty: "None of them",
        in: state)
    }
  }
}
