/// A calendar month, such as 2018-04.
public struct Month: Hashable, Sendable {
  /// Months since year 0: `year × 12 + month − 1`.
  public let index: Int

  /// The month with a count of months since year 0.
  public init(index: Int) { self.index = index }

  /// The month (1-12) of a year (1-9999); `nil` where there is none.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(index: year * 12 + month - 1)
  }

  /// The calendar year; those before year 1 are counted on below nought.
  public var year: Int { (index - (number - 1)) / 12 }
  /// 1 for January to 12 for December.
  public var number: Int { (index % 12 + 12) % 12 + 1 }
  /// Its first day.
  public var firstDay: Day { Day(civil: (year, number, 1)) }
  /// Its last day.
  public var lastDay: Day { adding(months: 1).firstDay.adding(days: -1) }
  /// The financial year (April to March) that holds it.
  public var financialYear: FinancialYear {
    FinancialYear(startingIn: number >= 4 ? year : year - 1)
  }
  /// The quarter of the financial year that holds it.
  public var quarter: Quarter {
    Quarter(year: financialYear, number: ((number + 8) % 12) / 3 + 1)
  }

  /// The month some months later, or earlier where `months` is negative.
  public func adding(months: Int) -> Month { Month(index: index + months) }

  /// The English names, January first.
  public static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension Month: Comparable {
  /// Earlier months first.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

extension Month: Strideable {
  /// Whole months from this one to the other.
  public func distance(to other: Month) -> Int { other.index - index }
  /// The month `n` months on.
  public func advanced(by n: Int) -> Month { adding(months: n) }
}

extension Month: LosslessStringConvertible {
  /// Reads `YYYY-MM`; anything else is `nil`.
  public init?(_ text: String) {
    let month = FixedText.read(text, like: "0000-00") { text in
      Month(year: text[0..<4], month: text[5..<7])
    }
    guard let month else { return nil }
    self = month
  }

  /// The month as `YYYY-MM`.
  public var description: String { "\(padded(year, 4))-\(padded(number, 2))" }
  /// The month in words, such as "April 2018".
  public var words: String { "\(Month.names[number - 1]) \(year)" }
  /// The month in few letters, such as "Apr 18".
  public var short: String { "\(Month.names[number - 1].prefix(3)) \(padded(year % 100, 2))" }
}
