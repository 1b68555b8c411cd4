/// The hiding of small counts before a table is published.
///
/// Counts of 1 to 4 are hidden, or another range that the owner of the data asks for. Where the
/// total or the rule would give a hidden count away, the smallest shown count is hidden too, and
/// where there is none the total. Zeros are shown.
///
/// For example, `Suppression().applied(to: [12, 3, 40])` hides the 3 and the 12. A list with its total
/// is the plainest case; a ``CountTable`` has rows, columns and groups, ``LinkedCounts`` several tables
/// that share counts, and maps are blanked or merged.
///
/// There is no rule for all of the UK: the threshold is agreed with whoever owns the data. Rates of
/// hidden counts must be hidden too.
public struct Suppression: Sendable, Equatable {
  /// The counts that are hidden.
  public let hidden: ClosedRange<Int>

  /// Hides counts within a range, from at least 1.
  public init(hiding small: ClosedRange<Int> = 1...4) {
    hidden = max(1, small.lowerBound)...max(1, small.upperBound)
  }

  /// The table as it may be shown.
  ///
  /// - Parameter counts: the rows, each ≥ 0; their sum is the total.
  /// - Returns: the rows and the total, and what was hidden and why.
  public func applied(to counts: [Int]) -> SuppressedTable {
    var reasons = counts.map { hidden.contains($0) ? SuppressedTable.Reason.small : nil }
    let total = counts.reduce(0, +)
    var totalReason = hidden.contains(total) ? SuppressedTable.Reason.small : nil
    while totalReason == nil, isRevealed(counts, reasons) {
      let shown = counts.indices.filter { reasons[$0] == nil && counts[$0] > 0 }
      if let least = shown.min(by: { (counts[$0], $0) < (counts[$1], $1) }) {
        reasons[least] = .protecting
      } else {
        totalReason = .protecting
      }
    }
    return SuppressedTable(counts: counts, reasons: reasons, total: total, totalReason: totalReason)
  }

  /// Whether a small count can be told from what is shown.
  ///
  /// Total and shown rows give the sum of the hidden ones. Who knows the rule knows also that a
  /// row hidden to protect lies between the small range and the smallest count shown; the sum of
  /// the small ones must still be able to take more than one value, or if all are small their
  /// values must.
  private func isRevealed(_ counts: [Int], _ reasons: [SuppressedTable.Reason?]) -> Bool {
    let smallRows = counts.indices.filter { reasons[$0] == .small }
    let protecting = counts.indices.filter { reasons[$0] == .protecting }
    let sum = (smallRows + protecting).map { counts[$0] }.reduce(0, +)
    let least = smallRows.count * hidden.lowerBound
    let most = smallRows.count * hidden.upperBound
    guard !smallRows.isEmpty else { return false }
    guard !protecting.isEmpty else {
      return smallRows.count == 1 || sum == least || sum == most
    }
    let shown = counts.indices.filter { reasons[$0] == nil && counts[$0] > 0 }
    let ceiling = shown.map { counts[$0] }.min() ?? sum
    let lowest = max(least, sum - protecting.count * ceiling)
    let highest = min(most, sum - protecting.count * (hidden.upperBound + 1))
    return lowest >= highest
  }
}

/// A table whose small counts are hidden.
public struct SuppressedTable: Sendable, Equatable {
  /// Why a count is hidden; not for publication.
  public enum Reason: Sendable, Equatable {
    /// It is small.
    case small
    /// Another could be worked out from it.
    case protecting
  }

  /// One hidden count.
  public struct Hidden: Sendable, Equatable {
    /// The row, from 0; `nil` for the total.
    public let row: Int?
    /// Why.
    public let reason: Reason
  }

  /// The rows; `nil` where hidden.
  public let rows: [Int?]
  /// The total; `nil` where hidden.
  public let total: Int?
  /// What was hidden and why, for the record that stays inside.
  public let log: [Hidden]

  init(counts: [Int], reasons: [Reason?], total: Int, totalReason: Reason?) {
    rows = zip(counts, reasons).map { $1 == nil ? $0 : nil }
    self.total = totalReason == nil ? total : nil
    log =
      reasons.enumerated().compactMap { row, reason in reason.map { Hidden(row: row, reason: $0) } }
      + [totalReason].compactMap(\.self).map { Hidden(row: nil, reason: $0) }
  }
}
