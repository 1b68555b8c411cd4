import Kernel

extension Period {
  /// The years a partnership can report on; earlier and later ones are slips or mischief.
  static let reportedYears = FinancialYear(startingIn: 1950)...FinancialYear(startingIn: 2149)

  /// Reads a period of those years; anything else is `nil`.
  init?(reported text: String) {
    guard let period = Period(text), Period.reportedYears.contains(period.financialYear) else {
      return nil
    }
    self = period
  }
}
