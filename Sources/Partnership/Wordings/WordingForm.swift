internal import Design
public import HTTP
public import Kernel

/// The form that words something anew, from a day on.
public struct WordingForm {
  /// The next version.
  public let wording: DatedWording

  /// Reads the form; its fields are those of the page of a wording.
  ///
  /// - Parameters:
  ///   - fields: what was typed.
  ///   - versions: those there are, the latest first.
  ///   - known: what a wording may name.
  ///   - today: the first day it may be used from.
  /// - Throws: ``Refusal``, among others where somebody worded it anew meanwhile.
  public init(
    _ fields: Fields, after versions: [DatedWording], naming known: [WordingField], today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let heading = form.text("heading", or: "Enter the heading", limit: 120)
    let body = form.text("body", or: "Enter the words", limit: 8000)
    let from = form.day("from", "First day", fields)
    if let from, from < today {
      form.refuse("from-day", "Choose today or a later day: what was printed stands")
    }
    let latest = versions.first?.version ?? 0
    if fields["version"] != String(latest) {
      form.refuse(
        "body", "Somebody else worded it anew meanwhile: see the latest version, then save again")
    }
    let wording = DatedWording(
      version: latest + 1, heading: heading, body: body, from: from ?? today, isShipped: false)
    if heading.contains("((") { form.refuse("heading", "Use no fields in the heading") }
    let unknown = wording.fields.filter { name in !known.contains { $0.name == name } }
    if !unknown.isEmpty {
      let names = unknown.map { "((\($0)))" }.joined(separator: ", ")
      form.refuse("body", "There is no field \(names): choose among those listed below")
    }
    try form.finish()
    self.wording = wording
  }

  /// What the form shows before anything was typed.
  public static func values(
    _ versions: [DatedWording], heading: String, today: Day
  ) -> [(String, String)] {
    let latest = versions.first
    return [("heading", latest?.heading ?? heading), ("body", latest?.body ?? "")]
      + DateInput.fields("from", today)
  }
}
