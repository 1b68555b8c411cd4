internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// A complaint the application names, with what is known of its days.
struct ComplaintForm {
  let body: ComplaintBody
  let behaviour: Day?
  let reported: Day?
  let sameAs: ID<ReviewComplaint>?
  let content: ReviewComplaint.Content

  init(
    body: ComplaintBody, behaviour: Day?, reported: Day?, content: ReviewComplaint.Content
  ) {
    self.body = body
    self.behaviour = behaviour
    self.reported = reported
    self.content = content
    sameAs = nil
  }

  init(_ fields: Fields, _ known: [ReviewComplaint], today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let body: ComplaintBody? = form.choice("body", or: "Choose whom it was made to")
    let behaviour = form.optionalDay("behaviour", "Day it happened", fields)
    let reported = form.optionalDay("reported", "Day it was reported", fields)
    if let reported, reported > today {
      form.refuse("reported-day", "The day it was reported must not be after today")
    }
    if let behaviour, let reported, behaviour > reported {
      form.refuse("behaviour-day", "The day it happened must not be after the day it was reported")
    }
    let chosen = fields["same"] ?? ""
    let same = known.first { $0.id.description == chosen }
    if !chosen.isEmpty, same == nil { form.refuse("same", "Choose a complaint of the list") }
    let reference = form.optionalText("reference", limit: 60) ?? ""
    let what = form.text("what", or: "Enter what it was about", limit: 500)
    try form.finish()
    guard let body else { throw Refusal("body", "Choose whom it was made to") }
    self.body = body
    self.behaviour = behaviour
    self.reported = reported
    sameAs = same.map { $0.sameAs ?? $0.id }
    content = ReviewComplaint.Content(reference: reference, what: what)
  }
}

/// What the relevant bodies decided about the threshold.
struct DecisionForm {
  static let noBodies =
    "Choose the council and the police at least: the relevant bodies decide together (section 105)"
  static let floor =
    "The floor is met, so a review must be held: \(ReviewVerdict.floorSection) of the Anti-social "
    + "Behaviour, Crime and Policing Act 2014"

  let decision: ReviewDecision
  /// The reason, in words the applicant reads.
  let reason: String
  let record: ReviewRecord.Content

  init(
    _ fields: Fields, _ agencies: [Agency], _ verdict: ReviewVerdict, _ linked: LinkedCases
  ) throws(Refusal) {
    var form = FormReader(fields)
    let decision: ReviewDecision? = form.choice("decision", or: "Choose what was decided")
    if decision == .noReview, verdict.isFloorMet { form.refuse("decision", Self.floor) }
    let chosen = agencies.filter { fields.all("bodies").contains($0.id.description) }
    if !Set([.council, .police]).isSubset(of: chosen.map(\.kind)) {
      form.refuse("bodies", Self.noBodies)
    }
    let who = form.text("who", or: "Enter who decided, by name and body", limit: 500)
    if let name = linked.named(in: who) {
      form.refuse("who", "\(name) worked a case this is about, and may not decide on it")
    }
    let factors = ReviewFactor.allCases.map { factor in
      (
        factor.title,
        verdict.isFloorMet
          ? form.optionalText(factor.rawValue, limit: CaseForms.limit) ?? ""
          : form.text(factor.rawValue, or: factor.missing, limit: CaseForms.limit)
      )
    }
    let reason = form.text(
      "reason", or: "Enter the reason, in words the applicant reads", limit: CaseForms.limit)
    try form.finish()
    guard let decision else { throw Refusal("decision", "Choose what was decided") }
    self.decision = decision
    self.reason = reason
    record = ReviewRecord.Content(
      [("Bodies", chosen.map(\.name).joined(separator: ", ")), ("Who decided", who)] + factors
        + [("Reason, as the applicant reads it", reason)])
  }
}

/// What is weighed where the floor is not met: section 104(5) of the Act of 2014.
enum ReviewFactor: String, CaseIterable {
  case persistence
  case harm
  case adequacy

  var title: String {
    switch self {
    case .persistence: "How long and how often"
    case .harm: "Harm, or harm that may come"
    case .adequacy: "How well it was answered"
    }
  }

  var missing: String {
    "Enter it: without the floor the bodies weigh it (\(ReviewVerdict.factorsSection))"
  }
}

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

/// The meeting that carried the review out.
struct PanelForm {
  let held: Day
  let record: ReviewRecord.Content

  init(
    _ fields: Fields, _ agencies: [Agency], _ linked: LinkedCases, decided: Day, today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let held = form.optionalDay("held", "Day of the meeting", fields)
    if held == nil { form.refuse("held-day", "Enter the day of the meeting") }
    if let held, held > today || held < decided {
      form.refuse("held-day", "The day must be from the decision to today")
    }
    let chair = form.text("chair", or: "Enter who was in the chair", limit: 200)
    if let name = linked.named(in: chair) {
      form.refuse("chair", "\(name) worked a case this is about, and may not chair")
    }
    if !form.ticked("independent") {
      form.refuse(
        "independent", "Confirm it: the chair is somebody who had no part in the response")
    }
    let chosen = agencies.filter { fields.all("took-part").contains($0.id.description) }
    if chosen.isEmpty { form.refuse("took-part", "Choose the bodies that took part") }
    let part: VictimPart? = form.choice("victim", or: "Choose how the victim took part")
    let found = form.text("found", or: "Enter what the review found", limit: CaseForms.limit)
    try form.finish()
    guard let held, let part else { throw Refusal("held-day", "Fill in the form again") }
    self.held = held
    record = ReviewRecord.Content([
      ("Chair", chair), ("Took part", chosen.map(\.name).joined(separator: ", ")),
      ("The victim", part.title), ("Found", found),
    ])
  }
}
