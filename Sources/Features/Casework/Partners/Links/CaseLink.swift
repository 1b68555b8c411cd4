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
  let id: ID<CaseLink>
  let file: ID<CaseFile>
  let asks: LinkAsks
  let organisation: ID<Organisation>
  let madeAt: Instant
  let expiresAt: Instant
  /// When it was taken back by the lead.
  let endedAt: Instant?
  let answeredAt: Instant?
  /// How many codes were sent, and how often the last was entered wrongly.
  let codes: Int
  let tries: Int
  let codeAt: Instant?
  /// The hash of the token of the browser in which the code was entered, and until when.
  let holder: [UInt8]?
  let heldUntil: Instant?
  /// The only mailbox codes are sent to.
  let mailbox: Sensitive<String>
  /// What its reader is told beside what is asked.
  let words: Sensitive<String>?

  /// How it stands.
  enum State: Equatable, Sendable {
    case open
    /// No further code is sent, and the last is spent.
    case locked
    case answered(Instant)
    case ended
    case expired
  }

  func state(at now: Instant) -> State {
    if let answeredAt { return .answered(answeredAt) }
    if endedAt != nil { return .ended }
    if expiresAt <= now { return .expired }
    if isHeld(at: now) || codes < LinkRule.mostCodes || hasCode(at: now) { return .open }
    return .locked
  }

  /// Whether a code was sent that may still be entered.
  func hasCode(at now: Instant) -> Bool {
    guard let codeAt else { return false }
    return tries < LinkRule.mostTries && now < codeAt.adding(seconds: LinkRule.codeSeconds)
  }

  private func isHeld(at now: Instant) -> Bool { heldUntil.map { $0 > now } ?? false }

  /// Whether the holder of a browser's token entered the code a moment ago.
  func isHeld(by hash: [UInt8], at now: Instant) -> Bool { isHeld(at: now) && holder == hash }
}

/// How long links and codes are good for.
enum LinkRule {
  /// The choices of days for which a link works.
  static let days = [3, 7, 14, 28]
  /// The seconds for which a code may be entered.
  static let codeSeconds = 15.0 * 60
  /// The seconds for which the browser in which it was entered may answer.
  static let heldSeconds = 30.0 * 60
  /// Wrong entries after which a code is spent.
  static let mostTries = 5
  /// Codes that are sent for one link.
  static let mostCodes = 5
}
