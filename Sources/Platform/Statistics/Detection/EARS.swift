/// The early aberration reporting rules C1, C2 and C3, for series with little past.
///
/// With the mean `ȳ` and the sample deviation `s` of a baseline of 7 periods and
/// `C = (y − ȳ) / s`: C1 takes the periods right before the one judged, C2 leaves the last two out
/// so that a rise does not hide itself, and C3 adds `max(0, C2 − 1)` of the two periods before. The
/// bound is `ȳ + s·z(1 − α)`, for C3 less `s` times what the two periods add.
///
/// The deviation is held at `leastDeviation`: 0 as published; 0.5 or 1 keeps single events after
/// quiet weeks from sounding. The tail does not trust 7 values to give a normal curve: it is the
/// greater of Student's t with the baseline's degrees of freedom and the exact chance under one
/// steady rate, and for C3 three times the least of the three periods'.
///
/// - Note: Hutwagner, Thompson, Seeman & Treadwell 2003; Fricker, Hegler & Dunfee 2008,
///   doi:10.1002/sim.3197. No season: with days, weekends sound or hide.
public struct EARS: Detector {
  /// Which rule.
  public enum Rule: Sendable, Equatable, CaseIterable {
    /// The baseline right before.
    case c1
    /// The baseline two periods back.
    case c2
    /// As C2, with what the two periods before add.
    case c3
    /// C3 as R's surveillance 1.20.3 computes it: from the count itself in place of the mean, so
    /// that the two periods before alone decide. For agreement with that program only.
    case c3AsInR
  }

  private let rule: Rule
  private let alpha: Double
  private let baseline: Int
  private let leastDeviation: Double
  private let z: Double

  /// A rule with its settings.
  ///
  /// - Parameters:
  ///   - rule: which.
  ///   - alpha: the share of quiet periods meant to sound, above 0 and under 0.5; 0.001 is usual for
  ///     C1 and C2, 0.025 for C3.
  ///   - baseline: how many periods, ≥ 3.
  ///   - leastDeviation: what the deviation is held at, ≥ 0.
  /// - Throws: ``SeriesProblem/setting(_:)`` outside these ranges.
  public init(
    _ rule: Rule, alpha: Double = 0.001, baseline: Int = 7, leastDeviation: Double = 0
  ) throws(SeriesProblem) {
    guard alpha > 0, alpha < 0.5 else { throw .setting("Alpha lies between 0 and 0.5.") }
    guard baseline >= 3, baseline <= FarringtonSettings.mostPeriods else {
      throw .setting("A baseline has at least 3 periods.")
    }
    guard leastDeviation >= 0, leastDeviation.isFinite else {
      throw .setting("The least deviation is 0 or more.")
    }
    self.rule = rule
    self.alpha = alpha
    self.baseline = baseline
    self.leastDeviation = leastDeviation
    z = -NormalDistribution.quantile(alpha)
  }

  /// How many periods must lie before the first that can be judged.
  public var history: Int {
    switch rule {
    case .c1: baseline
    case .c2: baseline + 2
    case .c3, .c3AsInR: baseline + 4
    }
  }

  /// Judges periods of a series; up to half of a baseline may be missing.
  ///
  /// - Complexity: O(periods × baseline).
  public func judge(
    _ counts: [Int?], in periods: Range<Int>
  ) -> [Result<Exceedance, SeriesProblem>] {
    periods.map { period in answer { () throws(SeriesProblem) in try judge(counts, at: period) } }
  }

  private func judge(_ counts: [Int?], at period: Int) throws(SeriesProblem) -> Exceedance {
    let observed = try observed(counts, at: period)
    let now = try Baseline(counts, before: period - (rule == .c1 ? 0 : 2), like: self)
    var centre = now.mean
    var upper = now.mean + z * now.deviation
    var tail = now.tail(observed)
    if rule == .c3 || rule == .c3AsInR {
      if rule == .c3AsInR { centre = Double(observed) }
      var added = 0.0
      for earlier in [period - 2, period - 1] {
        guard let count = counts[earlier] else { continue }
        let then = try Baseline(counts, before: earlier - 2, like: self)
        added += max(0, then.standing(count) - 1)
        tail = min(tail, then.tail(count))
      }
      upper = max(0, centre + (added.isFinite ? now.deviation * (z - added) : -.infinity))
      tail *= 3
    }
    return Exceedance(
      period: period, observed: observed, expected: now.mean, upper: upper, tail: tail)
  }

  /// The mean and the spread of the periods that a count is compared with.
  private struct Baseline {
    private let counts: [Int]
    let mean: Double
    let deviation: Double

    init(_ counts: [Int?], before end: Int, like rule: EARS) throws(SeriesProblem) {
      let known = counts[end - rule.baseline..<end].compactMap(\.self)
      let needed = max(3, (rule.baseline + 1) / 2)
      guard known.count >= needed else { throw .gaps(known: known.count, needed: needed) }
      let mean = Double(known.reduce(0, +)) / Double(known.count)
      let squares = known.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      self.counts = known
      self.mean = mean
      deviation = max(rule.leastDeviation, (squares / Double(known.count - 1)).squareRoot())
    }

    /// How many deviations a count lies above the mean.
    func standing(_ count: Int) -> Double {
      let above = Double(count) - mean
      return above == 0 ? 0 : above / deviation
    }

    func tail(_ count: Int) -> Double {
      let size = Double(counts.count)
      let student = StudentDistribution(degrees: size - 1)
        .upperTail(standing(count) / (1 + 1 / size).squareRoot())
      guard count > 0 else { return 1 }
      // Of all the events the count's share is binomial, each with 1 chance in size + 1.
      let rest = Double(counts.reduce(0, +)) + 1
      let steady = BetaDistribution(Double(count), rest).cumulative(1 / (size + 1))
      return max(student, steady)
    }
  }
}
