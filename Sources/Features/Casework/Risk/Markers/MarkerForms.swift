internal import Design
internal import HTTP
internal import Kernel

/// A marker as it is written: about what, what to mind, on what evidence, until when.
struct MarkerForm {
  let subject: MarkerSubject
  let content: VisitMarker.Content
  let reviewOn: Day

  init(
    _ fields: Fields, among subjects: [(value: String, subject: MarkerSubject)], today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let subject = subjects.first { $0.value == fields["marker-about"] }?.subject
    if subject == nil { form.refuse("marker-about", "Choose the place or person it is about") }
    content = VisitMarker.Content(
      warning: form.text(
        "warning", or: "Enter what to mind, such as “Do not visit alone”", limit: 500),
      evidence: form.text(
        "marker-evidence", or: "Enter what it rests on: who saw what, and when", limit: 1000))
    let reviewOn = form.reviewDay("marker-review", fields, today: today)
    try form.finish()
    guard let subject, let reviewOn else { throw Refusal("marker-about", "Fill in the form again") }
    self.subject = subject
    self.reviewOn = reviewOn
  }
}

/// Looking at a marker again: it still holds until another day, or it is taken off.
struct MarkerReviewForm {
  enum Finding: String, CaseIterable {
    case holds
    case ends
  }

  let marker: VisitMarker
  let finding: Finding
  let reason: String
  /// The day somebody looks again; `nil` where it is taken off.
  let reviewOn: Day?

  init(_ fields: Fields, among markers: [VisitMarker], today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let marker = markers.first { $0.id.description == fields["marker"] }
    if marker == nil { form.refuse("marker", "Choose the marker") }
    let finding: Finding? = form.choice("finding", or: "Choose whether it still holds")
    reason = form.text("finding-reason", or: "Enter why, and what it rests on", limit: 1000)
    var reviewOn: Day?
    if finding == .holds { reviewOn = form.reviewDay("again", fields, today: today) }
    try form.finish()
    guard let marker, let finding else { throw Refusal("marker", "Fill in the form again") }
    self.marker = marker
    self.finding = finding
    self.reviewOn = reviewOn
  }
}

extension FormReader {
  /// The day on which a marker is looked at again, refused field by field.
  fileprivate mutating func reviewDay(_ name: String, _ fields: Fields, today: Day) -> Day? {
    do throws(Refusal) {
      let day = try DateInput.day(name, "Review day", in: fields)
      if day <= today { refuse("\(name)-day", "Choose a day after today") }
      if day > today.adding(days: VisitMarker.mostDays) {
        refuse("\(name)-day", "Choose a day within six months: it can be confirmed again then")
      }
      return day
    } catch {
      for entry in error.entries { refuse(entry.field, entry.message) }
      return nil
    }
  }
}
