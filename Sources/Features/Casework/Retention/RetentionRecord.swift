internal import Kernel
internal import Partnership

/// A record with the days its keeping is counted by.
struct RetentionRecord: Sendable {
  let kind: RetentionKind
  let id: Int64
  let reference: Reference
  let began: Instant
  /// When its time began to be counted; `nil` while it is open.
  let ended: Instant?

  /// The first day on which it may be deleted, by a rule.
  func dueDay(_ rule: RetentionRule) -> Day? {
    ended.map { RetentionPeriod.dueDay(rule.months, from: $0) }
  }
}

/// Whether a record may be deleted, and what keeps it.
struct RetentionStanding: Sendable {
  let record: RetentionRecord
  let rule: RetentionRule
  /// What people decided, those that are over too.
  let holds: [RetentionHold]
  /// What keeps it by itself: an open case review, an order in force.
  let others: [RecordHold]
  let today: Day

  var holding: [RetentionHold] { holds.filter { $0.holds(on: today) } }

  var isOver: Bool { record.dueDay(rule).map { $0 <= today } ?? false }

  var isDue: Bool { isOver && holding.isEmpty && others.isEmpty }

  var words: String {
    guard let day = record.dueDay(rule) else { return "Open: its time has not begun" }
    if day > today { return "Due on \(day.words)" }
    return isDue ? "Due since \(day.words)" : "Kept: its time was over on \(day.words)"
  }
}
