internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// A request that came in.
struct RequestForm {
  let kind: DataRequest.Kind
  /// The organisation of the partnership that asks; `nil` where it is another, by name.
  let organisation: ID<Organisation>?
  let asker: String
  let wanted: String
  let receivedOn: Day
  let dueOn: Day

  /// `time` says which days are working days.
  init(
    _ fields: Fields, _ agencies: [Agency], today: Day, in time: WorkingTime
  ) throws(Refusal) {
    var form = FormReader(fields)
    let kind: DataRequest.Kind? = form.choice("kind", or: "Choose what is asked under")
    let chosen = fields["asker"] ?? ""
    organisation = agencies.first { $0.id.description == chosen }?.id
    if chosen == ShareForm.outside {
      asker = form.text("outside", or: "Enter the name of the organisation or the person that asks")
    } else {
      asker = ""
      if organisation == nil { form.refuse("asker", "Choose who asks") }
    }
    wanted = form.text("wanted", or: "Enter what is asked for, and what for", limit: 2000)
    let received = form.day("received", "Day it came", fields)
    if let received, received > today {
      form.refuse("received-day", "Choose today or an earlier day")
    }
    let due = form.optionalDay("due", "Day an answer is due", fields)
    if let received, let due, due < received {
      form.refuse("due-day", "Choose the day it came, \(received.words), or a later one")
    }
    try form.finish()
    guard let kind, let received else { throw Refusal("", "Fill in the form again") }
    self.kind = kind
    receivedOn = received
    dueOn = due ?? kind.due(received: received, in: time)
  }
}

/// The answer to a request; where personal data was given, with the record of that share.
struct AnswerForm {
  let outcome: DataRequest.Outcome
  let share: Reference?
  let words: String
  let answeredOn: Day

  /// `named` is the share whose reference was entered; `nil` where there is none.
  init(
    _ fields: Fields, _ request: DataRequest, today: Day, named: Share?
  ) throws(Refusal) {
    var form = FormReader(fields)
    let outcome: DataRequest.Outcome? = form.choice("outcome", or: "Choose what was answered")
    if outcome == .sent, request.kind != .depersonalised {
      form.refuse("outcome", "Only a request for depersonalised data is answered so")
    }
    if outcome?.isShared ?? false, request.kind == .depersonalised {
      form.refuse(
        "outcome", "Depersonalised data has no record of a share: choose that it was sent")
    }
    share =
      outcome?.isShared ?? false ? Self.share(fields, request, &form, named) : nil
    words = form.text("answer", or: "Enter what was answered, and why", limit: 2000)
    answeredOn = today
    try form.finish()
    guard let outcome else { throw Refusal("", "Fill in the form again") }
    self.outcome = outcome
  }

  private static func share(
    _ fields: Fields, _ request: DataRequest, _ form: inout FormReader,
    _ named: Share?
  ) -> Reference? {
    guard let reference = Reference((fields["share"] ?? "").filter { !$0.isWhitespace }) else {
      form.refuse("share", "Record the share first, then enter its reference, such as TM-7K42-0931")
      return nil
    }
    guard let named else {
      form.refuse("share", "There is no share \(reference). Check it")
      return nil
    }
    guard named.organisation == request.organisation else {
      form.refuse("share", "That share went to somebody else: enter the one that answers this")
      return nil
    }
    return reference
  }
}
