extension HoltWinters {
  /// Whether and how the level moves on by itself.
  public enum Trend: Sendable, Equatable {
    /// It does not.
    case none
    /// By the same step each period.
    case straight
    /// By steps that shrink: safer far ahead.
    case damped
  }

  /// Whether and how the cycle shows.
  public enum Season: Sendable, Equatable {
    /// It does not.
    case none
    /// Added to the level.
    case additive
    /// Multiplying the level; only for values > 0.
    case multiplicative
  }

  /// What a series is made of.
  public struct Shape: Sendable, Equatable {
    /// Whether and how the level moves on by itself.
    public let trend: Trend
    /// Whether and how the cycle shows.
    public let season: Season
    /// The periods in a cycle, such as 12 months; 1 without a season.
    public let period: Int

    /// A shape; the period counts only with a season.
    public init(trend: Trend, season: Season, period: Int) {
      self.trend = trend
      self.season = season
      self.period = season == .none ? 1 : period
    }

    /// Refuses a series that the shape cannot take.
    func check(_ values: [Double?]) throws(SeriesProblem) {
      try checkTwoCycles(of: period, in: values.count, least: season == .none ? 1 : 2)
      let least = season == .multiplicative ? Double.leastNormalMagnitude : -.infinity
      if let index = firstUnusable(values, least: least) { throw .unusable(at: index) }
    }
  }

  /// How fast each part follows the values.
  public struct Smoothing: Sendable, Equatable {
    /// α, 0 to 1: the level's share.
    public let level: Double
    /// β*, 0 to 1: the trend's, as a share of the level's step (β = αβ* in some programs).
    public let trend: Double
    /// γ, 0 to 1: the season's.
    public let season: Double
    /// φ, above 0 to 1: the share of a damped trend that lasts to the next period.
    public let damping: Double

    /// The four shares; those of parts that the shape does not have are not used.
    public init(level: Double, trend: Double = 0, season: Double = 0, damping: Double = 1) {
      self.level = level
      self.trend = trend
      self.season = season
      self.damping = damping
    }

    func check() throws(SeriesProblem) {
      let shares = [level, trend, season, damping]
      guard shares.allSatisfy({ (0...1).contains($0) }), damping > 0 else {
        throw .setting("Smoothing shares lie between 0 and 1.")
      }
    }
  }

  /// Where level, trend and season stand.
  public struct State: Sendable, Equatable {
    /// The level, in the unit of the values.
    public let level: Double
    /// The step of the level a period.
    public let trend: Double
    /// The season of the coming periods in their order; `[0]` or `[1]` without one.
    public let seasons: [Double]
  }
}

extension HoltWinters.Shape {
  /// What of a trend lasts to the next period.
  func carried(_ step: Double, _ smoothing: HoltWinters.Smoothing) -> Double {
    switch trend {
    case .none: 0
    case .straight: step
    case .damped: smoothing.damping * step
    }
  }
}

extension HoltWinters.State {
  /// One coming period.
  struct Step {
    let base: Double
    let season: Double
    let expected: Double
  }

  /// The coming periods, nothing more being known.
  func steps(
    _ count: Int, _ shape: HoltWinters.Shape, _ smoothing: HoltWinters.Smoothing
  ) -> [Step] {
    var (base, drift) = (level, trend)
    return (0..<count).map { index in
      drift = shape.carried(drift, smoothing)
      base += drift
      let season = seasons[index % seasons.count]
      let expected = shape.season == .multiplicative ? base * season : base + season
      return Step(base: base, season: season, expected: expected)
    }
  }

  /// Where the first two cycles stand.
  init(firstCyclesOf values: [Double?], shape: HoltWinters.Shape) throws(SeriesProblem) {
    let period = shape.period
    let multiplies = shape.season == .multiplicative
    let first = values[..<period].compactMap(\.self)
    let second = values[period..<2 * period].compactMap(\.self)
    guard !first.isEmpty, !second.isEmpty else {
      throw .gaps(known: first.count + second.count, needed: 2)
    }
    let level = first.reduce(0, +) / Double(first.count)
    let next = second.reduce(0, +) / Double(second.count)
    self.level = level
    trend = shape.trend == .none ? 0 : (next - level) / Double(period)
    var seasons: [Double] = []
    for season in 0..<(shape.season == .none ? 0 : period) {
      let (one, other) = (values[season], values[period + season])
      guard let value = one ?? other else { throw .gaps(known: season, needed: period) }
      let level = one == nil ? next : level
      seasons.append(multiplies ? value / level : value - level)
    }
    self.seasons = shape.season == .none ? [0] : seasons
  }
}
