internal import Database
internal import Kernel
internal import Partnership

/// Orders and steps against people by group, power and how the group is known, over some years.
///
/// They count orders, not people: somebody with three is counted three times.
struct EqualityCount: Sendable {
  /// The financial years counted together, all of them over.
  ///
  /// They cannot be chosen, and the next three begin where these end: years that overlap, taken from
  /// each other, would show the small counts of one year.
  static let years = 3
  /// The last year of one three; the others follow from it.
  private static let closing = FinancialYear(startingIn: 2025)

  struct Key: Hashable, Sendable {
    let group: String
    let source: EqualityFacts.Source?
    let power: Power
  }

  let first: FinancialYear
  let last: FinancialYear
  private(set) var counts: [EqualityDimension: [Key: Int]] = [:]

  init(on today: Day, _ store: EqualityStore, _ read: Read) throws {
    last = Self.last(on: today)
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

  /// The last year of the latest three that are over.
  static func last(on today: Day) -> FinancialYear {
    let over = today.month.financialYear.start - 1
    let since = (over - closing.start) % years
    return FinancialYear(startingIn: over - (since < 0 ? since + years : since))
  }

  /// Such as "2023/24 to 2025/26".
  var words: String { "\(first) to \(last)" }
}
