/// The difference of two counts over periods of equal length, set beside what chance alone gives.
///
/// Each count is taken as random around its own level (Poisson), so that their difference varies by
/// `1.96 × √(now + before)` either way 95 times in 100. It says nothing about cause.
///
/// For example, `CountDifference(now: 14_768, before: 14_909)` is −141, chance ±338.
public struct CountDifference: Sendable, Equatable {
  /// Under this many events together the exact test decides, not the normal approximation.
  static let exactBelow = 100

  /// The count of the later period, ≥ 0.
  public let now: Int
  /// The count of the earlier period, ≥ 0.
  public let before: Int
  /// How many times more than chance the monthly values vary, ≥ 1; 1 where they were not given.
  public let dispersion: Double

  /// Two counts.
  public init(now: Int, before: Int) {
    self.init(now: now, before: before, dispersion: 1)
  }

  /// Two counts from the same months of two periods, which may vary by more than chance.
  ///
  /// The dispersion is Pearson's χ² of the table of two periods by months, over its degrees of
  /// freedom: a season common to both periods does not widen the range, bursts in one do.
  ///
  /// - Parameters:
  ///   - now: the later period's months, each ≥ 0.
  ///   - before: the same months of the earlier period, as many.
  /// - Note: McCullagh & Nelder, *Generalized Linear Models*, 1989, 6.2.
  public init(now: [Int], before: [Int]) {
    let (a, b) = (now.reduce(0, +), before.reduce(0, +))
    self.init(now: a, before: b, dispersion: Dispersion([now, before])?.factor ?? 1)
  }

  private init(now: Int, before: Int, dispersion: Double) {
    self.now = now
    self.before = before
    self.dispersion = dispersion
  }
}

extension CountDifference {
  /// The later count less the earlier.
  public var difference: Int { now - before }

  /// How far either way chance alone moves the difference 95 times in 100.
  public var chance: Double {
    Confidence.p95.z * (dispersion * Double(now + before)).squareRoot()
  }

  /// Whether the difference is more than chance alone gives 95 times in 100.
  ///
  /// Under 100 events together, where monthly values show no more than chance, the exact E-test
  /// decides, as the normal range is too narrow for small counts.
  public var isBeyondChance: Bool {
    guard dispersion == 1, now + before < Self.exactBelow else {
      return Double(abs(difference)) > chance
    }
    return TwoCounts(now, over: 1, before, over: 1).eTest < 0.05
  }
}
