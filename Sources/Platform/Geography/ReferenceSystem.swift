/// A coordinate reference system, by its name and by what PROJ takes it for.
public struct ReferenceSystem: Sendable, Hashable {
  /// Its name, such as `EPSG:26971`.
  public let name: String
  /// PROJ's definition, such as `+proj=tmerc +lat_0=36.67 … +units=m`.
  public let definition: String

  /// A system PROJ understands by its definition.
  public init(name: String, definition: String) {
    self.name = name
    self.definition = definition
  }

  /// Longitude and latitude of WGS 84.
  public static let degrees = ReferenceSystem(
    name: "EPSG:4326", definition: "+proj=longlat +datum=WGS84 +no_defs")
  /// Metres of the British National Grid.
  public static let britishGrid = ReferenceSystem(
    name: "EPSG:27700", definition: "+proj=tmerc +ellps=airy")
  /// Longitude and latitude of old British maps, moved to WGS 84 by EPSG:1314.
  static let oldBritishDegrees = ReferenceSystem(
    name: "EPSG:4277",
    definition: "+proj=longlat +ellps=airy "
      + "+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +no_defs")

  /// The system of a name that needs no looking up; `nil` for all others.
  public static func known(_ name: String) -> ReferenceSystem? {
    [degrees, britishGrid, oldBritishDegrees].first { $0.name == name }
  }

  /// Whether its coordinates are degrees, east first.
  public var isDegrees: Bool { definition.hasPrefix("+proj=longlat") }
}
