internal import Access
internal import Kernel
internal import Partnership

/// An organisation that is given a case: why, on what ground, from when and until when.
struct CaseParty: Sendable {
  let id: ID<CaseParty>
  let organisation: ID<Organisation>
  /// The record of the share, which says on which grounds; `nil` of what was given before there was a
  /// register, whose ground is ``earlier``.
  let share: Reference?
  let earlier: EarlierGround?
  let since: Instant
  /// It reads what was written from this moment on.
  let readsFrom: Instant
  /// When it ends, or ended; `nil` while no end is set.
  let endsAt: Instant?
  let content: Sensitive<Content>

  struct Content: Codable, Equatable, Sendable {
    /// What it needs the case for.
    var purpose = ""
    /// Why it ended.
    var ending = ""
  }

  /// Whether it may open the case.
  func isOpen(at now: Instant) -> Bool { endsAt.map { $0 > now } ?? true }

  /// The last day on which it may open the case.
  var lastDay: Day? { endsAt.map { London.day($0.adding(seconds: -0.001)) } }
}
