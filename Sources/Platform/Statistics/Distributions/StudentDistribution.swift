/// Student's t distribution, of a mean whose deviation is itself estimated.
public struct StudentDistribution: Sendable, Equatable {
  /// The degrees of freedom, > 0.
  public let degrees: Double

  /// A distribution of so many degrees of freedom, > 0.
  public init(degrees: Double) { self.degrees = degrees }

  /// The chance of a value of at least t.
  public func upperTail(_ t: Double) -> Double {
    let square = t * t
    guard square < .infinity else { return t > 0 ? 0 : 1 }
    let (share, rest) = (degrees / (degrees + square), square / (degrees + square))
    let both = BetaDistribution(degrees / 2, 0.5).tails(at: share, rest: rest).lower
    return t >= 0 ? both / 2 : 1 - both / 2
  }
}
