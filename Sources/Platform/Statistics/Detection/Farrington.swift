import Glibc

/// What both Farrington methods are set by.
public struct FarringtonSettings: Sendable, Equatable {
  /// Longer cycles or histories are mistakes.
  static let mostPeriods = 1_000_000

  let period: Int
  let cycles: Int
  let halfWindow: Int
  let alpha: Double
  let leastEvents: Int
  let recentPeriods: Int

  /// The settings.
  ///
  /// - Parameters:
  ///   - period: the periods in a cycle, such as 52 weeks.
  ///   - cycles: how many cycles back, ≥ 1; a trend needs 3. Published with 5.
  ///   - halfWindow: the periods either side of the same one in each cycle, ≥ 1.
  ///   - alpha: the share of quiet periods meant to sound, above 0 and under 0.5.
  ///   - leastEvents: fewer in the recent periods are not judged, ≥ 0.
  ///   - recentPeriods: those periods, with the one judged, ≥ 1.
  /// - Throws: ``SeriesProblem/setting(_:)`` outside these ranges.
  public init(
    period: Int = 52, cycles: Int = 3, halfWindow: Int = 3, alpha: Double = 0.01,
    leastEvents: Int = 5, recentPeriods: Int = 4
  ) throws(SeriesProblem) {
    let most = Self.mostPeriods
    guard halfWindow >= 1, halfWindow < most, period <= most, period > 2 * halfWindow + 1 else {
      throw .setting("A cycle holds more periods than the window around one.")
    }
    guard cycles >= 1, cycles <= most else { throw .setting("The history has at least one cycle.") }
    guard alpha > 0, alpha < 0.5 else { throw .setting("Alpha lies between 0 and 0.5.") }
    guard leastEvents >= 0, recentPeriods >= 1 else {
      throw .setting("The least events are 0 or more, in at least one period.")
    }
    self.period = period
    self.cycles = cycles
    self.halfWindow = halfWindow
    self.alpha = alpha
    self.leastEvents = leastEvents
    self.recentPeriods = recentPeriods
  }

  /// How many periods must lie before the first that can be judged.
  var history: Int { cycles * period + halfWindow }

  /// Refuses a period with hardly an event in the last ones, itself among them.
  func checkEvents(_ counts: [Int?], at period: Int) throws(SeriesProblem) {
    let recent = counts[max(0, period + 1 - recentPeriods)...period].compactMap(\.self)
    let events = recent.reduce(0, +)
    guard events >= leastEvents else {
      throw .tooFewEvents(counted: events, needed: leastEvents)
    }
  }
}

/// Farrington's rule of 1996: the same weeks of past years, with their spread and trend.
///
/// The counts within `halfWindow` of the same period in each of `cycles` past cycles are fitted by
/// quasi-Poisson regression on a trend where there is one, past outbreaks counting less. With the
/// expected count `μ`, its variance `v` and the dispersion `φ`, the bound is
/// `(μ^⅔ + z(1 − α/2)·√(4/9·μ^⅓(φ + v/μ)))^(3/2)`: counts to the power of ⅔ are nearly normal. The
/// tail is read from the same curve, so that an alarm has a tail under `α/2`.
///
/// - Note: Farrington, Andrews, Beale & Catchpole 1996, doi:10.2307/2983331. Not judged with under 5
///   events in 4 periods. Where the level moved (a new recording system) it sounds, or is deaf, for
///   years. Prefer ``FlexibleFarrington``.
public struct Farrington: Detector {
  /// Residuals above this count less.
  private static let threshold = 1.0

  private let settings: FarringtonSettings
  private let trend: TrendRule

  /// The rule with its settings; the trend is kept where its p-value is under 0.05 by default.
  public init(_ settings: FarringtonSettings, trend: TrendRule = .significant(below: 0.05)) {
    self.settings = settings
    self.trend = trend
  }

  /// How many periods must lie before the first that can be judged.
  public var history: Int { settings.history }

  /// Judges periods of a series; up to half of the past counts may be missing.
  ///
  /// - Complexity: O(periods × cycles × halfWindow).
  public func judge(
    _ counts: [Int?], in periods: Range<Int>
  ) -> [Result<Exceedance, SeriesProblem>] {
    periods.map { period in answer { () throws(SeriesProblem) in try judge(counts, at: period) } }
  }

  private func judge(_ counts: [Int?], at period: Int) throws(SeriesProblem) -> Exceedance {
    let observed = try observed(counts, at: period)
    try settings.checkEvents(counts, at: period)
    let places = (1...settings.cycles).reversed().flatMap { cycle -> [(place: Int, block: Int)] in
      let same = period - cycle * settings.period
      return (same - settings.halfWindow...same + settings.halfWindow).map { ($0, 0) }
    }
    let past = try Reference(counts, at: places, judging: period, cycle: settings.period)
    if let quiet = past.quietPeriods {
      return Exceedance(
        period: period, observed: observed, afterQuiet: quiet, alpha: settings.alpha / 2)
    }
    let expected = try past.expectation(
      trend: trend, cycles: settings.cycles, threshold: Self.threshold)
    let centre = pow(expected.mean, 2 / 3.0)
    let variance = cbrt(expected.mean) * (expected.dispersion + expected.uncertainty) * 4 / 9
    let deviation = variance.squareRoot()
    let reach = -NormalDistribution.quantile(settings.alpha / 2) * deviation
    let standing = (pow(Double(observed), 2 / 3.0) - centre) / deviation
    return Exceedance(
      period: period, observed: observed, expected: expected.mean,
      upper: pow(centre + reach, 1.5), tail: NormalDistribution.cumulative(-standing))
  }
}
