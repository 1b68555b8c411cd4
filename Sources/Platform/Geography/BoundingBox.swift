/// The smallest upright rectangle around something, in metres of the grid.
public struct BoundingBox: Sendable, Hashable {
  /// Its western edge.
  public var minimumEasting: Double
  /// Its southern edge.
  public var minimumNorthing: Double
  /// Its eastern edge.
  public var maximumEasting: Double
  /// Its northern edge.
  public var maximumNorthing: Double

  /// A box by two opposite corners, the south-western first.
  public init(from southWest: GridPoint, to northEast: GridPoint) {
    minimumEasting = southWest.easting
    minimumNorthing = southWest.northing
    maximumEasting = northEast.easting
    maximumNorthing = northEast.northing
  }

  /// The box around points; `nil` for none.
  public init?(_ points: some Sequence<GridPoint>) {
    var all: BoundingBox?
    for point in points {
      all?.extend(to: point)
      if all == nil { all = BoundingBox(from: point, to: point) }
    }
    guard let all else { return nil }
    self = all
  }

  /// Metres from west to east.
  public var width: Double { maximumEasting - minimumEasting }
  /// Metres from south to north.
  public var height: Double { maximumNorthing - minimumNorthing }
  /// Its middle.
  public var centre: GridPoint {
    GridPoint(
      easting: (minimumEasting + maximumEasting) / 2,
      northing: (minimumNorthing + maximumNorthing) / 2)
  }

  /// Whether a point lies in it or on its edge.
  public func contains(_ point: GridPoint) -> Bool {
    point.easting >= minimumEasting && point.easting <= maximumEasting
      && point.northing >= minimumNorthing && point.northing <= maximumNorthing
  }

  /// Whether two boxes have a point in common.
  public func intersects(_ other: BoundingBox) -> Bool {
    minimumEasting <= other.maximumEasting && other.minimumEasting <= maximumEasting
      && minimumNorthing <= other.maximumNorthing && other.minimumNorthing <= maximumNorthing
  }

  /// The box around both.
  public func union(_ other: BoundingBox) -> BoundingBox {
    var all = self
    all.extend(to: GridPoint(easting: other.minimumEasting, northing: other.minimumNorthing))
    all.extend(to: GridPoint(easting: other.maximumEasting, northing: other.maximumNorthing))
    return all
  }

  /// The box with so many metres more on each side; less where negative.
  public func expanded(by metres: Double) -> BoundingBox {
    BoundingBox(
      from: GridPoint(easting: minimumEasting - metres, northing: minimumNorthing - metres),
      to: GridPoint(easting: maximumEasting + metres, northing: maximumNorthing + metres))
  }

  private mutating func extend(to point: GridPoint) {
    minimumEasting = min(minimumEasting, point.easting)
    minimumNorthing = min(minimumNorthing, point.northing)
    maximumEasting = max(maximumEasting, point.easting)
    maximumNorthing = max(maximumNorthing, point.northing)
  }
}
