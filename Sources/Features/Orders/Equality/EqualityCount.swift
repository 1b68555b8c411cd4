internal import Database
internal import Kernel
internal import Partnership

/// Orders and steps against people by group, power and how the group is known, over some years.
///
/// They count orders, not people: somebody with three is counted three times.
struct EqualityCount: Sendable {
  /// The financial years counted together: those of which every order is known, three at most.
  ///
  /// They cannot be chosen: years that overlap, taken from each other, would show small counts.
  static let years = 3

  struct Key: Hashable, Sendable {
    let group: String
    let source: EqualityFacts.Source?
    let power: Power
  }

  let first: FinancialYear
  let last: FinancialYear
  private(set) var counts: [EqualityDimension: [Key: Int]] = [:]

  init(on today: Day, _ store: EqualityStore, _ read: Read) throws {
    last = today.month.financialYear.adding(years: -1)
    first = last.adding(years: 1 - Self.years)
    var counts: [EqualityDimension: [Key: Int]] = [:]
    try store.each(from: first.firstMonth.firstDay, through: last.lastMonth.lastDay, read) {
      power, facts in
      for dimension in EqualityDimension.allCases {
        let (group, source) = facts.group(dimension)
        let key = Key(group: group, source: source, power: power)
        counts[dimension, default: [:]][key, default: 0] += 1
      }
    }
    self.counts = counts
  }

  /// Such as "2023/24 to 2025/26".
  var words: String { "\(first) to \(last)" }
}
