/// Limits of distance and of time between which pairs of events are counted.
///
/// Bands hold their lower limit and not their upper: limits 0, 1, 101 are the bands [0, 1) and
/// [1, 101).
public struct KnoxBands: Sendable, Equatable {
  /// How far two events are from one another.
  public enum Metric: Sendable, CaseIterable {
    /// As the crow flies.
    case euclidean
    /// East-west and north-south added up, as along a street grid.
    case manhattan
  }

  /// Limits of distance, metres, rising from ≥ 0; one more than there are bands.
  public let distances: [Double]
  /// Limits of time, in the unit of the events' times, rising from ≥ 0.
  public let times: [Int]
  /// The distance meant.
  public let metric: Metric

  /// Bands from their limits.
  ///
  /// - Throws: ``SpaceProblem/bands`` unless both rise from zero or above and have two or more.
  public init(
    distances: [Double], times: [Int], metric: Metric = .euclidean
  ) throws(SpaceProblem) {
    guard distances.count >= 2, times.count >= 2, distances[0] >= 0, times[0] >= 0,
      distances.allSatisfy(\.isFinite),
      zip(distances, distances.dropFirst()).allSatisfy({ $0 < $1 }),
      zip(times, times.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .bands }
    self.distances = distances
    self.times = times
    self.metric = metric
  }

  /// Bands for near repeats: the same place on its own, then rings of equal width.
  ///
  /// For example, five rings of 100 m and four weeks: distances 0, 1, 101, … 501 and days 0, 8, 15,
  /// 22, 29. The first week so holds 0 to 7 days, the others seven days each.
  ///
  /// - Parameters:
  ///   - rings: how many rings, ≥ 1, each `width` metres wide, > 0.
  ///   - width: metres.
  ///   - periods: how many periods of time, ≥ 1, each `length` units long, ≥ 1.
  ///   - length: units of time.
  ///   - metric: the distance meant.
  /// - Returns: the bands, the first of them for one place alone.
  /// - Throws: ``SpaceProblem/bands``.
  public static func nearRepeat(
    rings: Int = 5, width: Double = 100, periods: Int = 4, length: Int = 7,
    metric: Metric = .euclidean
  ) throws(SpaceProblem) -> KnoxBands {
    guard rings >= 1, periods >= 1, width > 0, length >= 1 else { throw .bands }
    return try KnoxBands(
      distances: [0, 1] + (1...rings).map { Double($0) * width + 1 },
      times: [0] + (1...periods).map { $0 * length + 1 }, metric: metric)
  }
}
