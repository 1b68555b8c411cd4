/// How far an item of intelligence can be believed and where it may go: 3x5x2.
///
/// The grading in force in England and Wales since 2016, in place of 5x5x5: three grades of source,
/// five of the intelligence, two of handling (College of Policing, Intelligence report).
struct SourceGrading: Hashable, Sendable {
  /// The source.
  enum Source: String, CaseIterable, Sendable {
    case reliable = "1"
    case untested = "2"
    case notReliable = "3"

    var title: String {
      switch self {
      case .reliable: "Reliable"
      case .untested: "Untested"
      case .notReliable: "Not reliable"
      }
    }
  }

  /// What it says.
  enum Assessment: String, CaseIterable, Sendable {
    case direct = "A"
    case corroborated = "B"
    case indirect = "C"
    case notKnown = "D"
    case suspectedFalse = "E"

    var title: String {
      switch self {
      case .direct: "Known directly"
      case .corroborated: "Known indirectly but corroborated"
      case .indirect: "Known indirectly"
      case .notKnown: "Not known"
      case .suspectedFalse: "Suspected to be false"
      }
    }
  }

  /// Where it may go.
  enum Handling: String, CaseIterable, Sendable {
    case permitted = "P"
    case conditional = "C"

    var title: String {
      switch self {
      case .permitted: "Lawful sharing permitted"
      case .conditional: "Lawful sharing permitted with conditions"
      }
    }
  }

  let source: Source
  let assessment: Assessment
  let handling: Handling

  /// The grading as it is written on reports, such as "2 C P".
  var code: String { "\(source.rawValue) \(assessment.rawValue) \(handling.rawValue)" }

  var words: String { "\(source.title); \(assessment.title.lowercased())" }
}
