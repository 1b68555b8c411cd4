import Glibc

extension MultiPolygon {
  /// A regular polygon round a point, its corners at the radius.
  ///
  /// - Parameters:
  ///   - centre: the middle.
  ///   - radius: metres, > 0.
  ///   - corners: how many, ≥ 3; of 64, it lacks a six-hundredth of the circle's area.
  public init(around centre: GridPoint, radius: Double, corners: Int = 64) {
    self.init([
      Polygon(
        Ring(
          (0..<max(3, corners)).map { index in
            let angle = 2 * Double.pi * Double(index) / Double(max(3, corners))
            return GridPoint(
              easting: centre.easting + radius * cos(angle),
              northing: centre.northing + radius * sin(angle))
          }))
    ])
  }

  /// How far a point lies from the area, metres: 0 within it, infinite where there is no area.
  ///
  /// - Complexity: O(sides).
  public func distance(to point: GridPoint) -> Double {
    if contains(point) { return 0 }
    var least = Double.infinity
    for ring in rings {
      for (from, to) in ring.sides { least = min(least, point.distance(toSide: from, to)) }
    }
    return least
  }

  /// How far another area lies from this one, metres: 0 where they meet.
  ///
  /// - Complexity: O(sides of one × sides of the other).
  public func distance(to other: MultiPolygon) -> Double {
    var least = Double.infinity
    for (one, another) in [(self, other), (other, self)] {
      for point in another.rings.lazy.flatMap(\.points) {
        least = min(least, one.distance(to: point))
        if least == 0 { return 0 }
      }
    }
    let meet = rings.lazy.flatMap(\.sides).contains { one in
      other.rings.lazy.flatMap(\.sides).contains { Self.cross(one, $0) }
    }
    return meet ? 0 : least
  }

  private static func cross(
    _ one: (GridPoint, GridPoint), _ other: (GridPoint, GridPoint)
  ) -> Bool {
    func turn(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Double {
      (b.easting - a.easting) * (c.northing - a.northing)
        - (b.northing - a.northing) * (c.easting - a.easting)
    }
    return turn(one.0, one.1, other.0) * turn(one.0, one.1, other.1) < 0
      && turn(other.0, other.1, one.0) * turn(other.0, other.1, one.1) < 0
  }
}

extension GridPoint {
  /// How far it lies from a side, metres.
  fileprivate func distance(toSide from: GridPoint, _ to: GridPoint) -> Double {
    let (east, north) = (to.easting - from.easting, to.northing - from.northing)
    let length = east * east + north * north
    guard length > 0 else { return distance(to: from) }
    let along = ((easting - from.easting) * east + (northing - from.northing) * north) / length
    let share = min(1, max(0, along))
    return distance(
      to: GridPoint(
        easting: from.easting + share * east, northing: from.northing + share * north))
  }
}
