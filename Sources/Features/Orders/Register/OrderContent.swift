/// All that is about people in an order; kept sealed, as one value.
struct OrderContent: Codable, Equatable, Sendable {
  /// The person, body, premises or the title of the area's order.
  var name = ""
  /// The day of birth as `YYYY-MM-DD`; empty where there is none.
  var born = ""
  /// Whether it is against a body, such as a company; `nil` of powers that are not asked, and of what was
  /// written down before it was kept.
  var isBody: Bool?
  var prohibitions = ""
  var requirements = ""
  /// What it rests on, in words.
  var evidence = ""
  /// How freedom of expression and assembly was weighed.
  var rights = ""
  var consultees = ""
  var court = ""
  var legalLead = ""
  var support: SupportOffer?
  var supportReason = ""
  /// The parts of the power's test that were met, by key.
  var tests: [String] = []
  var authoriser: Authoriser?
  /// Who advises on housing and on the law, for a closure notice; others have none.
  var advice: String?
  /// When the use of dispersal powers was authorised, as ISO 8601.
  var authorisedFrom: String?
  var authorisedTo: String?
  /// Whether somebody under 16 was taken from where a direction was given; `nil` where nobody said.
  var removal: Removal?
}

/// Whether a young person was offered support before it came to this.
enum SupportOffer: String, CaseIterable, Codable, Sendable {
  case accepted
  case declined
  /// It could not wait: the reason and a day to look again are kept.
  case urgent

  var title: String {
    switch self {
    case .accepted: "Support was offered and taken up"
    case .declined: "Support was offered and declined"
    case .urgent: "Too urgent to wait: support is offered after"
    }
  }
}

/// Who signed or authorised it.
enum Authoriser: String, CaseIterable, Codable, Sendable {
  case constable
  case inspector
  case superintendent
  case councilOfficer = "council-officer"
  case chiefExecutive = "chief-executive"

  var title: String {
    switch self {
    case .constable: "Police officer below inspector"
    case .inspector: "Police inspector or chief inspector"
    case .superintendent: "Police superintendent or above"
    case .councilOfficer: "Officer of the council"
    case .chiefExecutive: "Chief executive of the council, or somebody designated by them"
    }
  }

  /// Whether a closure notice of theirs may last the longer time (section 77(2)).
  var isSenior: Bool { self == .superintendent || self == .chiefExecutive }
  var isInspectorOrAbove: Bool { self == .inspector || self == .superintendent }
}
