import Kernel

/// The figures of one indicator, from which a figure for any run of months is worked out.
struct Series: Sendable {
  let kind: FigureKind
  /// In the order of their keys, each once: a dashboard looks thousands of them up.
  private let points: [(key: Int, period: Period, amount: Amount)]

  /// A series of figures that stand now; of two for one period the later is kept.
  init(_ kind: FigureKind, _ points: [SeriesPoint]) {
    self.kind = kind
    let sorted = points.enumerated().map { (Series.key($1.period), $0, $1) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    var kept: [(key: Int, period: Period, amount: Amount)] = []
    kept.reserveCapacity(sorted.count)
    for (key, _, point) in sorted {
      if kept.last?.key == key { kept.removeLast() }
      kept.append((key, point.period, point.amount))
    }
    self.points = kept
  }

  /// The figure kept for exactly a period.
  subscript(period: Period) -> Amount? {
    let key = Series.key(period)
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < points.count && points[low].key == key ? points[low].amount : nil
  }

  /// A number of its own for each period.
  private static func key(_ period: Period) -> Int {
    switch period {
    case .month(let month): month.index * 4
    case .quarter(let quarter): quarter.firstMonth.index * 4 + 1
    case .year(let year): year.firstMonth.index * 4 + 2
    }
  }

  /// Whether there is no figure at all.
  var isEmpty: Bool { points.isEmpty }

  /// The last month that a figure covers.
  var lastMonth: Month? { points.map(\.period.months.upperBound).max() }

  /// The figure of a run of months: the one given for it, or the sum of those that tile it.
  ///
  /// Counts add up. Shares, rates and means add up through numerators and denominators, and not
  /// at all where one is missing. A gap gives `nil`.
  func amount(over months: ClosedRange<Month>) -> Amount? {
    if let whole = Period(covering: months).flatMap({ self[$0] }) { return whole }
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
    months.map { ($0, self[.month($0)]) }
  }

  /// The years that have a figure of their own, earliest first.
  var years: [FinancialYear] {
    points.compactMap { point in
      guard case .year(let year) = point.period else { return nil }
      return year
    }.sorted()
  }

  /// Figures that follow each other without gap or overlap: years, then quarters, then months.
  private func tiles(of months: ClosedRange<Month>) -> [Amount]? {
    var found: [Amount] = []
    var month = months.lowerBound
    while month <= months.upperBound {
      let (year, quarter) = (month.financialYear, month.quarter)
      if let amount = tile(.year(year), at: month, within: months) {
        found.append(amount)
        month = year.lastMonth
      } else if let amount = tile(.quarter(quarter), at: month, within: months) {
        found.append(amount)
        month = quarter.lastMonth
      } else if let amount = self[.month(month)] {
        found.append(amount)
      } else {
        return nil
      }
      month = month.adding(months: 1)
    }
    return found
  }

  /// The figure of a period that begins with a month and ends within the run.
  private func tile(
    _ period: Period, at month: Month, within months: ClosedRange<Month>
  ) -> Amount? {
    let covered = period.months
    guard covered.lowerBound == month, covered.upperBound <= months.upperBound else { return nil }
    return self[period]
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
