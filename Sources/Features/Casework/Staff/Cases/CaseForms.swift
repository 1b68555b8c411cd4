internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// A note: what was seen, or what somebody thinks, and never the two in one.
struct NoteForm {
  let kind: CaseEntryKind
  let words: String
  /// Whether organisations that are parties do not read it.
  let isKept: Bool

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    isKept = form.ticked("kept")
    let kind: CaseEntryKind? = form.choice("kind", or: "Choose whether it is a fact or an opinion")
    words = form.text("note", or: "Enter the note", limit: CaseForms.limit)
    if let kind, kind != .fact, kind != .opinion { form.refuse("kind", "Choose fact or opinion") }
    try form.finish()
    guard let kind else { throw Refusal("kind", "Choose whether it is a fact or an opinion") }
    self.kind = kind
  }
}

/// A contact: with whom and how, and what was said.
struct ContactForm {
  let words: String
  /// What the reporters of the case see beside their reports; empty where they are told nothing.
  let told: String
  /// Whether somebody who complained was heard at length.
  let isInterview: Bool

  var kind: CaseEntryKind { isInterview ? .interview : .contact }

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let with = form.text("with", or: "Enter who was spoken or written to, and how", limit: 120)
    let said = form.text("said", or: "Enter what was said", limit: CaseForms.limit)
    told = form.optionalText("told", limit: CaseForms.limit) ?? ""
    isInterview = form.ticked("interview")
    try form.finish()
    words = "\(with): \(said)"
  }
}

/// Somebody who belongs to the case.
struct PersonForm {
  let part: CasePart
  let content: CasePerson.Content

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let part: CasePart? = form.choice("part", or: "Choose what they are in this case")
    content = CasePerson.Content(
      name: form.text("name", or: "Enter a name, or what they are known by", limit: 120),
      contact: form.optionalText("person-contact", limit: 200) ?? "",
      safety: form.optionalText("safety", limit: 500) ?? "",
      notes: form.optionalText("person-notes", limit: CaseForms.limit) ?? "",
      otherNames: form.optionalText("other-names", limit: 200),
      born: BirthDate.read(fields, &form)?.description,
      isDescribed: form.ticked("described") ? true : nil)
    try form.finish()
    guard let part else { throw Refusal("part", "Choose what they are in this case") }
    self.part = part
  }
}

/// Something that is to be done, by whom and by when.
struct CaseActionForm {
  let task: String
  let organisation: ID<Organisation>
  let due: Day

  init(_ fields: Fields, _ agencies: [Agency], today: Day) throws(Refusal) {
    var form = FormReader(fields)
    task = form.text("task", or: "Enter what is to be done", limit: 500)
    let agency = agencies.first { $0.id.description == fields["agency"] }
    if agency == nil { form.refuse("agency", "Choose the organisation that does it") }
    var due: Day?
    do throws(Refusal) { due = try DateInput.day("due", "Due day", in: fields) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
    }
    if let day = due, day < today { form.refuse("due-day", "Choose today or a later day") }
    try form.finish()
    guard let agency, let due else { throw Refusal("agency", "Fill in the form again") }
    organisation = agency.id
    self.due = due
  }
}

/// The title and priority of a case, by the version the form was opened with.
struct ChangeForm {
  let title: String
  let priority: Priority
  let reason: String
  let version: Int

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    title = form.text("title", or: "Enter a title without names", limit: 120)
    reason = form.text("change-reason", or: "Enter why", limit: 500)
    let priority = Int(fields["priority"] ?? "").flatMap(Priority.init(rawValue:))
    if priority == nil { form.refuse("priority", "Choose a priority") }
    try form.finish()
    guard let priority, let version = Int(fields["version"] ?? "") else {
      throw Refusal("title", "Load the page again and change it there")
    }
    self.priority = priority
    self.version = version
  }
}

/// How the case ended, why, and what those who reported it are told.
struct CloseForm {
  let outcome: CaseOutcome
  let reason: String
  let told: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let outcome: CaseOutcome? = form.choice("outcome", or: "Choose how it ended")
    reason = form.text("close-reason", or: "Enter why it is closed", limit: CaseForms.limit)
    told = form.text(
      "close-told", or: "Enter what those who reported it are told", limit: CaseForms.limit)
    try form.finish()
    guard let outcome else { throw Refusal("outcome", "Choose how it ended") }
    self.outcome = outcome
  }
}

/// A reason on its own: for stopping clocks, running them again, opening again.
struct ReasonForm {
  let reason: String

  init(_ fields: Fields, field: String) throws(Refusal) {
    var form = FormReader(fields)
    reason = form.text(field, or: "Enter why", limit: 500)
    try form.finish()
  }
}

enum CaseForms {
  /// The most characters of a text.
  static let limit = 4000
}
