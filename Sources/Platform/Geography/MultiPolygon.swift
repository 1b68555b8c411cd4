/// The shape of an area: one or more polygons that do not overlap.
///
/// A plain value: coordinates in metres of the grid, nothing about what the area is.
public struct MultiPolygon: Sendable, Hashable {
  /// Its pieces; none for an area without a shape.
  public let polygons: [Polygon]

  /// A shape of pieces.
  public init(_ polygons: [Polygon]) { self.polygons = polygons }

  /// An upright rectangle.
  public init(_ box: BoundingBox) {
    let (west, east) = (box.minimumEasting, box.maximumEasting)
    let (south, north) = (box.minimumNorthing, box.maximumNorthing)
    let corners = [(west, south), (east, south), (east, north), (west, north)]
    let ring = Ring(corners.map { GridPoint(easting: $0.0, northing: $0.1) })
    self.init([Polygon(ring)])
  }

  /// All outsides and holes.
  public var rings: [Ring] { polygons.flatMap(\.rings) }
  /// Whether it has no piece.
  public var isEmpty: Bool { polygons.isEmpty }
  /// How many corners it has.
  public var cornerCount: Int { rings.reduce(0) { $0 + $1.points.count } }
  /// Square metres, without the holes.
  public var area: Double { polygons.reduce(0) { $0 + $1.area } }
  /// The box around it; `nil` when it is empty.
  public var boundingBox: BoundingBox? {
    BoundingBox(polygons.lazy.flatMap(\.outside.points))
  }

  /// The centre of its area, which may lie outside it; `nil` without any area.
  public var centroid: GridPoint? {
    guard let origin = polygons.first?.outside.points.first else { return nil }
    var (area, east, north) = (0.0, 0.0, 0.0)
    for polygon in polygons {
      for (index, ring) in polygon.rings.enumerated() {
        guard let start = ring.points.first else { continue }
        var moments = ring.moments
        // A hole takes away, whichever way it runs.
        if (moments.area < 0) == (index == 0) {
          moments = (-moments.area, -moments.east, -moments.north)
        }
        area += moments.area
        east += moments.east + moments.area * (start.easting - origin.easting)
        north += moments.north + moments.area * (start.northing - origin.northing)
      }
    }
    guard area > 0 else { return nil }
    return GridPoint(
      easting: origin.easting + east / area, northing: origin.northing + north / area)
  }

  /// Whether a point lies in it, by the rule of ``AreaIndex``.
  ///
  /// - Complexity: O(corners). For many points make an ``AreaIndex``.
  public func contains(_ point: GridPoint) -> Bool {
    guard let point = FixedPoint(point) else { return false }
    return FixedSide.all(of: self).reduce(false) { $0 != $1.isMet(by: point) }
  }
}
