/// A point in degrees of WGS 84 (EPSG:4326).
public struct GeoPoint: Sendable, Hashable, BitwiseCopyable {
  /// Degrees north, -90 to 90.
  public var latitude: Double
  /// Degrees east, -180 to 180; most of Great Britain is negative.
  public var longitude: Double

  /// A point by its latitude and longitude, in that order.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
