internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The form that decides an action: organisation, verb, what, by when.
struct DecideActionForm {
  let new: NewAction

  init(
    _ fields: Fields, bodies: [Agency], people: [Person], today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let body = bodies.first { $0.id.description == fields["body"] }
    if body == nil { form.refuse("body", "Choose the organisation") }
    let verb: ConferenceAction.Verb? = form.choice("verb", or: "Choose what they will do")
    let task = form.text("task", or: "Enter what is to be done", limit: 500)
    let due = form.day("due", "Due", fields)
    if let due, due < today { form.refuse("due-day", "Choose a day that is not past") }
    let owner = people.first { $0.id.description == fields["owner"] }
    if let owner, let body, owner.organisation != body.id {
      form.refuse("owner", "They do not belong to \(body.name)")
    }
    try form.finish()
    guard let body, let verb, let due else { throw Refusal("", "Fill in the form again") }
    new = NewAction(
      organisation: body.id, owner: owner?.id, verb: verb, task: task, due: due)
  }
}

/// The form that writes down somebody without an account.
struct GuestForm {
  let name: String
  let body: Agency?
  let part: Attendance.Part

  init(_ fields: Fields, bodies: [Agency]) throws(Refusal) {
    var form = FormReader(fields)
    name = form.text("guest", or: "Enter the name")
    body = bodies.first { $0.id.description == fields["guest-body"] }
    let part: Attendance.Part? = form.choice("part", or: "Choose their part")
    try form.finish()
    guard let part else { throw Refusal("part", "Choose their part") }
    self.part = part
  }
}
