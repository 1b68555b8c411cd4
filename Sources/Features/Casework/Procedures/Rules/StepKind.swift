internal import Database

/// What a step of a checklist looks for in the record.
///
/// Nobody ticks it: the record has it or has not.
enum StepKind: String, CaseIterable, Sendable, Bindable {
  case decided
  case begun
  case interviewed
  case assessed
  case planned
  case updated
  case supported
  case told

  var title: String {
    switch self {
    case .decided: "A report is decided about"
    case .begun: "The first contact is made by the day of its priority"
    case .interviewed: "Who complained is interviewed"
    case .assessed: "Risk is assessed"
    case .planned: "An action with an organisation and a day is agreed"
    case .updated: "Those who reported are contacted"
    case .supported: "Young people complained of are offered support"
    case .told: "Those who reported are told the outcome"
    }
  }

  /// What in the record is the evidence.
  var evidence: String {
    switch self {
    case .decided:
      "The decision about the first report, with its letter, from when it was received."
    case .begun: "The first contact in the story, against the clock of the priority."
    case .interviewed: "The first interview in the story, from when the case was opened."
    case .assessed: "The first assessment, from when the case was opened."
    case .planned: "The first action in the story, from when the case was opened."
    case .updated: "Contacts in the story; time in which the clocks stood still is left out."
    case .supported: "Support that was written down for each person under 18."
    case .told: "The outcome beside each report that was not withdrawn."
    }
  }

  /// When it does not apply, as a rule and never by choice.
  var exception: String {
    switch self {
    case .decided: "The case has no report."
    case .begun, .assessed, .planned: "The case was closed before it was due."
    case .interviewed:
      "The case has no report that was not withdrawn, or was closed before it was due."
    case .updated, .told: "The case has no report that was not withdrawn."
    case .supported: "Nobody complained of is known to be under 18."
    }
  }

  /// Whether a checklist says within how many working days.
  var hasDays: Bool {
    switch self {
    case .decided, .interviewed, .assessed, .planned, .updated: true
    case .begun, .supported, .told: false
    }
  }

  /// Whether it is to happen again and again.
  var isRepeated: Bool { self == .updated }
}
