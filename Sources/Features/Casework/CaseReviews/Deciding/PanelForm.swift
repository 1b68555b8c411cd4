internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// How the victim took part in the review.
enum VictimPart: String, CaseIterable {
  case attended
  case represented
  case statement
  case none

  var title: String {
    switch self {
    case .attended: "Came to the meeting"
    case .represented: "Somebody spoke for them"
    case .statement: "Sent a statement"
    case .none: "Did not wish to take part"
    }
  }
}

/// Who was in the chair: somebody of the directory, whose seat it is, or somebody from outside.
struct MeetingChair {
  static let missing = "Choose who was in the chair, or enter their name"

  /// Who has an account; `nil` for somebody from outside.
  let person: Person?
  let words: String

  init(_ fields: Fields, _ form: inout FormReader, _ people: ReviewPeople) {
    let typed = fields["chair-account"] ?? ""
    let outside = form.optionalText("chair") ?? ""
    let id = ID<Account>(typed)
    person = people.people.first { $0.id == id }
    words = person.map(people.words) ?? outside
    if let id, people.linked.worked(id) {
      form.refuse("chair-account", "They worked a case this is about, and may not chair")
    } else if !typed.isEmpty, person == nil {
      form.refuse("chair-account", "Choose somebody of the list")
    } else if person != nil, !outside.isEmpty {
      form.refuse("chair", "Choose one of the list or enter a name, not both")
    } else if words.isEmpty {
      form.refuse("chair-account", Self.missing)
    }
    if let name = people.linked.named(in: outside) {
      form.refuse("chair", "\(name) worked a case this is about, and may not chair")
    }
    if let seat = people.chair, seat.id != person?.id {
      form.refuse(
        person == nil ? "chair" : "chair-account",
        "The seat of the chair is \(people.words(seat))’s: give it to whoever was in the chair first, "
          + "under Panel and papers")
    }
  }
}

/// The meeting that carried the review out.
struct PanelForm {
  static let noIndependence =
    "Enter why the chair is independent: of which body they are, and that it had no part in the response"

  let held: Day
  let chair: MeetingChair
  let record: ReviewRecord.Content

  init(
    _ fields: Fields, _ people: ReviewPeople, decided: Day, today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let held = form.optionalDay("held", "Day of the meeting", fields)
    if held == nil { form.refuse("held-day", "Enter the day of the meeting") }
    if let held, held > today || held < decided {
      form.refuse("held-day", "The day must be from the decision to today")
    }
    chair = MeetingChair(fields, &form, people)
    if !form.ticked("independent") {
      form.refuse(
        "independent", "Confirm it: the chair is somebody who had no part in the response")
    }
    let independence = form.text("independence", or: Self.noIndependence, limit: 500)
    let chosen = people.agencies.filter {
      fields.all("took-part").contains($0.id.description)
    }
    let more = form.optionalText("took-part-more", limit: 300) ?? ""
    if chosen.isEmpty, more.isEmpty {
      form.refuse("took-part", "Choose the bodies that took part")
    }
    let part: VictimPart? = form.choice("victim", or: "Choose how the victim took part")
    let found = form.text("found", or: "Enter what the review found", limit: CaseForms.limit)
    try form.finish()
    guard let held, let part else { throw Refusal("held-day", "Fill in the form again") }
    self.held = held
    record = ReviewRecord.Content([
      ("Chair", chair.words), ("Why the chair is independent", independence),
      (
        "Took part",
        (chosen.map(\.name) + [more]).filter { !$0.isEmpty }.joined(separator: ", ")
      ),
      ("The victim", part.title), ("Found", found),
    ])
  }
}
