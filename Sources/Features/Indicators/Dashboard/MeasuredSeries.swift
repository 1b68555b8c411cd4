import Database
import Kernel
import Partnership

/// The figures of one indicator, kept or computed from records, with where they come from.
struct MeasuredSeries: Sendable {
  let series: Series
  let kept: [KeptFigure]
  let measured: MeasuredFact?
  /// The months the records count, the latest first.
  let computed: [ComputedMonth]
  /// The quarters and years the records count by themselves, where their months do not add up.
  let longer: [SeriesPoint]

  /// Gathers the figures; where a measure feeds the indicator, it is asked for each month.
  ///
  /// Kept figures stand before computed ones, so that what was frozen does not move.
  init(
    _ kept: [KeptFigure], definition: Definition?, measures: [Measure],
    _ months: ClosedRange<Month>, in read: Read
  ) throws {
    self.kept = kept
    let kind = definition?.kind ?? .count
    guard let key = definition?.measure, let measure = measures.first(where: { $0.key == key })
    else {
      series = Series(kind, kept.map(\.point))
      measured = nil
      computed = []
      longer = []
      return
    }
    var found: [ComputedMonth] = []
    var latest: Month?
    for (month, value) in try measure.monthly(read, months) {
      found.append(
        ComputedMonth(
          month: month, amount: Amount(value, kind), missing: value.missing, source: value.source))
      latest = value.latest
    }
    let points = found.map { SeriesPoint(period: .month($0.month), amount: $0.amount) }
    longer =
      measure.addsUp
      ? []
      : try Self.longer(in: months, beside: kept).compactMap { period in
        try measure.value(read, period).map {
          SeriesPoint(period: period, amount: Amount($0, kind))
        }
      }
    series = Series(kind, points + longer + kept.map(\.point))
    computed = found.reversed()
    measured = latest.map {
      MeasuredFact(
        title: measure.title, isProvisional: measure.provisional,
        source: found.last?.source ?? "", missing: found.reduce(0) { $0 + $1.missing }, latest: $0)
    }
  }

  /// The quarters and years wholly within the months; none of which a part is kept, since that stands.
  private static func longer(
    in months: ClosedRange<Month>, beside kept: [KeptFigure]
  ) -> [Period] {
    let ends = months.filter { $0 == $0.quarter.lastMonth }
    let periods =
      ends.map { Period.quarter($0.quarter) }
      + ends.filter { $0 == $0.financialYear.lastMonth }.map { .year($0.financialYear) }
    return periods.filter { period in
      months.contains(period.firstMonth)
        && !kept.contains { $0.period != period && $0.period.isWithin(period) }
    }
  }

  /// The figures a plan is judged by: synthetic ones count only in a synthetic plan, and are
  /// otherwise no more than a line to look at.
  func stated(in plan: Plan) -> Series {
    guard !plan.isSynthetic, kept.contains(where: { $0.provenance == .synthetic }) else {
      return series
    }
    return Series(
      series.kind, kept.filter { $0.provenance != .synthetic }.map(\.point))
  }

  /// Whether a month of the run is synthetic.
  func isSynthetic(in months: ClosedRange<Month>) -> Bool {
    kept.contains { one in
      guard case .month(let month) = one.period, months.contains(month) else { return false }
      return one.provenance == .synthetic
    }
  }

  /// Where the figures a plan is judged by come from, for a run of months, each kind once.
  func origins(of months: ClosedRange<Month>, in plan: Plan) -> [Provenance] {
    var found: [Provenance] = []
    for one in kept
    where one.period.firstMonth <= months.upperBound && one.period.lastMonth >= months.lowerBound {
      guard plan.isSynthetic || one.provenance != .synthetic else { continue }
      if !found.contains(one.provenance) { found.append(one.provenance) }
    }
    return found
  }
}

extension Period {
  /// Whether every month of it is one of another's.
  fileprivate func isWithin(_ other: Period) -> Bool {
    other.firstMonth <= firstMonth && lastMonth <= other.lastMonth
  }
}

/// A month's figure as the records count it now.
struct ComputedMonth: Hashable, Sendable {
  let month: Month
  let amount: Amount
  /// Records left out because something they need is missing.
  let missing: Int
  let source: String
}

extension Amount {
  /// What a measure counted; a share is worked out from its two numbers.
  init(_ value: Measure.Value, _ kind: FigureKind) {
    let numerator = Figure(nearest: value.numerator)
    let share = value.denominator.flatMap {
      Amount(numerator: numerator, denominator: Figure(nearest: $0), kind: kind)
    }
    self = share ?? Amount(numerator)
  }
}
