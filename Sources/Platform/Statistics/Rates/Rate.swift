import Glibc

/// Events over an exposure, with what interval the true rate lies in.
///
/// For example, `Rate(12, over: 8_400)?.byar().scaled(by: 1_000)` is the 95 % interval of a rate
/// per 1,000 residents.
///
/// Events are taken as independent. Where they come in bursts the intervals are too narrow: give the
/// ``dispersion`` found in the months. Rates of fewer than 10 to 20 events should not be published,
/// and residents are a poor exposure for what happens to visitors.
public struct Rate: Sendable, Equatable {
  /// The number of events, ≥ 0.
  public let events: Int
  /// What they are counted over, such as residents, households or months; > 0.
  public let exposure: Double
  /// How many times more than chance the counts vary, ≥ 1; 1 for independent events.
  public let dispersion: Double

  /// A rate; `nil` for fewer than no events, or without a finite exposure > 0.
  ///
  /// A dispersion under 1 is taken as 1.
  public init?(_ events: Int, over exposure: Double, dispersion: Double = 1) {
    guard events >= 0, exposure > 0, exposure.isFinite, dispersion.isFinite else { return nil }
    self.events = events
    self.exposure = exposure
    self.dispersion = max(1, dispersion)
  }

  /// The events of several months over one exposure, with the dispersion that the months show.
  ///
  /// The rows are one or more years of the same months, as ``Dispersion`` takes them; all are counted.
  public init?(months rows: [[Int]], over exposure: Double) {
    let total = rows.joined().reduce(0, +)
    self.init(total, over: exposure, dispersion: Dispersion(rows)?.factor ?? 1)
  }

  /// The rate: events per unit of exposure.
  public var value: Double { Double(events) / exposure }

  /// Byar's approximate interval, as national public health figures use it.
  ///
  /// `x (1 − 1/9x − z/3√x)³` and `(x+1) (1 − 1/9(x+1) + z/3√(x+1))³`, over the exposure. Close to the
  /// exact interval from about 5 events; at 0 events the lower end is 0.
  ///
  /// - Note: Breslow & Day, *Statistical Methods in Cancer Research* II, 1987, 2.3.
  public func byar(_ confidence: Confidence = .p95) -> ConfidenceInterval {
    interval { count in
      let z = confidence.z
      func cubed(_ x: Double, _ z: Double) -> Double {
        let root = 1 - 1 / (9 * x) + z / (3 * x.squareRoot())
        return root > 0 ? x * root * root * root : 0
      }
      return ConfidenceInterval(count > 0 ? cubed(count, -z) : 0, cubed(count + 1, z))
    }
  }

  /// Garwood's exact interval: the rates under which so few or so many events are just not too rare.
  ///
  /// Quantiles of gamma distributions of the shapes x and x + 1, over the exposure. Holds the true
  /// rate at least as often as it says, so it is a little wide.
  ///
  /// - Note: Garwood 1936, doi:10.1093/biomet/28.3-4.437.
  public func garwood(_ confidence: Confidence = .p95) -> ConfidenceInterval {
    interval { count in
      ConfidenceInterval(
        count > 0 ? GammaDistribution(shape: count).quantile(confidence.tail) : 0,
        GammaDistribution(shape: count + 1).upperQuantile(confidence.tail))
    }
  }

  /// The interval of as many independent events as tell as much, spread out again.
  private func interval(of count: (Double) -> ConfidenceInterval) -> ConfidenceInterval {
    count(Double(events) / dispersion).scaled(by: dispersion / exposure)
  }
}
