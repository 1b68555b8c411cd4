/// A point in whole units of 1/1024 m, so that the sides of areas are compared without rounding.
///
/// Two products of differences stay under 2^62: the question on which side of a line a point lies
/// has an exact answer, and neighbours that share a line always agree on it.
struct FixedPoint: Equatable, BitwiseCopyable {
  static let unitsPerMetre = 1024.0
  /// The range of coordinates in metres, around Great Britain with room to spare.
  static let lowest = -262_144.0
  static let highest = 1_835_007.0
  let x: Int32
  let y: Int32

  /// A point by its units from the corner of the range.
  init(x: Int32, y: Int32) { (self.x, self.y) = (x, y) }

  /// A point in the range; `nil` for one beyond it or not finite.
  @inline(__always)
  init?(_ point: GridPoint) {
    let (east, north) = (point.easting, point.northing)
    // Written so that "not a number" fails too.
    guard east >= Self.lowest, east <= Self.highest, north >= Self.lowest, north <= Self.highest
    else { return nil }
    self.init(east, north)
  }

  /// A corner; what lies beyond the range is moved to its edge.
  init(clamping point: GridPoint) {
    func clamped(_ metres: Double) -> Double { max(Self.lowest, min(Self.highest, metres)) }
    self.init(clamped(point.easting), clamped(point.northing))
  }

  @inline(__always)
  private init(_ east: Double, _ north: Double) {
    x = Int32((east - Self.lowest) * Self.unitsPerMetre + 0.5)
    y = Int32((north - Self.lowest) * Self.unitsPerMetre + 0.5)
  }
}

/// A side of a ring, turned so that it runs upwards.
///
/// It counts from its lower end, included, to its upper end, not included. A point on it lies east
/// of it. So each point of the plane is on one side of every side, and belongs to exactly one area
/// of a partition.
struct FixedSide: BitwiseCopyable {
  let low: FixedPoint
  let high: FixedPoint

  init(_ from: FixedPoint, _ to: FixedPoint) {
    (low, high) = from.y < to.y ? (from, to) : (to, from)
  }

  /// Whether a ray from a point to the east meets it; a level one is never met.
  @inline(__always)
  func isMet(by point: FixedPoint) -> Bool {
    guard low.y <= point.y, point.y < high.y else { return false }
    let (east, north) = (Int64(high.x) - Int64(low.x), Int64(high.y) - Int64(low.y))
    let (pointEast, pointNorth) = (Int64(point.x) - Int64(low.x), Int64(point.y) - Int64(low.y))
    return pointEast &* north < east &* pointNorth
  }

  /// All sides of a shape.
  static func all(of shape: MultiPolygon) -> [FixedSide] {
    var all: [FixedSide] = []
    for ring in shape.rings {
      guard let last = ring.points.last, ring.points.count > 2 else { continue }
      var from = FixedPoint(clamping: last)
      for point in ring.points {
        let to = FixedPoint(clamping: point)
        if from != to { all.append(FixedSide(from, to)) }
        from = to
      }
    }
    return all
  }
}
