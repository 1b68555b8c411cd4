/// Level, trend and season moving through time.
struct SmoothingRun {
  private let shape: HoltWinters.Shape
  private let smoothing: HoltWinters.Smoothing
  private var level: Double
  private var trend: Double
  private var seasons: [Double]
  /// The place of the coming period's season.
  private var place = 0

  init(
    from start: HoltWinters.State, _ shape: HoltWinters.Shape, _ smoothing: HoltWinters.Smoothing
  ) {
    self.shape = shape
    self.smoothing = smoothing
    (level, trend, seasons) = (start.level, start.trend, start.seasons)
  }

  /// Where the parts stand, the season of the coming period first.
  var state: HoltWinters.State {
    HoltWinters.State(
      level: level, trend: trend, seasons: Array(seasons[place...] + seasons[..<place]))
  }

  /// Moves on by one period, and gives what was expected of it.
  mutating func advance(by value: Double?) -> Double {
    let drift = shape.carried(trend, smoothing)
    let base = level + drift
    let season = seasons[place]
    let multiplies = shape.season == .multiplicative
    let expected = multiplies ? base * season : base + season
    level = base
    trend = drift
    if let value {
      let step = multiplies ? value / season - base : value - season - base
      level += smoothing.level * step
      if shape.trend != .none { trend += smoothing.trend * smoothing.level * step }
      if shape.season == .additive { seasons[place] += smoothing.season * step }
      if multiplies { seasons[place] += smoothing.season * (value / base - season) }
    }
    place = place + 1 < seasons.count ? place + 1 : 0
    return expected
  }
}
