import Kernel

/// The figures of one indicator, from which a figure for any run of months is worked out.
struct Series: Sendable {
  let kind: FigureKind
  private let points: [Period: Amount]

  /// A series of figures that stand now; of two for one period the later is kept.
  init(_ kind: FigureKind, _ points: [SeriesPoint]) {
    self.kind = kind
    self.points = Dictionary(points.map { ($0.period, $0.amount) }) { _, later in later }
  }

  /// The figure kept for exactly a period.
  subscript(period: Period) -> Amount? { points[period] }

  /// Whether there is no figure at all.
  var isEmpty: Bool { points.isEmpty }

  /// The last month that a figure covers.
  var lastMonth: Month? { points.keys.map(\.months.upperBound).max() }

  /// The figure of a run of months: the one given for it, or the sum of those that tile it.
  ///
  /// Counts add up. Shares, rates and means add up through numerators and denominators, and not
  /// at all where one is missing. A gap gives `nil`.
  func amount(over months: ClosedRange<Month>) -> Amount? {
    if let whole = Period(covering: months).flatMap({ points[$0] }) { return whole }
    guard let parts = tiles(of: months) else { return nil }
    guard parts.count > 1 else { return parts.first }
    switch kind {
    case .count: return Amount(parts.map(\.value).reduce(.zero, +))
    case .percentage, .rate, .average: return Series.pooled(parts, kind)
    case .level: return nil
    }
  }

  /// The monthly figures of a run of months; `nil` for a month without one.
  func monthly(_ months: ClosedRange<Month>) -> [(month: Month, amount: Amount?)] {
    months.map { ($0, points[.month($0)]) }
  }

  /// The years that have a figure of their own, earliest first.
  var years: [FinancialYear] {
    points.keys.compactMap { period in
      guard case .year(let year) = period else { return nil }
      return year
    }.sorted()
  }

  /// Figures that follow each other without gap or overlap: years, then quarters, then months.
  private func tiles(of months: ClosedRange<Month>) -> [Amount]? {
    var found: [Amount] = []
    var month = months.lowerBound
    while month <= months.upperBound {
      let choices: [Period] = [.year(month.financialYear), .quarter(month.quarter), .month(month)]
      let tile = choices.first { period in
        period.months.lowerBound == month && period.months.upperBound <= months.upperBound
          && points[period] != nil
      }
      guard let tile, let amount = points[tile] else { return nil }
      found.append(amount)
      month = tile.months.upperBound.adding(months: 1)
    }
    return found
  }

  private static func pooled(_ parts: [Amount], _ kind: FigureKind) -> Amount? {
    let numerators = parts.compactMap(\.numerator)
    let denominators = parts.compactMap(\.denominator)
    guard numerators.count == parts.count, denominators.count == parts.count else { return nil }
    return Amount(
      numerator: numerators.reduce(.zero, +), denominator: denominators.reduce(.zero, +),
      kind: kind)
  }
}

extension Period {
  /// The period that is exactly a run of months; `nil` where none is.
  init?(covering months: ClosedRange<Month>) {
    let first = months.lowerBound
    let choices: [Period] = [.month(first), .quarter(first.quarter), .year(first.financialYear)]
    guard let period = choices.first(where: { $0.months == months }) else { return nil }
    self = period
  }
}
