/// How far forecasts lay from what came, out of sample.
///
/// `MAE = mean |y − ŷ|`, `RMSE = √ mean (y − ŷ)²`, `MAPE = 100·mean |y − ŷ| / |y|`, and
/// `MASE = MAE / mean |y(t) − y(t − m)|` over the training part: under 1 the forecast beat the
/// seasonal naive one.
///
/// - Note: Hyndman & Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001. MAPE is lopsided and
///   blows up near nought; compare by MASE.
public struct ForecastAccuracy: Sendable, Equatable {
  /// The mean absolute error, in the unit of the values.
  public let meanAbsolute: Double
  /// The root of the mean squared error, in the unit of the values.
  public let rootMeanSquare: Double
  /// The mean absolute error in percent of the values; `nil` where a value is nought.
  public let meanPercentage: Double?
  /// The mean absolute error over that of the seasonal naive method in training; `nil` where the
  /// training part repeats itself exactly or holds no step.
  public let scaled: Double?

  /// Compares forecasts with what came.
  ///
  /// - Parameters:
  ///   - forecasts: what was expected, one for each of `actual`.
  ///   - actual: what came, `nil` where missing.
  ///   - training: the values the forecast was made from, before `actual`.
  ///   - period: the periods in a cycle, ≥ 1; 1 scales by the plain naive method.
  /// - Throws: ``SeriesProblem`` when nothing can be compared.
  /// - Complexity: O(values).
  public init(
    of forecasts: [Double], against actual: [Double?], training: [Double?], period: Int
  ) throws(SeriesProblem) {
    guard period >= 1 else { throw .setting("A cycle has at least one period.") }
    guard forecasts.count == actual.count else {
      throw .setting("There are as many forecasts as values to compare them with.")
    }
    if let index = firstUnusable(actual) ?? firstUnusable(forecasts) {
      throw .unusable(at: index)
    }
    let pairs = zip(forecasts, actual).compactMap { forecast, actual in
      actual.map { (error: abs($0 - forecast), size: abs($0)) }
    }
    guard !pairs.isEmpty else { throw .tooShort(needed: 1, given: 0) }
    let count = Double(pairs.count)
    meanAbsolute = pairs.map(\.error).reduce(0, +) / count
    rootMeanSquare = (pairs.map { $0.error * $0.error }.reduce(0, +) / count).squareRoot()
    meanPercentage =
      pairs.contains { $0.size == 0 }
      ? nil : 100 * pairs.map { $0.error / $0.size }.reduce(0, +) / count
    let scale = SeasonalNaive.meanStep(training, period) { abs($0) }
    let absolute = meanAbsolute
    scaled = scale.flatMap { $0 > 0 ? absolute / $0 : nil }
  }
}
