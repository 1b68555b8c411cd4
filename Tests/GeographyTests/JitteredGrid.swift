import Geography
import Kernel

/// A partition of a square into areas with crooked shared edges, level and upright ones among them.
///
/// Corners stand on a grid, shaken except along the outside; each edge between two corners has a few
/// points of its own, shared by both neighbours.
struct JitteredGrid {
  private static let origin = GridPoint(easting: 530_000, northing: 180_000)
  let areas: [MultiPolygon]
  let box: BoundingBox
  private let corners: [GridPoint]
  private let edges: [(GridPoint, GridPoint)]

  init(side: Int, metres: Double, _ generator: inout SeededGenerator) {
    let size = Double(side) * metres
    box = BoundingBox(
      from: Self.origin,
      to: GridPoint(easting: Self.origin.easting + size, northing: Self.origin.northing + size))
    var corners: [[GridPoint]] = []
    for row in 0...side {
      corners.append(
        (0...side).map { column in
          func shaken(_ place: Int) -> Double {
            guard place > 0, place < side, Bool.random(using: &generator) else {
              return Double(place) * metres
            }
            return Double(place) * metres + .random(in: -0.3...0.3, using: &generator) * metres
          }
          return GridPoint(
            easting: Self.origin.easting + shaken(column),
            northing: Self.origin.northing + shaken(row))
        })
    }
    func line(_ from: GridPoint, _ to: GridPoint) -> [GridPoint] {
      let steps = Int.random(in: 1...5, using: &generator)
      let isStraight = from.easting == to.easting || from.northing == to.northing
      return (0..<steps).map { step in
        let share = Double(step) / Double(steps)
        let shake = step == 0 || isStraight ? 0 : Double.random(in: -0.1...0.1, using: &generator)
        let (east, north) = (to.easting - from.easting, to.northing - from.northing)
        return GridPoint(
          easting: from.easting + share * east - shake * north,
          northing: from.northing + share * north + shake * east)
      }
    }
    let level = (0...side).map { row in
      (0..<side).map { line(corners[row][$0], corners[row][$0 + 1]) }
    }
    let upright = (0..<side).map { row in
      (0...side).map { line(corners[row][$0], corners[row + 1][$0]) }
    }
    areas = (0..<side * side).map { place in
      let (row, column) = (place / side, place % side)
      let end = corners[row + 1][column + 1]
      let there = level[row][column] + upright[row][column + 1] + [end]
      let back = upright[row][column] + level[row + 1][column]
      return MultiPolygon([Polygon(Ring(there + back.dropFirst().reversed()))])
    }
    self.corners = corners.flatMap(\.self)
    edges = areas.flatMap { zip($0.rings[0].points, $0.rings[0].points.dropFirst()) }
  }

  /// Whether a point lies in the square, by the half-open rule.
  func isInside(_ point: GridPoint) -> Bool {
    let rounded = { (metres: Double) in (metres * 1024).rounded() / 1024 }
    let (east, north) = (rounded(point.easting), rounded(point.northing))
    return east >= box.minimumEasting && east < box.maximumEasting && north >= box.minimumNorthing
      && north < box.maximumNorthing
  }

  /// Points in and around the square: a third anywhere, a third on edges, a third on corners.
  func points(_ count: Int, _ generator: inout SeededGenerator) -> [GridPoint] {
    (0..<count).map { index in
      switch index % 3 {
      case 0:
        let (east, north) = (
          Double.random(in: -0.01...1.01, using: &generator),
          Double.random(in: -0.01...1.01, using: &generator)
        )
        return GridPoint(
          easting: box.minimumEasting + east * box.width,
          northing: box.minimumNorthing + north * box.height)
      case 1:
        let (from, to) = edges[Int.random(in: 0..<edges.count, using: &generator)]
        let share = Double.random(in: 0...1, using: &generator)
        return GridPoint(
          easting: from.easting + share * (to.easting - from.easting),
          northing: from.northing + share * (to.northing - from.northing))
      default: return edges[Int.random(in: 0..<edges.count, using: &generator)].0
      }
    }
  }
}
