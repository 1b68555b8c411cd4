extension MultiPolygon {
  /// A point inside the shape, for a label or a mark; `nil` where it has no extent.
  ///
  /// The centroid where it lies inside; otherwise the middle of the widest stretch of land along
  /// some lines through the largest piece.
  public var pointOnSurface: GridPoint? {
    if let centroid, contains(centroid) { return centroid }
    guard let largest = polygons.max(by: { $0.area < $1.area }) else { return nil }
    let piece = MultiPolygon([largest])
    guard let box = piece.boundingBox, box.height > 0 else { return nil }
    // Sevenths, and not halves: few boundaries have a corner just there.
    let stretches = (1..<14).compactMap { step -> (width: Double, middle: GridPoint)? in
      piece.widestStretch(at: box.minimumNorthing + box.height * Double(step) / 14)
    }
    guard let widest = stretches.max(by: { $0.width < $1.width }) else { return nil }
    return contains(widest.middle) ? widest.middle : nil
  }

  /// The widest stretch of land along a level line.
  private func widestStretch(at northing: Double) -> (width: Double, middle: GridPoint)? {
    var crossings: [Double] = []
    for (from, to) in rings.lazy.flatMap(\.sides)
    where (from.northing <= northing) != (to.northing <= northing) {
      let share = (northing - from.northing) / (to.northing - from.northing)
      crossings.append(from.easting + share * (to.easting - from.easting))
    }
    crossings.sort()
    let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map {
      (crossings[$0], crossings[$0 + 1])
    }
    return stretches.max { $0.1 - $0.0 < $1.1 - $1.0 }.map { west, east in
      (east - west, GridPoint(easting: (west + east) / 2, northing: northing))
    }
  }
}
