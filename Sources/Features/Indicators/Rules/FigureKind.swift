/// What kind of number an indicator's figures are, which decides whether they add up.
enum FigureKind: String, Hashable, Sendable, CaseIterable {
  /// Things counted: months add up to a year.
  case count
  /// A share, written 69 for 69 %: adds up only through its numerator and denominator.
  case percentage
  /// So many per 1,000 people or households: like a percentage.
  case rate
  /// A mean, such as years until a report: like a percentage.
  case average
  /// A level at one time, such as "12 of 20": never adds up.
  case level

  /// How many decimals its figures are shown with where the document shows none.
  var decimals: Int {
    switch self {
    case .count, .level: 0
    case .percentage: 1
    case .rate, .average: 2
    }
  }

  /// What numerator over denominator is multiplied by.
  var factor: Int {
    switch self {
    case .percentage: 100
    case .rate: 1000
    case .count, .average, .level: 1
    }
  }

  /// The sign after a figure.
  var suffix: String { self == .percentage ? "%" : "" }
}
