internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Calls a meeting.
struct CallHandlers {
  let desk: Desk

  func blank(_ key: String) throws -> Response {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .prepare, read).kind
      let last = try desk.meetings.latest(of: key, read).first { !$0.isEmergency }?.day
      let next = max(last?.adding(days: kind.rules.cadenceDays) ?? desk.today, desk.today)
      let values = DateInput.fields("held", next) + [("starts", "10:00")]
      return page(kind, FormState(values: Fields(values)))
    }
  }

  func call(_ key: String) throws -> Response {
    let fields = desk.visit.request.form
    return try desk.visit.write { write in
      let sitting = try desk.sitting(key, .prepare, write)
      do {
        let id = try Calling(desk: desk, kind: sitting.kind).keep(fields, in: write)
        return desk.visit.redirect(
          to: ConferencesRoute.meeting(key, id.rawValue, item: nil).path,
          saying: "The meeting is called")
      } catch let refusal as Refusal {
        return page(sitting.kind, FormState(values: fields, refusal: refusal))
      }
    }
  }

  private func page(_ kind: ConferenceKind, _ state: FormState) -> Response {
    let rules = kind.rules
    return desk.page("Call a meeting", crumbs: desk.crumbs(kind), state) {
      PageHead("Call a meeting", kicker: kind.title)
      Sheet {
        PostForm(to: ConferencesRoute.newMeeting(kind.key).path, csrf: desk.visit.frame.csrf) {
          DateField(
            "held", legend: "Day", hint: "It meets every \(rules.cadenceDays) days", in: state)
          TextField("starts", label: "It begins at", hint: "Such as 10:00", in: state, width: .w8)
          TextField("venue", label: "Where", in: state)
          CheckboxField(
            "urgent", label: "It is an urgent meeting",
            hint: "Held within \(rules.emergencyDays) days", in: state)
          SubmitButton("Call the meeting")
        }
      }
    }
  }
}

/// Calls a meeting and records it.
struct Calling {
  let desk: any Clerk
  let kind: ConferenceKind

  func keep(_ fields: Fields, in write: Write) throws -> ID<Meeting> {
    let new = try CallForm(fields, kind.rules, today: desk.today).new
    let id = try desk.meetings.add(new, of: kind, by: desk.account, in: write)
    try desk.record(
      "meeting-called", kind,
      [
        "meeting": id.description, "on": new.day.description,
        "urgent": new.isEmergency ? "yes" : "no",
      ], in: write)
    return id
  }
}

/// The form that calls a meeting.
struct CallForm {
  let new: NewMeeting

  init(_ fields: Fields, _ rules: KindRules, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let day = form.day("held", "Day", fields)
    let minute = TimeOfDay.minutes(fields["starts"] ?? "")
    if minute == nil { form.refuse("starts", TimeOfDay.words) }
    let venue = form.text("venue", or: "Enter where it is held, or how to join")
    let isUrgent = form.ticked("urgent")
    if let day, day < today { form.refuse("held-day", "Choose a day that is not past") }
    if let day, day > today.adding(days: 366) {
      form.refuse("held-day", "Choose a day within a year")
    }
    let latest = today.adding(days: rules.emergencyDays)
    if isUrgent, let day, day > latest {
      form.refuse("held-day", "An urgent meeting is held by \(latest.words)")
    }
    try form.finish()
    guard let day, let minute else { throw Refusal("", "Fill in the form again") }
    new = NewMeeting(day: day, startMinute: minute, isEmergency: isUrgent, venue: venue)
  }
}
