internal import Design
internal import HTTP
internal import Kernel

/// The form that words a notice anew, from a day on.
struct NoticeForm {
  let template: NoticeTemplate

  init(
    _ fields: Fields, _ power: Power, _ versions: [NoticeTemplate], today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let heading = form.text("heading", or: "Enter the heading", limit: 120)
    let body = form.text("body", or: "Enter the words", limit: 8000)
    let from = form.day("from", "First day", fields)
    if let from, from < today {
      form.refuse("from-day", "Choose today or a later day: what was printed stands")
    }
    if fields["version"] != String(versions.first?.version ?? 0) {
      form.refuse(
        "body", "Somebody else worded it anew meanwhile: see the latest version, then save again")
    }
    let template = NoticeTemplate(
      power: power, version: (versions.first?.version ?? 0) + 1, heading: heading, body: body,
      from: from ?? today, isShipped: false)
    if heading.contains("((") { form.refuse("heading", "Use no fields in the heading") }
    let unknown = template.unknownFields
    if !unknown.isEmpty {
      let names = unknown.map { "((\($0)))" }.joined(separator: ", ")
      form.refuse("body", "There is no field \(names): choose among those listed below")
    }
    try form.finish()
    self.template = template
  }
}
