/// A financial year, April to March, such as 2018/19.
public struct FinancialYear: Hashable, Sendable {
  /// The calendar year of its April.
  public let start: Int

  /// The financial year that begins in April of a year.
  public init(startingIn start: Int) { self.start = start }

  /// April.
  public var firstMonth: Month { Month(index: start * 12 + 3) }
  /// March.
  public var lastMonth: Month { firstMonth.adding(months: 11) }
  /// The twelve months, April first.
  public var months: ClosedRange<Month> { firstMonth...lastMonth }
  /// The four quarters, April to June first.
  public var quarters: [Quarter] { (1...4).map { Quarter(year: self, number: $0) } }
  /// The year some years later, or earlier where `years` is negative.
  public func adding(years: Int) -> FinancialYear { FinancialYear(startingIn: start + years) }
}

extension FinancialYear: Comparable {
  /// Earlier years first.
  public static func < (left: Self, right: Self) -> Bool { left.start < right.start }
}

extension FinancialYear: LosslessStringConvertible {
  /// Reads `2018/19`; the two parts must follow each other.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let start = digits(parts[0]), let end = digits(parts[1]), (start + 1) % 100 == end
    else { return nil }
    self.init(startingIn: start)
  }

  /// The year as `2018/19`.
  public var description: String { "\(padded(start, 4))/\(padded((start + 1) % 100, 2))" }
}

/// A quarter of a financial year: Q1 is April to June, Q4 January to March.
public struct Quarter: Hashable, Sendable {
  /// The financial year it belongs to.
  public let year: FinancialYear
  /// 1 to 4.
  public let number: Int

  /// The quarter of a financial year; `number` is 1 to 4.
  public init(year: FinancialYear, number: Int) {
    precondition((1...4).contains(number), "a year has quarters 1 to 4")
    self.year = year
    self.number = number
  }

  /// Its first month.
  public var firstMonth: Month { year.firstMonth.adding(months: (number - 1) * 3) }
  /// Its last month.
  public var lastMonth: Month { firstMonth.adding(months: 2) }
  /// Its three months.
  public var months: ClosedRange<Month> { firstMonth...lastMonth }
  /// The quarter some quarters later, or earlier where `quarters` is negative.
  public func adding(quarters: Int) -> Quarter { firstMonth.adding(months: quarters * 3).quarter }
}

extension Quarter: Comparable {
  /// Earlier quarters first.
  public static func < (left: Self, right: Self) -> Bool { left.firstMonth < right.firstMonth }
}

extension Quarter: LosslessStringConvertible {
  /// Reads `2018/19 Q4`.
  public init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = FinancialYear(String(parts[0])),
      let number = ["Q1", "Q2", "Q3", "Q4"].firstIndex(of: String(parts[1]).uppercased())
    else { return nil }
    self.init(year: year, number: number + 1)
  }

  /// The quarter as `2018/19 Q4`.
  public var description: String { "\(year) Q\(number)" }
  /// The quarter in words, such as "Quarter 4, January to March 2019".
  public var words: String {
    "Quarter \(number), \(Month.names[firstMonth.number - 1]) to \(lastMonth.words)"
  }
}
