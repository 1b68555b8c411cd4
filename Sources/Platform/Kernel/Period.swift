/// A month, a quarter or a financial year: what a figure is for.
public enum Period: Hashable, Sendable {
  /// One calendar month.
  case month(Month)
  /// One quarter of a financial year.
  case quarter(Quarter)
  /// One financial year.
  case year(FinancialYear)

  /// Its months, earliest first.
  public var months: ClosedRange<Month> { firstMonth...lastMonth }

  /// Its first month.
  public var firstMonth: Month {
    switch self {
    case .month(let month): month
    case .quarter(let quarter): quarter.firstMonth
    case .year(let year): year.firstMonth
    }
  }

  /// Its last month.
  public var lastMonth: Month { firstMonth.adding(months: length - 1) }

  /// How many months it has: 1, 3 or 12.
  public var length: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// Its first day.
  public var firstDay: Day { firstMonth.firstDay }
  /// Its last day.
  public var lastDay: Day { lastMonth.lastDay }
  /// The financial year that holds it.
  public var financialYear: FinancialYear { firstMonth.financialYear }

  /// The same months one year earlier.
  public var yearBefore: Period {
    switch self {
    case .month(let month): .month(month.adding(months: -12))
    case .quarter(let quarter): .quarter(quarter.adding(quarters: -4))
    case .year(let year): .year(year.adding(years: -1))
    }
  }

  /// The period of the same length just before it.
  public var previous: Period {
    switch self {
    case .month(let month): .month(month.adding(months: -1))
    case .quarter(let quarter): .quarter(quarter.adding(quarters: -1))
    case .year(let year): .year(year.adding(years: -1))
    }
  }
}

extension Period: Comparable {
  /// Earlier first; of those that begin together the shorter first.
  public static func < (left: Period, right: Period) -> Bool {
    (left.firstMonth, left.length) < (right.firstMonth, right.length)
  }
}

extension Period: LosslessStringConvertible {
  /// Reads `2018-04`, `2018/19 Q4` or `2018/19`.
  public init?(_ text: String) {
    if let month = Month(text) {
      self = .month(month)
    } else if let quarter = Quarter(text) {
      self = .quarter(quarter)
    } else if let year = FinancialYear(text) {
      self = .year(year)
    } else {
      return nil
    }
  }

  /// The period as `2018-04`, `2018/19 Q4` or `2018/19`: the form kept in the database.
  public var description: String {
    switch self {
    case .month(let month): month.description
    case .quarter(let quarter): quarter.description
    case .year(let year): year.description
    }
  }

  /// The period in words for people.
  public var words: String {
    switch self {
    case .month(let month): month.words
    case .quarter(let quarter): quarter.words
    case .year(let year): year.description
    }
  }
}

extension Period {
  /// The period as one part of a path: `2018-04`, `fy2018-19-q4` or `fy2018-19`.
  public var slug: String {
    switch self {
    case .month(let month): month.description
    case .quarter(let quarter): "\(Period.year(quarter.year).slug)-q\(quarter.number)"
    case .year(let year): "fy\(padded(year.start, 4))-\(padded((year.start + 1) % 100, 2))"
    }
  }

  /// Reads what ``slug`` writes.
  public init?(slug: String) {
    guard slug.hasPrefix("fy") else {
      guard let month = Month(slug) else { return nil }
      self = .month(month)
      return
    }
    let parts = slug.dropFirst(2).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3,
      let year = FinancialYear("\(parts[0])/\(parts[1])")
    else { return nil }
    guard parts.count == 3 else {
      self = .year(year)
      return
    }
    guard let quarter = Quarter("\(year) \(parts[2].uppercased())") else { return nil }
    self = .quarter(quarter)
  }
}
