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

  /// The system of a name that needs no looking up; `nil` for all others.
  public static func known(_ name: String) -> ReferenceSystem? {
    [degrees, britishGrid].first { $0.name == name }
  }

  /// Whether its coordinates are degrees, east first.
  public var isDegrees: Bool { definition.hasPrefix("+proj=longlat") }
}
