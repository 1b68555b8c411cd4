import Glibc

/// Rules of thumb for how far a kernel should reach.
///
/// They suit one round cloud of points and reach too far over clustered ones, such as those of a
/// town: a starting point for trying, not an answer.
public struct Bandwidth: Sendable, Equatable {
  /// The rule across, metres.
  public let x: Double
  /// The rule up, metres.
  public let y: Double
  /// The mean of both, metres.
  public var mean: Double { (x + y) / 2 }

  /// The normal reference rule: `4 × 1.06 × min(sd, IQR / 1.34) × n^(−1/5)`, in each direction.
  ///
  /// The standard deviation is the sample's, quartiles interpolate between the two values beside
  /// them. The factor 4 makes it the full width of a kernel; a Gaussian's deviation is a quarter.
  ///
  /// - Throws: ``SpaceProblem/tooFew(_:atLeast:)`` under two points.
  /// - Note: Venables & Ripley 2002, *Modern Applied Statistics with S*, `bandwidth.nrd`; Scott
  ///   1992.
  public init(normalReferenceOf points: Points) throws(SpaceProblem) {
    guard points.count >= 2 else { throw .tooFew(points.count, atLeast: 2) }
    x = Self.rule(points.x)
    y = Self.rule(points.y)
  }

  private static func rule(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let n = Double(sorted.count)
    let mean = sorted.reduce(0, +) / n
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let range = quantile(0.75, of: sorted) - quantile(0.25, of: sorted)
    return 4 * 1.06 * min((squares / (n - 1)).squareRoot(), range / 1.34) * pow(n, -0.2)
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
