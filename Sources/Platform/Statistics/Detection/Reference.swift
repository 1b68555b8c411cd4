import Glibc

/// The counts that one period is compared with, and what they lead to expect of it.
struct Reference {
  private let counts: [Double]
  /// Cycles before the period judged, each under 0.
  private let times: [Double]
  /// The part of the cycle of each count; 0 is that of the period judged.
  private let blocks: [Int]

  /// Takes the known counts at places with their blocks.
  ///
  /// - Throws: ``SeriesProblem/gaps(known:needed:)`` with under half of them known, or under half of
  ///   those of block 0.
  init(
    _ series: [Int?], at places: [(place: Int, block: Int)], judging period: Int, cycle: Int
  ) throws(SeriesProblem) {
    var (counts, times, blocks) = ([Double](), [Double](), [Int]())
    for (place, block) in places {
      guard let count = series[place] else { continue }
      counts.append(Double(count))
      times.append(Double(place - period) / Double(cycle))
      blocks.append(block)
    }
    let wanted = [places.count, places.count { $0.block == 0 }]
    for (known, wanted) in zip([counts.count, blocks.count { $0 == 0 }], wanted) {
      let needed = max(3, (wanted + 1) / 2)
      guard known >= needed else { throw .gaps(known: known, needed: needed) }
    }
    self.counts = counts
    self.times = times
    self.blocks = blocks
  }

  /// What the fitted past expects of the period judged.
  struct Expectation {
    /// The expected count, > 0.
    let mean: Double
    /// The variance of a count over its mean, ≥ 1.
    let dispersion: Double
    /// The variance of the expected count itself, over it.
    let uncertainty: Double
  }

  /// How many counts were compared with, where none of them holds an event; else `nil`.
  var quietPeriods: Int? {
    let own = zip(counts, blocks).filter { $0.1 == 0 }
    return own.allSatisfy { $0.0 == 0 } ? own.count : nil
  }

  /// Fits the past with or without a trend.
  func expectation(
    trend: TrendRule, cycles: Int, threshold: Double
  ) throws(SeriesProblem) -> Expectation {
    let levels = Set(blocks).sorted().map { level in blocks.map { $0 == level ? 1.0 : 0 } }
    if trend != .never, cycles >= 3,
      let model = ReweighedFit(columns: levels + [times], counts: counts, threshold: threshold),
      isKept(trend, model, levels.count)
    {
      return expectation(model)
    }
    guard let model = ReweighedFit(columns: levels, counts: counts, threshold: threshold) else {
      throw .noFit
    }
    return expectation(model)
  }

  private func isKept(_ trend: TrendRule, _ model: ReweighedFit, _ column: Int) -> Bool {
    guard let most = counts.max(), exp(model.fit.coefficients[0]) <= most else { return false }
    return switch trend {
    case .never: false
    case .always: true
    case .significant(let level): model.significance(of: column, isAsInR: false) < level
    case .significantAsInR(let level): model.significance(of: column, isAsInR: true) < level
    }
  }

  /// The period judged is at time 0 in block 0, so that its log mean is the first coefficient.
  private func expectation(_ model: ReweighedFit) -> Expectation {
    let mean = exp(model.fit.coefficients[0])
    return Expectation(
      mean: mean, dispersion: model.dispersion,
      uncertainty: mean * model.dispersion * model.fit.covariance[0][0])
  }
}

extension Exceedance {
  /// A count after quiet periods alone, for which there is nothing to fit: were all alike, each
  /// event would fall in the last of them with the chance `1 / (quiet + 1)`.
  init(period: Int, observed: Int, afterQuiet quiet: Int, alpha: Double) {
    let odds = -log1p(Double(quiet))
    self.init(
      period: period, observed: observed, expected: 0, upper: (log(alpha) / odds).rounded(.down),
      tail: exp(odds * Double(observed)))
  }
}
