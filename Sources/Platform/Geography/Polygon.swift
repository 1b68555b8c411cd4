/// One piece of land: an outside and the holes in it.
public struct Polygon: Sendable, Hashable {
  /// The outside, in either direction.
  public let outside: Ring
  /// The holes, in either direction.
  public let holes: [Ring]

  /// A polygon of an outside and its holes.
  public init(_ outside: Ring, holes: [Ring] = []) {
    self.outside = outside
    self.holes = holes
  }

  /// The outside and then the holes.
  public var rings: [Ring] { [outside] + holes }

  /// Square metres, without the holes.
  public var area: Double {
    holes.reduce(abs(outside.signedArea)) { $0 - abs($1.signedArea) }
  }
}
