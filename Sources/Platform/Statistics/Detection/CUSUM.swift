import Glibc

/// Counts above their mean added up over time, for small rises that last.
///
/// `C(t) = max(0, C(t−1) + (y − m) / √m − k)` from `C = 0`, with `m` the mean of the periods before
/// the first judged; an alarm at `C ≥ h`. The bound is the least count that sounds,
/// `⌈m + √m(h + k − C(t−1))⌉`, and the score `C / h`. It goes on sounding after a great rise: read
/// the first alarm of a run, and begin again after it was dealt with.
///
/// The tail is `e^(−θC)`, at least the chance of so high a sum at any time while the counts stay
/// Poisson with mean `m` (θ > 0 solves `m(e^(θ/√m) − 1) = θ(√m + k)`).
///
/// - Note: Page 1954, doi:10.1093/biomet/41.1-2.100; k and h by default as Rossi, Lampugnani &
///   Marchi 1999, doi:10.1002/(SICI)1097-0258(19990830)18:16<2111::AID-SIM171>3.0.CO;2-Q; tail by
///   Kingman's bound, 1964. No season, no overdispersion: counts that vary by more than chance sound
///   too often.
public struct CUSUM: Detector {
  private let slack: Double
  private let limit: Double
  /// How many periods must lie before the first that can be judged.
  public let history: Int

  /// A sum with its settings.
  ///
  /// - Parameters:
  ///   - slack: k, what is taken off each period, in deviations, > 0.
  ///   - limit: h, the sum that sounds, in deviations, > 0.
  ///   - history: how many periods the mean needs at least, ≥ 1.
  /// - Throws: ``SeriesProblem/setting(_:)`` outside these ranges.
  public init(
    slack: Double = 1.04, limit: Double = 2.26, history: Int = 26
  ) throws(SeriesProblem) {
    guard slack > 0, limit > 0, slack.isFinite, limit.isFinite else {
      throw .setting("Slack and limit are above 0.")
    }
    guard history >= 1, history <= FarringtonSettings.mostPeriods else {
      throw .setting("The history has at least one period.")
    }
    self.slack = slack
    self.limit = limit
    self.history = history
  }

  /// Judges periods of a series; the mean is that of all counts before the first of them.
  ///
  /// A missing period leaves the sum as it is.
  ///
  /// - Complexity: O(counts).
  public func judge(
    _ counts: [Int?], in periods: Range<Int>
  ) -> [Result<Exceedance, SeriesProblem>] {
    var sum = 0.0
    let past = counts.prefix(max(0, periods.lowerBound)).compactMap(\.self)
    let mean = past.reduce(0) { $0 + Double($1) } / Double(max(1, past.count))
    let theta = mean > 0 ? exponent(mean) : 0
    return periods.map { period in
      answer { () throws(SeriesProblem) in
        let observed = try observed(counts, at: period)
        let needed = (history + 1) / 2
        guard past.count >= needed else { throw .gaps(known: past.count, needed: needed) }
        guard mean > 0 else { throw .tooFewEvents(counted: 0, needed: 1) }
        let root = mean.squareRoot()
        let upper = max(0, (root * (limit + slack - sum) + mean).rounded(.up))
        sum = max(0, sum + ((Double(observed) - mean) / root - slack))
        return Exceedance(
          period: period, observed: observed, expected: mean, upper: upper,
          isAlarm: sum >= limit, score: sum / limit, tail: exp(-theta * sum))
      }
    }
  }

  /// θ, by halving: the growth is convex, falls from 0 and rises again through 0.
  private func exponent(_ mean: Double) -> Double {
    let root = mean.squareRoot()
    func growth(_ theta: Double) -> Double { mean * expm1(theta / root) - theta * (root + slack) }
    var (low, high) = (0.0, slack)
    while growth(high) < 0 { (low, high) = (high, 2 * high) }
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if growth(middle) < 0 { low = middle } else { high = middle }
    }
    return low
  }
}
