internal import Database
internal import Kernel
internal import Statistics

/// How many were referred on each ground, quarter by quarter; of tensions the grounds are their
/// classes: experienced, evidenced, potential.
struct GroundTrends: Sendable {
  /// How many quarters are shown.
  static let length = 5

  /// Those that were over by the day that was asked for, the earliest first.
  let quarters: [Quarter]
  private let counts: [String: [Int]]

  init(of kind: String, through day: Day, _ read: Read) throws {
    let current = day.month.quarter
    let last = current.lastMonth.lastDay <= day ? current : current.adding(quarters: -1)
    let quarters = (0..<Self.length).reversed().map { last.adding(quarters: -$0) }
    self.quarters = quarters
    var counts: [String: [Int]] = [:]
    let found = try read.all(
      Self.query(of: kind, from: quarters[0].firstMonth.firstDay, to: last.lastMonth.lastDay)
    ) { row in (ground: try row.text(), month: try row.text(), count: try row.int()) }
    for (ground, month, count) in found {
      guard let place = Month(month).flatMap({ quarters.firstIndex(of: $0.quarter) }) else {
        continue
      }
      counts[ground, default: Array(repeating: 0, count: quarters.count)][place] += count
    }
    self.counts = counts
  }

  static func query(of kind: String, from: Day, to: Day) -> SQL {
    """
    SELECT criterion, substr(referred_on, 1, 7), COUNT(*) FROM conference_case
    WHERE kind = \(kind) AND referred_on >= \(from) AND referred_on <= \(to)
      AND state <> 'declined'
    GROUP BY criterion, substr(referred_on, 1, 7)
    """
  }

  func counts(of ground: String) -> [Int] {
    counts[ground] ?? Array(repeating: 0, count: quarters.count)
  }

  /// The last quarter beside the one before; what chance alone gives is no trend.
  static func trend(_ counts: [Int]) -> String {
    guard counts.count > 1 else { return "" }
    let (before, now) = (counts[counts.count - 2], counts[counts.count - 1])
    guard now + before > 0 else { return "None in either" }
    let difference = CountDifference(now: now, before: before)
    guard difference.isBeyondChance else { return "No more than chance gives" }
    return difference.difference > 0
      ? "More than the quarter before" : "Fewer than the quarter before"
  }
}
