internal import Database
internal import Kernel
internal import Partnership

/// What steps look for in one case: moments and states, nothing of what was said and nobody's name.
struct CaseRecord: Sendable {
  /// An entry of the story that a step asks for.
  struct Entry: Equatable, Sendable {
    let kind: CaseEntryKind
    let at: Instant

    static let kinds: [CaseEntryKind] = [
      .contact, .interview, .action, .paused, .resumed, .closed, .passed, .reopened,
    ]
  }

  /// A report of the case.
  struct Told: Equatable, Sendable {
    let receivedAt: Instant
    let decidedAt: Instant
    let isWithdrawn: Bool
    /// When its reporter was first told an outcome.
    let toldAt: Instant?
  }

  let file: CaseFile
  /// Which days are working days: those that were known when a clock began.
  var calendar = WorkingCalendar.statutory
  var entries: [Entry] = []
  var firstAssessed: Instant?
  var reports: [Told] = []
  /// Of each person under 18 complained of, whether support was offered.
  var young: [Bool] = []

  /// The reports whose reporter is to be told something.
  var open: [Told] { reports.filter { !$0.isWithdrawn } }
}
