/// Farrington's rule as bettered in 2013: the whole of past years by seasons, and counts as counts.
///
/// All counts of `cycles` past cycles but the last `gap` are fitted by quasi-Poisson regression on a
/// season factor and a trend: the window of `halfWindow` around the same period in each cycle is one
/// season, and what lies between two windows is cut into `seasons − 1` more of (nearly) equal
/// length. Only counts whose residual is above 2.58 count less. With the expected count `μ` and the
/// dispersion `φ` the bound is the `1 − α` quantile of the negative binomial distribution with mean
/// `μ` and variance `φμ` (Poisson where `φ` = 1), and the tail its chance of so high a count.
///
/// - Note: Noufaily et al. 2013, doi:10.1002/sim.5595; Salmon, Schumacher & Höhle 2016,
///   doi:10.18637/jss.v070.i10 (as its `nbPlugin`). Not judged with under 5 events in 4 periods. The
///   bound takes `μ` as known: with few or sparse cycles it sounds somewhat too often.
public struct FlexibleFarrington: Detector {
  /// Residuals above this count less.
  private static let threshold = 2.58

  private let settings: FarringtonSettings
  private let seasons: Int
  private let gap: Int
  private let trend: TrendRule

  /// The rule with its settings.
  ///
  /// - Parameters:
  ///   - settings: cycles, window, alpha; published with 0.005.
  ///   - seasons: the levels of the season factor; 1 uses the windows alone.
  ///   - gap: how many periods right before the one judged are left out, so that an outbreak that
  ///     builds up does not hide itself; half a cycle where `nil`, as published.
  ///   - trend: when there is a trend.
  /// - Throws: ``SeriesProblem/setting(_:)`` where the seasons do not fit between the windows, or the
  ///   gap not into a cycle.
  public init(
    _ settings: FarringtonSettings, seasons: Int = 10, gap: Int? = nil, trend: TrendRule = .always
  ) throws(SeriesProblem) {
    let between = settings.period - 2 * settings.halfWindow - 1
    guard seasons >= 1, seasons - 1 <= between else {
      throw .setting("The seasons fit between the windows of two cycles.")
    }
    let gap = gap ?? settings.period / 2
    guard gap >= 0, gap < settings.period - settings.halfWindow else {
      throw .setting("The gap ends within the last cycle.")
    }
    self.settings = settings
    self.seasons = seasons
    self.gap = gap
    self.trend = trend
  }

  /// How many periods must lie before the first that can be judged.
  public var history: Int { settings.history }

  /// Judges periods of a series; up to half of the past counts may be missing.
  ///
  /// - Complexity: O(periods × cycles × period × seasons²).
  public func judge(
    _ counts: [Int?], in periods: Range<Int>
  ) -> [Result<Exceedance, SeriesProblem>] {
    periods.map { period in answer { () throws(SeriesProblem) in try judge(counts, at: period) } }
  }

  private func judge(_ counts: [Int?], at period: Int) throws(SeriesProblem) -> Exceedance {
    let observed = try observed(counts, at: period)
    try settings.checkEvents(counts, at: period)
    let past = try Reference(
      counts, at: places(before: period), judging: period, cycle: settings.period)
    if let quiet = past.quietPeriods {
      return Exceedance(
        period: period, observed: observed, afterQuiet: quiet, alpha: settings.alpha)
    }
    let expected = try past.expectation(
      trend: trend, cycles: settings.cycles, threshold: Self.threshold)
    let counted = NegativeBinomialDistribution(
      mean: expected.mean, dispersion: expected.dispersion)
    return Exceedance(
      period: period, observed: observed, expected: expected.mean,
      upper: Double(counted.quantile(1 - settings.alpha)), tail: counted.upperTail(observed - 1))
  }

  /// The past places with their seasons, the windows being season 0.
  private func places(before period: Int) -> [(place: Int, block: Int)] {
    let start = period - settings.history
    return (start..<period - gap).compactMap { place in
      let after = (place - start) % settings.period
      let window = 2 * settings.halfWindow + 1
      guard after >= window else { return (place, 0) }
      return seasons > 1 ? (place, season(at: after - window)) : nil
    }
  }

  /// The season of a place between two windows; the first ones are longer where they cannot be
  /// equal.
  private func season(at place: Int) -> Int {
    let between = settings.period - 2 * settings.halfWindow - 1
    let (length, longer) = between.quotientAndRemainder(dividingBy: seasons - 1)
    let inLonger = longer * (length + 1)
    return place < inLonger
      ? 1 + place / (length + 1) : 1 + longer + (place - inLonger) / length
  }
}
