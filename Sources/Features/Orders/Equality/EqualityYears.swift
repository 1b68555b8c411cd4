internal import Kernel
internal import Partnership

/// The three financial years whose orders are counted together.
///
/// They cannot be chosen, and the next three begin where these end: years that overlap, taken from
/// each other, would show the small counts of one year.
struct EqualityYears: Equatable, Sendable {
  private static let count = 3
  /// The last year of one three; the others follow from it.
  private static let closing = 2025

  let last: FinancialYear
  var first: FinancialYear { last.adding(years: 1 - Self.count) }

  /// The latest three that are over.
  init(overOn today: Day) {
    let over = today.month.financialYear.start - 1
    last = FinancialYear(startingIn: over - Self.since(over))
  }

  /// Those a day is in.
  init(of day: Day) {
    let year = day.month.financialYear.start
    let since = Self.since(year)
    last = FinancialYear(startingIn: since == 0 ? year : year + Self.count - since)
  }

  /// How many years a three had been over for when a year ended, from 0 to 2.
  private static func since(_ year: Int) -> Int {
    let since = (year - closing) % count
    return since < 0 ? since + count : since
  }

  /// Such as "2023/24 to 2025/26".
  var words: String { "\(first) to \(last)" }
}
