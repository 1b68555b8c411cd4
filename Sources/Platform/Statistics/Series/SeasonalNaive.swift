/// The forecast that each period repeats the same season of the cycle before: the bar to beat.
///
/// `ŷ(T + h) = y(T + h − m·k)` with `k = ⌊(h − 1) / m⌋ + 1`. The spread of one cycle's step is
/// `σ = √ mean (y(t) − y(t − m))²`; a forecast `k` cycles out varies by `σ·√k`. A method that does
/// no better than this has learnt nothing of the series beyond its season.
///
/// For example, `try SeasonalNaive(months, period: 12).forecast(periods: 12, confidence: 0.95)`.
///
/// - Note: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 5.2 and 5.5. The range
///   takes the steps as normal and independent: too narrow where the level drifts.
public struct SeasonalNaive: Sendable, Equatable {
  /// The periods in a cycle, such as 12 months.
  public let period: Int
  /// The spread of the step from one cycle to the next, in the unit of the values.
  public let deviation: Double
  /// The last known value of each season, in the order of the coming periods.
  private let cycle: [Double]

  /// Learns a series.
  ///
  /// - Parameters:
  ///   - values: in the order of time, `nil` where missing; a missing season is taken from the
  ///     cycle before.
  ///   - period: the periods in a cycle, ≥ 1.
  /// - Throws: ``SeriesProblem`` under one cycle and one value, with a season never known, or
  ///   without two neighbouring cycles of any season.
  /// - Complexity: O(values).
  public init(_ values: [Double?], period: Int) throws(SeriesProblem) {
    guard period >= 1 else { throw .setting("A cycle has at least one period.") }
    guard values.count > period else {
      throw .tooShort(needed: period == .max ? .max : period + 1, given: values.count)
    }
    if let index = firstUnusable(values) { throw .unusable(at: index) }
    var cycle: [Double] = []
    for season in values.count..<values.count + period {
      let known = stride(from: season - period, through: 0, by: -period).lazy
        .compactMap { values[$0] }.first
      guard let known else { throw .gaps(known: cycle.count, needed: period) }
      cycle.append(known)
    }
    guard let meanSquare = Self.meanStep(values, period, { $0 * $0 }) else {
      throw .gaps(known: 0, needed: 1)
    }
    self.period = period
    self.cycle = cycle
    deviation = meanSquare.squareRoot()
  }

  /// The coming periods.
  ///
  /// - Throws: ``SeriesProblem`` for a confidence outside 0 to 1 or fewer than 0 periods.
  public func forecast(periods: Int, confidence: Double) throws(SeriesProblem) -> [Forecast] {
    try Forecast.check(periods: periods, confidence: confidence)
    return (0..<periods).map { step in
      let cycles = Double(step / period + 1)
      return Forecast(
        expected: cycle[step % period], deviation: deviation * cycles.squareRoot(),
        confidence: confidence)
    }
  }

  /// The mean of a measure of the steps from one cycle to the next; `nil` without a known step.
  static func meanStep(
    _ values: [Double?], _ period: Int, _ measure: (Double) -> Double
  ) -> Double? {
    let steps = zip(values.dropFirst(period), values).compactMap { now, before in
      now.flatMap { now in before.map { measure(now - $0) } }
    }
    return steps.isEmpty ? nil : steps.reduce(0, +) / Double(steps.count)
  }
}
