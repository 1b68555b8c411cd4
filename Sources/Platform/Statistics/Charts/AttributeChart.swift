/// The control chart of a proportion (p chart) or of a rate (u chart): limits for every point.
///
/// Points are in the order of time. The plain charts take events as independent; large numbers
/// rarely are, and then most points fall outside. Laney's charts (p′, u′) widen the limits by
/// ``sigmaZ``, how much the points vary from one to the next over what chance gives.
///
/// For example, `AttributeChart.rate(events: monthly, exposure: residents, isLaney: true)`.
///
/// - Note: Montgomery, *Introduction to Statistical Quality Control*, chapter 7; Laney,
///   *Improved control charts for attributes*, Quality Engineering 14, 2002.
public struct AttributeChart: Sendable, Equatable {
  /// The mean moving range over the standard deviation, for ranges of two.
  private static let rangeOverDeviation = 1.128

  /// The centre: all events over all trials or exposure.
  public let centre: Double
  /// The share or rate of each point.
  public let values: [Double]
  /// The upper limit at each point, three standard errors up; a proportion's is at most 1.
  public let upper: [Double]
  /// The lower limit at each point, three standard errors down; at least 0.
  public let lower: [Double]
  /// Each point's distance from the centre, in standard errors of independent events; 0 where those
  /// are 0.
  public let z: [Double]
  /// The mean moving range of the distances over 1.128: 1 for independent events, 0 for one point.
  public let sigmaZ: Double

  /// The mean of the squared distances: about 1 for independent events, more where they burst or
  /// the level moves.
  public var dispersion: Double { z.map { $0 * $0 }.reduce(0, +) / Double(z.count) }

  /// Whether each point lies outside its limits.
  public var isOutside: [Bool] {
    values.indices.map { values[$0] > upper[$0] || values[$0] < lower[$0] }
  }

  /// The chart of events among trials; `nil` without points or with a point without trials.
  public static func proportion(
    events: [Int], trials: [Int], isLaney: Bool = false
  ) -> AttributeChart? {
    AttributeChart(events, trials.map(Double.init), ceiling: 1, isLaney) { $0 * (1 - $0) }
  }

  /// The chart of events over exposure, such as counts over residents; `nil` without points or
  /// with a point without exposure.
  public static func rate(
    events: [Int], exposure: [Double], isLaney: Bool = false
  ) -> AttributeChart? {
    AttributeChart(events, exposure, ceiling: .infinity, isLaney) { $0 }
  }

  private init?(
    _ events: [Int], _ sizes: [Double], ceiling: Double, _ isLaney: Bool,
    variance: (Double) -> Double
  ) {
    guard !events.isEmpty, events.count == sizes.count, sizes.allSatisfy({ $0 > 0 }) else {
      return nil
    }
    let centre = Double(events.reduce(0, +)) / sizes.reduce(0, +)
    let errors = sizes.map { (max(0, variance(centre)) / $0).squareRoot() }
    let values = zip(events, sizes).map { Double($0) / $1 }
    let z = zip(values, errors).map { $1 > 0 ? ($0 - centre) / $1 : 0 }
    let ranges = zip(z, z.dropFirst()).map { abs($1 - $0) }
    sigmaZ =
      ranges.isEmpty
      ? 0 : ranges.reduce(0, +) / Double(ranges.count) / AttributeChart.rangeOverDeviation
    let width = isLaney && !ranges.isEmpty ? 3 * sigmaZ : 3
    self.centre = centre
    self.values = values
    self.z = z
    upper = errors.map { min(ceiling, centre + width * $0) }
    lower = errors.map { max(0, centre - width * $0) }
  }
}
