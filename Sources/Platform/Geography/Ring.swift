/// A closed line: the outside of a polygon or of one of its holes.
public struct Ring: Sendable, Hashable {
  /// Its corners in order; the first is not repeated at the end.
  public let points: [GridPoint]

  /// A ring through points, with or without the first repeated at the end.
  public init(_ points: [GridPoint]) {
    let isClosed = points.count > 1 && points.first == points.last
    self.points = isClosed ? Array(points.dropLast()) : points
  }

  /// Its area in square metres, positive when it runs anticlockwise; 0 under three corners.
  ///
  /// The shoelace formula, taken from the first corner so that no digits are lost to the grid's
  /// large coordinates.
  public var signedArea: Double { moments.area }

  /// Its length in metres, the closing side included.
  public var length: Double {
    sides.reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// Its sides in order, the closing one last.
  var sides: Zip2Sequence<[GridPoint], [GridPoint]> {
    zip(points, Array(points.dropFirst()) + points.prefix(1))
  }

  /// Its area, and area times the centroid's distance from the first corner.
  var moments: (area: Double, east: Double, north: Double) {
    guard let origin = points.first else { return (0, 0, 0) }
    var (area, east, north) = (0.0, 0.0, 0.0)
    for (from, to) in sides {
      let (x0, y0) = (from.easting - origin.easting, from.northing - origin.northing)
      let (x1, y1) = (to.easting - origin.easting, to.northing - origin.northing)
      let cross = x0 * y1 - x1 * y0
      area += cross
      east += (x0 + x1) * cross
      north += (y0 + y1) * cross
    }
    return (area / 2, east / 6, north / 6)
  }
}
