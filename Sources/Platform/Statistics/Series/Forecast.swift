/// What is expected of a coming period, and the range that holds it at a stated confidence.
public struct Forecast: Sendable, Equatable {
  /// The expected value.
  public let expected: Double
  /// The lower end; may be under nought where counts cannot be.
  public let lower: Double
  /// The upper end.
  public let upper: Double

  init(expected: Double, deviation: Double, confidence: Double) {
    let reach = -NormalDistribution.quantile((1 - confidence) / 2) * deviation
    self.expected = expected
    lower = expected - reach
    upper = expected + reach
  }

  /// Refuses a number of periods or a confidence that no forecast can have.
  static func check(periods: Int, confidence: Double) throws(SeriesProblem) {
    guard periods >= 0 else { throw .setting("A forecast has nought or more periods.") }
    guard confidence > 0, confidence < 1 else {
      throw .setting("A confidence lies between 0 and 1.")
    }
  }
}
