internal import Access
internal import Kernel
internal import Partnership

/// What a link asks somebody to answer.
enum LinkAsks: Equatable, Sendable {
  case action(ID<CaseAction>)
  case referral(ID<CaseReferral>)

  var action: ID<CaseAction>? {
    guard case .action(let id) = self else { return nil }
    return id
  }

  var referral: ID<CaseReferral>? {
    guard case .referral(let id) = self else { return nil }
    return id
  }
}

/// A link by which somebody of an organisation without accounts answers one action or referral.
struct CaseLink: Sendable {
  let shared: AnswerLink
  let file: ID<CaseFile>
  let asks: LinkAsks
  /// What its reader is told beside what is asked.
  let words: Sensitive<String>?
  /// The record of what it tells; `nil` where it tells of nobody, or was sent before shares were recorded.
  let share: Reference?
}
