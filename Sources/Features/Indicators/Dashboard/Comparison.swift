import Kernel

/// A figure for a run of months beside that of the same months a year before.
struct Comparison: Hashable, Sendable {
  let months: ClosedRange<Month>
  let before: ClosedRange<Month>
  let value: Amount?
  let previous: Amount?
  let kind: FigureKind
  let direction: DirectionOfTravel
  let chance: ChanceFact

  /// The facts that come with the comparison.
  var comparability: ComparabilityFact { ComparabilityFact(direction) }

  /// What holds for the months compared.
  struct Rule: Sendable {
    let kind: FigureKind
    let polarity: Polarity
    let tolerance: Figure
    let breaks: [SeriesBreak]
  }

  init(_ series: Series, over months: ClosedRange<Month>, _ rule: Rule) {
    self.months = months
    before = ReportingSpans.yearBefore(months)
    kind = rule.kind
    value = series.amount(over: months)
    previous = series.amount(over: before)
    direction = DirectionOfTravel(
      .init(months: months, value: value?.exact(rule.kind)),
      against: .init(months: before, value: previous?.exact(rule.kind)),
      polarity: rule.polarity, isPercentage: rule.kind == .percentage,
      tolerance: rule.tolerance, breaks: rule.breaks)
    if case .notComparable = direction {
      chance = .untested(.parted)
    } else {
      chance = ChanceFact(
        value, before: previous, kind: rule.kind,
        months: Comparison.counts(series, months, before))
    }
  }

  /// Monthly counts of both runs, where there is more than one month and each has its own figure.
  private static func counts(
    _ series: Series, _ months: ClosedRange<Month>, _ before: ClosedRange<Month>
  ) -> (now: [Int], before: [Int])? {
    guard series.kind == .count, months.lowerBound < months.upperBound,
      let now = series.counts(months), let earlier = series.counts(before)
    else { return nil }
    return (now, earlier)
  }
}
