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
    guard let year = FixedText.read(text, like: "0000/00", Self.year) else { return nil }
    self = year
  }

  /// The year at the beginning of a text.
  fileprivate static func year(_ text: FixedText) -> FinancialYear? {
    let start = text[0..<4]
    return (start + 1) % 100 == text[5..<7] ? FinancialYear(startingIn: start) : nil
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
    let quarter =
      FixedText.read(text, like: "0000/00 Q0", Self.quarter)
      ?? FixedText.read(text, like: "0000/00 q0", Self.quarter)
    guard let quarter else { return nil }
    self = quarter
  }

  private static func quarter(_ text: FixedText) -> Quarter? {
    let number = text[9..<10]
    guard (1...4).contains(number), let year = FinancialYear.year(text) else { return nil }
    return Quarter(year: year, number: number)
  }

  /// The quarter as `2018/19 Q4`.
  public var description: String { "\(year) Q\(number)" }
  /// The quarter in words, such as "Quarter 4, January to March 2019".
  public var words: String {
    "Quarter \(number), \(Month.names[firstMonth.number - 1]) to \(lastMonth.words)"
  }
}
