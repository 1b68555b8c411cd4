internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What the form of an action may choose from.
struct ActionOptions {
  let places: ActionPlaces
  let agencies: [Agency]
  let people: [Person]
  /// The day of the meeting: nothing can be due before it.
  let meeting: Day

  /// The roles of those an action can be given to.
  static let doers: Set<Role> = [.manager, .officer, .analyst, .coordinator, .partner]
}

/// The form of an action, read field by field.
struct ActionForm {
  let content: ActionContent

  static let problemLimit = 120
  static let taskLimit = 500
  static let reasonLimit = 500
  static let plateWords =
    "Take the number plate out: vehicles have a restricted list of their own"

  /// Reads the whole form; `before` is what the action said until now, for what the form leaves.
  init(_ fields: Fields, _ options: ActionOptions, before: ActionContent? = nil) throws(Refusal) {
    var form = FormReader(fields)
    let problem = form.text("problem", or: "Enter the problem", limit: Self.problemLimit)
    let task = form.text("task", or: "Enter what is to be done", limit: Self.taskLimit)
    for (field, text) in [("problem", problem), ("task", task)] where NumberPlate.isIn(text) {
      form.refuse(field, Self.plateWords)
    }
    let place = fields["place"] ?? ""
    let placeName = options.places.name(of: place)
    if placeName == nil { form.refuse("place", "Choose the place") }
    let stage: SARAStage? = form.choice("stage", or: "Choose the stage")
    let agency = options.agencies.first { $0.id.description == fields["agency"] }
    if agency == nil { form.refuse("agency", "Choose the organisation that owns it") }
    let person = options.people.first { $0.id.description == fields["person"] }
    if let person, let agency, person.organisation != agency.id {
      form.refuse("person", "Choose somebody of \(agency.name), or nobody")
    }
    let due = Self.day("due", "Due day", fields, &form)
    let review = Self.day("review", "Review day", fields, &form)
    if let due, due < options.meeting, due != before?.dueDay {
      form.refuse("due-day", "Choose a day on or after the meeting, \(options.meeting.words)")
    }
    if let due, let review, review < due {
      form.refuse("review-day", "Choose a day on or after the due day")
    }
    try form.finish()
    guard let placeName, let stage, let agency, let due, let review else {
      throw Refusal("", "Fill in the form again")
    }
    content = ActionContent(
      problem: problem, task: task, placeKey: place, placeName: placeName, stage: stage,
      organisation: agency.id.rawValue, organisationName: agency.name,
      person: person?.id.rawValue, due: due.description, review: review.description,
      state: before?.state ?? .toDo, reason: before?.reason ?? "")
  }

  private static func day(
    _ name: String, _ title: String, _ fields: Fields, _ form: inout FormReader
  ) -> Day? {
    do throws(Refusal) { return try DateInput.day(name, title, in: fields) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
      return nil
    }
  }

  /// The values that show an action in its form.
  static func fields(_ content: ActionContent) -> Fields {
    Fields(
      [
        ("problem", content.problem), ("task", content.task), ("place", content.placeKey),
        ("stage", content.stage.rawValue), ("agency", String(content.organisation)),
        ("person", content.person.map { String($0) } ?? ""), ("state", content.state.rawValue),
        ("reason", content.reason),
      ] + DateInput.fields("due", content.dueDay) + DateInput.fields("review", content.reviewDay))
  }
}

/// The form that says what came of an action.
struct ActionReportForm {
  let content: ActionContent

  init(_ fields: Fields, _ before: ActionContent) throws(Refusal) {
    var form = FormReader(fields)
    let state: ActionState? = form.choice("state", or: "Choose what has come of it")
    let reason = form.optionalText("reason", limit: ActionForm.reasonLimit) ?? ""
    if let state, state.needsReason, reason.isEmpty {
      form.refuse("reason", "Enter why it is \(state.title.lowercased())")
    }
    if NumberPlate.isIn(reason) { form.refuse("reason", ActionForm.plateWords) }
    try form.finish()
    var content = before
    content.state = state ?? before.state
    content.reason = reason
    self.content = content
  }
}
