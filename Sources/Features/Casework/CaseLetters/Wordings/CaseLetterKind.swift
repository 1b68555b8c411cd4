internal import Database

/// A letter that somebody in a case is written, by a wording that the partnership can change.
enum CaseLetterKind: String, CaseIterable, Sendable, Bindable {
  /// That somebody works on it.
  case opened
  case update
  case meeting
  /// To write down what happens.
  case diary
  case statement
  /// That they could not be reached.
  case missed
  /// That somebody complained of them.
  case complaint
  case closing
  /// With no more than how it begins and ends.
  case other

  var title: String {
    switch self {
    case .opened: "We are working on it"
    case .update: "How it stands"
    case .meeting: "Asking to meet"
    case .diary: "Please keep a diary"
    case .statement: "Asking for a statement"
    case .missed: "We could not reach you"
    case .complaint: "A complaint about what you do"
    case .closing: "The case is closed"
    case .other: "Another letter"
    }
  }

  /// Who may be written it.
  var parts: Set<CasePart> {
    switch self {
    case .opened, .diary, .closing: [.complainant, .victim]
    case .update, .statement: [.complainant, .victim, .witness]
    case .complaint: [.subject]
    case .meeting, .missed, .other: Set(CasePart.allCases)
    }
  }
}
