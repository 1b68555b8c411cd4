internal import Kernel

/// A time at which a case was heard: it may be come back to, and what lies between is another's.
struct Spell: Equatable, Sendable {
  let startedAt: Instant
  /// `nil` while it goes on.
  let endedAt: Instant?

  /// Whole minutes of several, each second of them counted once.
  static func minutes(_ spells: [Spell], at now: Instant) -> Int? {
    guard !spells.isEmpty else { return nil }
    let seconds = spells.map { ($0.endedAt ?? now).since($0.startedAt) }.reduce(0, +)
    return Int(seconds / 60)
  }
}
