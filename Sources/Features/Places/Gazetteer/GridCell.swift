internal import Geography

/// Squares of 250 metres by which what is near is found through an index.
enum GridCell {
  private static let side = 250.0
  private static let rowLength = 1 << 16

  /// The square of a point.
  static func number(_ point: GridPoint) -> Int {
    place(point.northing) * rowLength + place(point.easting)
  }

  /// The squares that lie within some metres of a point, as runs of neighbouring numbers.
  static func near(_ point: GridPoint, within metres: Double) -> [ClosedRange<Int>] {
    let (west, east) = (place(point.easting - metres), place(point.easting + metres))
    return (place(point.northing - metres)...place(point.northing + metres)).map { row in
      row * rowLength + west...row * rowLength + east
    }
  }

  /// Points may lie a little off the grid, in the sea; a thousand squares more are enough.
  private static func place(_ metres: Double) -> Int {
    min(max(Int((metres / side).rounded(.down)) + 1000, 0), rowLength - 1)
  }
}
