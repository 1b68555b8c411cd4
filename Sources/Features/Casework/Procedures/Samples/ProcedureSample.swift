internal import Access
internal import Database
internal import Kernel

/// The sample of a month: what it was drawn from, with which seed, and what was found.
struct ProcedureSample: Sendable {
  let id: ID<ProcedureSample>
  let month: Month
  let seed: UInt64
  let size: Int
  let drawnAt: Instant
  /// All cases that were closed in the month, when it was drawn.
  let members: [ProcedureSampling.Member]
  /// Those drawn, in their order.
  let drawn: [ID<CaseFile>]
  /// The scores of each drawn case, the latest first.
  let scores: [ID<CaseFile>: [ProcedureScore]]

  /// Whether the seed draws the same cases again from what is kept.
  var isDrawnAgain: Bool {
    ProcedureSampling.draw(members, size: size, seed: seed).map(\.file) == drawn
  }

  var scored: Int { drawn.count { scores[$0] != nil } }
  var followed: Int { drawn.count { scores[$0]?.first?.verdict == .followed } }
}

/// What a manager found of one case of a sample.
struct ProcedureScore: Sendable {
  enum Verdict: String, CaseIterable, Sendable, Bindable {
    case followed
    case notFollowed = "not-followed"

    var title: String { self == .followed ? "Followed" : "Not followed" }
  }

  let at: Instant
  let account: ID<Account>?
  let verdict: Verdict
  /// What the record said of each step then.
  let findings: String
  let note: Sensitive<String>
}
