import Kernel

/// One figure of a series with the months it covers.
struct SeriesPoint: Hashable, Sendable {
  let period: Period
  let amount: Amount

  var months: ClosedRange<Month> { period.months }
}

/// A figure, with what it is a share of where that was given.
struct Amount: Hashable, Sendable {
  let value: Figure
  var numerator: Figure?
  var denominator: Figure?

  init(_ value: Figure) { self.value = value }

  init(_ value: Figure, numerator: Figure?, denominator: Figure?) {
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A share of whole numbers; `nil` where the denominator is nought.
  init?(numerator: Figure, denominator: Figure, kind: FigureKind) {
    guard let share = numerator.ratio * Ratio(Int128(kind.factor)) / denominator.ratio else {
      return nil
    }
    self.init(share.rounded(to: 6), numerator: numerator, denominator: denominator)
  }

  /// The exact value: the share itself where both its whole numbers are known.
  func exact(_ kind: FigureKind) -> Ratio {
    guard kind != .count, let numerator, let denominator, numerator.whole != nil,
      denominator.whole != nil,
      let share = numerator.ratio * Ratio(Int128(kind.factor)) / denominator.ratio
    else { return value.ratio }
    return share
  }
}
