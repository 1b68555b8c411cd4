import Geography

/// An upright square by its south-western corner.
func square(_ east: Double, _ north: Double, _ size: Double) -> MultiPolygon {
  MultiPolygon(
    BoundingBox(
      from: GridPoint(easting: east, northing: north),
      to: GridPoint(easting: east + size, northing: north + size)))
}

/// A ring through corners.
func ring(_ corners: [(Double, Double)]) -> Ring {
  Ring(corners.map { GridPoint(easting: $0.0, northing: $0.1) })
}
