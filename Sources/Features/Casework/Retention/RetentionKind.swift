internal import Database

/// A kind of record that is kept for a time.
enum RetentionKind: String, CaseIterable, Sendable, Bindable {
  case file = "case"
  case report
  case evidence
  case review
  case letter
  case survey
  case request

  var title: String {
    switch self {
    case .file: "Case with its reports"
    case .report: "Report without a case"
    case .evidence: "Evidence of a closed case"
    case .review: "Application for a case review"
    case .letter: "Address and words of a letter"
    case .survey: "Words of an answer about satisfaction"
    case .request: "Answered request for one’s own data"
    }
  }

  /// From when its time is counted.
  var start: String {
    switch self {
    case .file, .evidence: "from the day the case was closed"
    case .report: "from the day it was received"
    case .review: "from the day the outcome was told"
    case .letter: "from the day it was sent or done with"
    case .survey: "from the day it was given"
    case .request: "from the day it was released"
    }
  }

  /// Whether somebody looks at each before it is deleted.
  var isReviewed: Bool { ![.letter, .survey, .request].contains(self) }

  static let reviewed = allCases.filter(\.isReviewed)

  /// What the audit trail and messages call a record of it.
  func subject(_ reference: String) -> String {
    switch self {
    case .file, .evidence: "case/\(reference)"
    case .report, .letter, .survey: "report/\(reference)"
    case .review: "case-review/\(reference)"
    case .request: "access/\(reference)"
    }
  }
}

/// A time that no rule changes, and why.
struct FixedPeriod: Sendable {
  let title: String
  let time: String
  let source: String

  static let all = [
    FixedPeriod(
      title: "Report that was begun and not sent",
      time: "\(Int(DraftStore.keptSeconds / 86_400)) days",
      source: "What the public pages promise"),
    FixedPeriod(
      title: "Code that proves a contact", time: "1 day",
      source: "Only so that codes can be counted"),
    FixedPeriod(
      title: "Audit trail", time: "Kept",
      source: "It names records and accounts, nobody else; a part taken out would break its proof"),
    FixedPeriod(
      title: "What is left of a deleted record", time: "Kept",
      source: "Reference, kind, days, rule and who deleted it, so that it can be accounted for"),
  ]
}
