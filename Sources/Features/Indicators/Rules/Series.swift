import Kernel

/// The figures of one indicator, from which a figure for any run of months is worked out.
struct Series: Sendable {
  let kind: FigureKind
  /// The first month in which a figure begins, as its index.
  private let first: Int
  /// One for each month from there on: a dashboard looks thousands of figures up.
  private let slots: [Slot]

  /// The figures whose periods begin with one month.
  private struct Slot {
    var month: Amount?
    var quarter: Amount?
    var year: Amount?
  }

  /// A series of figures that stand now; of two for one period the later is kept.
  init(_ kind: FigureKind, _ points: [SeriesPoint]) {
    self.kind = kind
    var (first, last) = (Int.max, Int.min)
    for point in points {
      let index = point.period.firstMonth.index
      (first, last) = (min(first, index), max(last, index))
    }
    var slots = points.isEmpty ? [] : Array(repeating: Slot(), count: last - first + 1)
    for point in points {
      let index = point.period.firstMonth.index - first
      switch point.period {
      case .month: slots[index].month = point.amount
      case .quarter: slots[index].quarter = point.amount
      case .year: slots[index].year = point.amount
      }
    }
    self.first = points.isEmpty ? 0 : first
    self.slots = slots
  }

  /// The figure kept for exactly a period.
  subscript(period: Period) -> Amount? {
    guard let slot = slot(of: period.firstMonth) else { return nil }
    return switch period {
    case .month: slot.month
    case .quarter: slot.quarter
    case .year: slot.year
    }
  }

  private func slot(of month: Month) -> Slot? {
    let index = month.index - first
    return slots.indices.contains(index) ? slots[index] : nil
  }

  /// The figure of a run of months: the one given for it, or the sum of those that tile it.
  ///
  /// Counts add up. Shares, rates and means add up through numerators and denominators, and not
  /// at all where one is missing. A gap gives `nil`.
  func amount(over months: ClosedRange<Month>) -> Amount? {
    guard let parts = tiles(of: months) else { return nil }
    guard parts.count > 1 else { return parts.first }
    switch kind {
    case .count: return Amount(parts.reduce(.zero) { $0 + $1.value })
    case .percentage, .rate, .average: return Series.pooled(parts, kind)
    case .level: return nil
    }
  }

  /// The monthly figures of a run of months; `nil` for a month without one.
  func monthly(_ months: ClosedRange<Month>) -> [(month: Month, amount: Amount?)] {
    months.map { ($0, slot(of: $0)?.month) }
  }

  /// The monthly counts of a run of months; `nil` where one is missing or is no whole number ≥ 0.
  func counts(_ months: ClosedRange<Month>) -> [Int]? {
    var counts: [Int] = []
    counts.reserveCapacity(months.count)
    for month in months {
      guard let count = slot(of: month)?.month?.value.whole, count >= 0 else { return nil }
      counts.append(count)
    }
    return counts
  }

  /// Figures that follow each other without gap or overlap: years, then quarters, then months.
  private func tiles(of months: ClosedRange<Month>) -> [Amount]? {
    var found: [Amount] = []
    found.reserveCapacity(months.count)
    var month = months.lowerBound
    while month <= months.upperBound {
      let left = month.distance(to: months.upperBound) + 1
      guard let (amount, length) = longest(from: month, within: left) else { return nil }
      found.append(amount)
      month = month.adding(months: length)
    }
    return found
  }

  /// The figure that begins with a month and covers the most of so many.
  private func longest(from month: Month, within left: Int) -> (amount: Amount, length: Int)? {
    guard let slot = slot(of: month) else { return nil }
    if left >= 12, let amount = slot.year { return (amount, 12) }
    if left >= 3, let amount = slot.quarter { return (amount, 3) }
    return slot.month.map { ($0, 1) }
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
