internal import Database
internal import Messages

/// What a report is decided to be.
enum TriageDecision: String, CaseIterable, Sendable, Bindable {
  case asb
  case police
  case otherService = "other-service"
  case notOurs = "not-ours"

  var title: String {
    switch self {
    case .asb: "Anti-social behaviour: we work on it"
    case .police: "A crime: we pass it to the police"
    case .otherService: "For another service"
    case .notOurs: "Not something the partnership can act on"
    }
  }

  /// Whether somebody has to be named who takes it.
  var namesService: Bool { self == .police || self == .otherService }

  /// The letter to whoever reported it.
  ///
  /// A change of words is another version.
  var letter: MessageTemplate {
    MessageTemplate(
      key: "triage.\(rawValue)", version: 3, title: "Decision on a report",
      subject: "About ((reference))", body: "Hello ((name))\n\n" + words + Self.ending)
  }

  /// What the reporter reads, in the letter and beside their report.
  var words: String {
    switch self {
    case .asb:
      "We have read your report ((reference)) and are working on it. ((begin)) We tell you how it stands every "
        + "((every)), or why it has to wait."
    case .police:
      "We have read your report ((reference)). What it tells of may be a crime, so we pass it to "
        + "((service)). If it happens again and somebody is in danger, call 999."
    case .otherService:
      "We have read your report ((reference)). ((service)) deals with this, so we pass it on."
    case .notOurs:
      "We have read your report ((reference)). We cannot act on it, and want to tell you why: ((why))"
    }
  }

  static let ending = """


    You can see how it stands, and add to it, with your reference and your secret at ((track)).
    """
}
