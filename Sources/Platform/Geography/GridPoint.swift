/// A point of the British National Grid (EPSG:27700), in metres.
///
/// Great Britain lies within 0 to 700,000 east and 0 to 1,300,000 north.
public struct GridPoint: Sendable, Hashable, Codable, BitwiseCopyable {
  /// Metres east of the grid's false origin.
  public var easting: Double
  /// Metres north of it.
  public var northing: Double

  /// A point by its two coordinates.
  public init(easting: Double, northing: Double) {
    self.easting = easting
    self.northing = northing
  }

  /// The distance to another point in metres, on the flat grid.
  public func distance(to other: GridPoint) -> Double {
    let (east, north) = (easting - other.easting, northing - other.northing)
    return (east * east + north * north).squareRoot()
  }
}
