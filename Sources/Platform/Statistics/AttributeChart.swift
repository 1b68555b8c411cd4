/// The control chart of a proportion (p chart) or of a rate (u chart): limits for every point.
///
/// - Note: Montgomery, *Introduction to Statistical Quality Control*, chapter 7.
public struct AttributeChart: Sendable, Equatable {
  /// The centre: all events over all trials or exposure.
  public let centre: Double
  /// The share or rate of each point.
  public let values: [Double]
  /// The upper limit at each point, three standard errors up; a proportion's is at most 1.
  public let upper: [Double]
  /// The lower limit at each point, three standard errors down; at least 0.
  public let lower: [Double]

  /// The chart of events among trials; `nil` without points or with a point without trials.
  public static func proportion(events: [Int], trials: [Int]) -> AttributeChart? {
    AttributeChart(events, trials.map(Double.init), ceiling: 1) { $0 * (1 - $0) }
  }

  /// The chart of events over exposure, such as offences over residents; `nil` without points or
  /// with a point without exposure.
  public static func rate(events: [Int], exposure: [Double]) -> AttributeChart? {
    AttributeChart(events, exposure, ceiling: .infinity) { $0 }
  }

  private init?(
    _ events: [Int], _ sizes: [Double], ceiling: Double, variance: (Double) -> Double
  ) {
    guard !events.isEmpty, events.count == sizes.count, sizes.allSatisfy({ $0 > 0 }) else {
      return nil
    }
    let centre = Double(events.reduce(0, +)) / sizes.reduce(0, +)
    let reach = sizes.map { 3 * (variance(centre) / $0).squareRoot() }
    self.centre = centre
    values = zip(events, sizes).map { Double($0) / $1 }
    upper = reach.map { min(ceiling, centre + $0) }
    lower = reach.map { max(0, centre - $0) }
  }
}
