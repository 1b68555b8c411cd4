internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The fields that add a kind of conference: what it is, beside rules and grounds as those of the others.
struct NewKindForm {
  let kind: ConferenceKind
  let rules: RulesForm

  init(_ fields: Fields, taken: [String]) throws(Refusal) {
    var form = FormReader(fields)
    let key = form.key(
      example: "stalking", taken: "Another conference is called that: choose another word"
    ) { taken.contains($0) || $0 == "actions" }
    let title = form.text("title", or: "Enter its name", limit: 80)
    let subject = form.text("subject-title", or: "Enter what a case is about", limit: 60)
    let source = form.text("source", or: "Enter where its rules are from", limit: 500)
    if !["yes", "no"].contains(fields["apart"] ?? "") {
      form.refuse("apart", "Say yes or no: whether nothing of it may show to anybody else")
    }
    kind = ConferenceKind(
      key: key, version: 1, title: title, isApart: fields["apart"] == "yes", subjectTitle: subject,
      otherTitle: form.optionalText("other-title", limit: 60) ?? "", rules: KindRules(),
      statementVersion: 1, source: source,
      sessionsTitle: form.optionalText("sessions-title", limit: 60) ?? "")
    let rules: RulesForm?
    do throws(Refusal) { rules = try RulesForm(fields, kind) } catch {
      rules = nil
      for entry in error.entries { form.refuse(entry.field, entry.message) }
    }
    try form.finish()
    guard let rules else { throw Refusal("", "Fill in the form again") }
    self.rules = rules
  }
}
