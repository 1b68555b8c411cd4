internal import Design
internal import Markup

/// Adds a file to a case.
struct AddEvidencePage: HTML {
  static let title = "Add a file to the case"
  let path: String
  let incidents: [EvidenceIncident]
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead(Self.title)
    PostForm(to: path, csrf: csrf, upload: true) {
      FileField(
        EvidenceTaking.field, label: "File",
        hint: "\(EvidenceKind.words). \(EvidenceKind.limits)", accept: EvidenceKind.accepted,
        in: state)
      EvidenceFields(incidents: incidents, state: state)
      SubmitButton("Add it")
    }
  }
}
