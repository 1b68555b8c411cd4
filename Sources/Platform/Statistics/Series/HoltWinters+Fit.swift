extension HoltWinters {
  /// The least and the greatest share of a damped trend that lasts to the next period.
  static let damping = 0.8...0.995

  /// The parameters and the start with the least squared error.
  ///
  /// For each set of smoothing shares the best start is solved for (least squares, exact for
  /// additive seasons); the shares are searched within 0 ≤ α ≤ 1, 0 ≤ β* ≤ 1, 0 ≤ γ ≤ 1 − α,
  /// 0.8 ≤ φ ≤ 0.995 from three places by steps that halve down to 1/1024. No chance is involved.
  ///
  /// - Parameters:
  ///   - values: in the order of time, `nil` where missing; > 0 where seasons multiply.
  ///   - shape: what the series is made of.
  /// - Returns: the best smoothing found.
  /// - Throws: ``SeriesProblem`` under two cycles or with fewer known values than there is to learn.
  /// - Complexity: O(values × period²) for some 500 sets of shares: a fraction of a second for
  ///   years of months, seconds for years of weeks.
  public static func fitted(
    to values: [Double?], shape: Shape
  ) throws(SeriesProblem) -> HoltWinters {
    try shape.check(values)
    let search = try Search(values, shape)
    let known = values.count { $0 != nil }
    let learnt = search.dimensions + search.starts.count
    guard known > learnt else { throw .gaps(known: known, needed: learnt + 1) }
    let best = search.run()
    guard best.squaredError.isFinite else { throw .noFit }
    return best
  }
}

/// The search for the best smoothing shares and start.
private struct Search {
  /// The places the search starts from, in shares of each range.
  private static let places = [
    [0.02, 0.02, 0.02, 1], [0.3, 0.1, 0.1, 0.8], [0.8, 0.3, 0.5, 0.5],
  ]

  let values: [Double?]
  let shape: HoltWinters.Shape
  let starts: Starts
  private let first: [Double]

  init(_ values: [Double?], _ shape: HoltWinters.Shape) throws(SeriesProblem) {
    self.values = values
    self.shape = shape
    starts = Starts(shape: shape)
    first = starts.coordinates(
      of: try HoltWinters.State(firstCyclesOf: values, shape: shape))
  }

  /// Which of the four shares the shape has.
  private var used: [Int] {
    [0] + (shape.trend == .none ? [] : [1]) + (shape.season == .none ? [] : [2])
      + (shape.trend == .damped ? [3] : [])
  }

  var dimensions: Int { used.count }

  func run() -> HoltWinters {
    var best = model(at: Self.places[0])
    for place in Self.places {
      let found = descend(from: place)
      if found.squaredError < best.squaredError { best = found }
    }
    return best
  }

  /// Tries a step either way along each share, and halves the step where none helps.
  private func descend(from place: [Double]) -> HoltWinters {
    var place = place
    var best = model(at: place)
    var step = 0.25
    while step >= 1.0 / 1024 {
      var hasMoved = false
      for dimension in used {
        for change in [step, -step] {
          var trial = place
          trial[dimension] = min(1, max(0, trial[dimension] + change))
          guard trial != place else { continue }
          let model = model(at: trial)
          guard model.squaredError < best.squaredError * (1 - 1e-9) else { continue }
          (place, best, hasMoved) = (trial, model, true)
          break
        }
      }
      if !hasMoved { step /= 2 }
    }
    return best
  }

  private func model(at place: [Double]) -> HoltWinters {
    let range = HoltWinters.damping
    let smoothing = HoltWinters.Smoothing(
      level: place[0], trend: place[1], season: place[2] * (1 - place[0]),
      damping: shape.trend == .damped
        ? range.lowerBound + place[3] * (range.upperBound - range.lowerBound) : 1)
    let start = bestStart(smoothing)
    return HoltWinters(
      values, shape, smoothing, start: start, estimated: dimensions + starts.count)
  }

  /// Gauss-Newton steps, each taken only as far as it helps; one is exact for additive seasons.
  private func bestStart(_ smoothing: HoltWinters.Smoothing) -> HoltWinters.State {
    var coordinates = first
    var errors = self.errors(coordinates, smoothing)
    for _ in 0..<(shape.season == .multiplicative ? 4 : 1) {
      let columns = coordinates.indices.map { index -> [Double] in
        let nudge = shape.season == .multiplicative ? 1e-6 * max(1, abs(coordinates[index])) : 1
        var moved = coordinates
        moved[index] += nudge
        return zip(self.errors(moved, smoothing), errors).map { ($0 - $1) / nudge }
      }
      guard let step = LeastSquares.solve(columns, errors) else { break }
      guard let (better, new) = improved(coordinates, step, errors, smoothing) else { break }
      (coordinates, errors) = (better, new)
    }
    return starts.state(at: coordinates)
  }

  private func improved(
    _ coordinates: [Double], _ step: [Double], _ errors: [Double],
    _ smoothing: HoltWinters.Smoothing
  ) -> (coordinates: [Double], errors: [Double])? {
    let before = squares(errors)
    for share in [1, 0.5, 0.25, 0.125] {
      let moved = zip(coordinates, step).map { $0 - share * $1 }
      let after = self.errors(moved, smoothing)
      if squares(after) < before { return (moved, after) }
    }
    return nil
  }

  private func errors(
    _ coordinates: [Double], _ smoothing: HoltWinters.Smoothing
  ) -> [Double] {
    var run = SmoothingRun(from: starts.state(at: coordinates), shape, smoothing)
    var errors: [Double] = []
    errors.reserveCapacity(values.count)
    for value in values {
      let expected = run.advance(by: value)
      if let value { errors.append(value - expected) }
    }
    return errors
  }
}

/// The starts of a shape as free numbers: level, trend if any, all seasons but the last.
private struct Starts {
  let shape: HoltWinters.Shape

  var count: Int { 1 + (shape.trend == .none ? 0 : 1) + max(0, shape.period - 1) }

  /// What the seasons add up to, so that level and seasons cannot be exchanged.
  private var seasonSum: Double { shape.season == .multiplicative ? Double(shape.period) : 0 }

  func state(at coordinates: [Double]) -> HoltWinters.State {
    let trend = shape.trend == .none ? 0 : coordinates[1]
    let free = coordinates[(shape.trend == .none ? 1 : 2)...]
    let last = shape.season == .none ? 0 : seasonSum - free.reduce(0, +)
    return HoltWinters.State(level: coordinates[0], trend: trend, seasons: Array(free) + [last])
  }

  func coordinates(of state: HoltWinters.State) -> [Double] {
    let count = Double(state.seasons.count)
    let mean = state.seasons.reduce(0, +) / count
    let multiplies = shape.season == .multiplicative
    let seasons = state.seasons.dropLast().map { multiplies ? $0 / mean : $0 - mean }
    let level = multiplies ? state.level * mean : state.level + mean
    return [level] + (shape.trend == .none ? [] : [state.trend]) + seasons
  }
}

private func squares(_ errors: [Double]) -> Double {
  let sum = errors.reduce(0) { $0 + $1 * $1 }
  return sum.isNaN ? .infinity : sum
}
