internal import Database

/// Where a case stands.
enum CaseState: String, CaseIterable, Sendable, Bindable {
  case open
  /// Its clocks stand still, for a reason that is written down.
  case paused
  case closed

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// What somebody is in a case; those who suffer and those complained of are kept apart, as the Data
/// Protection Act 2018, section 38, asks.
enum CasePart: String, CaseIterable, Sendable, Bindable {
  case complainant
  case victim
  case witness
  case subject

  var title: String {
    switch self {
    case .complainant: "Complainant"
    case .victim: "Victim"
    case .witness: "Witness"
    case .subject: "Complained of"
    }
  }
}

/// How a case ended.
enum CaseOutcome: String, CaseIterable, Sendable, Bindable {
  case resolved
  case warning
  case order
  case mediation
  case referred
  case noEvidence = "no-evidence"
  case notRepeated = "not-repeated"
  case withdrawn

  var title: String {
    switch self {
    case .resolved: "Stopped after we spoke to those involved"
    case .warning: "Warning or agreement in place"
    case .order: "Order or notice made"
    case .mediation: "Settled by mediation"
    case .referred: "Handed to another service"
    case .noEvidence: "Not enough evidence to act"
    case .notRepeated: "Did not happen again"
    case .withdrawn: "Complainant asked us to stop"
    }
  }
}

/// What is written in the story of a case.
enum CaseEntryKind: String, CaseIterable, Sendable, Bindable {
  case opened
  case joined
  /// Something seen, measured or on paper.
  case fact
  /// What somebody thinks; never shown as a fact.
  case opinion
  /// It happened again: a line of the incident diary.
  case incident
  /// Somebody was spoken or written to; the first one begins the work.
  case contact
  /// A contact in which somebody who complained was heard at length.
  case interview
  case person
  case action
  case actionDone = "action-done"
  case allocated
  case declined
  case changed
  case paused
  case resumed
  case closed
  case reopened
  case risk
  case marker
  case markerReview = "marker-review"
  case markerEnd = "marker-end"
  case place
  case vehicle
  case vehicleOff = "vehicle-off"
  case referral
  case referralAnswer = "referral-answer"
  case support
  /// An organisation was given the case.
  case party
  case partyEnded = "party-ended"
  /// An organisation said what it did, or that it cannot.
  case answer
  /// An action was sent to a mailbox as a link.
  case link
  case joinedTo = "joined-to"
  case joinedBy = "joined-by"
  case partedInto = "parted-into"
  case partedFrom = "parted-from"
  /// Another organisation leads it.
  case handedOn = "handed-on"
  case takenBack = "taken-back"
  /// A service outside took it, and it is closed here.
  case passed
  case referralLink = "referral-link"
  /// An organisation asked something about a referral.
  case referralQuestion = "referral-question"
  /// Somebody asked whether an organisation knows a person, or was told.
  case known
  /// A reporter said that it goes on after the end, or withdrew.
  case told
  /// Somebody in it was written a letter.
  case letter

  var title: String {
    switch self {
    case .opened: "Case opened"
    case .joined: "Report joined"
    case .fact: "Fact"
    case .opinion: "Opinion"
    case .incident: "Incident"
    case .contact: "Contact"
    case .interview: "Interview"
    case .person: "Person added"
    case .action: "Action added"
    case .actionDone: "Action done"
    case .allocated: "Given to an officer"
    case .declined: "Given back by its officer"
    case .changed: "Title or priority changed"
    case .paused: "Clocks stopped"
    case .resumed: "Clocks running again"
    case .closed: "Case closed"
    case .reopened: "Case opened again"
    case .risk: "Risk assessed"
    case .marker: "Visiting risk marked"
    case .markerReview: "Visiting risk reviewed"
    case .markerEnd: "Visiting risk taken off"
    case .place: "Place added"
    case .vehicle: "Vehicle added"
    case .vehicleOff: "Vehicle taken off"
    case .referral: "Referred"
    case .referralAnswer: "Referral answered"
    case .support: "Support for somebody under 18"
    case .party: "Organisation added"
    case .partyEnded: "Organisation no longer a party"
    case .answer: "Answer of an organisation"
    case .link: "Action sent as a link"
    case .joinedTo: "Joined to another case"
    case .joinedBy: "Another case joined"
    case .partedInto: "Reports parted from it"
    case .partedFrom: "Parted from another case"
    case .handedOn: "Lead handed to an organisation"
    case .takenBack: "Lead taken back"
    case .passed: "Passed to another service"
    case .referralLink: "Referral sent as a link"
    case .referralQuestion: "Question about a referral"
    case .known: "Whether somebody is known"
    case .told: "Told by a reporter"
    case .letter: "Letter written"
    }
  }

  /// Whether somebody was spoken or written to.
  var isContact: Bool { self == .contact || self == .interview }

  /// Whether it happened to somebody, and was not our own doing.
  var isHappening: Bool { [.opened, .joined, .fact, .incident].contains(self) }
}
