public import Access
public import Kernel

/// How a link stands by which somebody of an organisation without accounts answers once.
///
/// The link goes to one mailbox. Looking at its page changes nothing, however often and by whom; a
/// code sent to that mailbox opens it for the browser it is entered in; an answer spends it.
public struct AnswerLink: Sendable {
  /// Its row, whichever table it is of.
  public let id: ID<AnswerLink>
  /// Who is asked.
  public let organisation: ID<Organisation>
  /// When it was made.
  public let madeAt: Instant
  /// When it no longer works.
  public let expiresAt: Instant
  /// When it was taken back; `nil` where it was not.
  public let endedAt: Instant?
  /// When it was answered; `nil` where it was not.
  public let answeredAt: Instant?
  /// How many codes were sent, and how often the last was entered wrongly.
  let codes: Int
  let tries: Int
  let codeAt: Instant?
  /// The hash of the token of the browser in which the code was entered, and until when.
  let holder: [UInt8]?
  let heldUntil: Instant?
  /// The only mailbox codes are sent to.
  public let mailbox: Sensitive<String>

  /// How it stands.
  public enum State: Equatable, Sendable {
    /// It may be answered.
    case open
    /// No further code is sent, and the last is spent.
    case locked
    /// It was answered.
    case answered(Instant)
    /// It was taken back.
    case ended
    /// Its time is over.
    case expired
  }

  /// How it stands at a moment.
  public func state(at now: Instant) -> State {
    if let answeredAt { return .answered(answeredAt) }
    if endedAt != nil { return .ended }
    if expiresAt <= now { return .expired }
    if isHeld(at: now) || codes < LinkRule.mostCodes || hasCode(at: now) { return .open }
    return .locked
  }

  /// Whether a code was sent that may still be entered.
  public func hasCode(at now: Instant) -> Bool {
    guard let codeAt else { return false }
    return tries < LinkRule.mostTries && now < codeAt.adding(seconds: LinkRule.codeSeconds)
  }

  private func isHeld(at now: Instant) -> Bool { heldUntil.map { $0 > now } ?? false }

  /// Whether the holder of a browser's token entered the code a moment ago.
  public func isHeld(by hash: [UInt8], at now: Instant) -> Bool {
    isHeld(at: now) && holder == hash
  }
}

/// How long links and codes are good for.
public enum LinkRule {
  /// The choices of days for which a link works.
  public static let days = [3, 7, 14, 28]
  /// The seconds for which a code may be entered.
  public static let codeSeconds = 15.0 * 60
  /// The seconds for which the browser in which it was entered may answer.
  public static let heldSeconds = 30.0 * 60
  /// Wrong entries after which a code is spent.
  public static let mostTries = 5
  /// Codes that are sent for one link.
  public static let mostCodes = 5
}
