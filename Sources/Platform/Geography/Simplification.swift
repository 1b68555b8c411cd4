/// Draws areas with fewer corners, for maps.
///
/// By Douglas and Peucker (1973, doi:10.3138/FM57-6770-U75U-7727): no corner that is left out lay
/// further than the tolerance from the line that is drawn. Lines shared by neighbours are
/// simplified once for both, between the corners where three areas or the outside meet, so that no
/// gaps open between areas that had none.
public struct Simplification: Sendable {
  /// In metres, ≥ 0.
  public let tolerance: Double

  /// A simplification within so many metres.
  public init(tolerance: Double) { self.tolerance = tolerance }

  /// The areas with fewer corners, in their order.
  ///
  /// Holes and pieces smaller than a square of the tolerance are left out, but no area loses its
  /// last piece. Very thin areas may cross their neighbours: for drawing, not for counting.
  ///
  /// - Complexity: O(corners × log corners) as a rule.
  public func simplified(_ areas: [MultiPolygon]) -> [MultiPolygon] {
    let nodes = Self.nodes(of: areas)
    return areas.map { area in
      let polygons = area.polygons.map { polygon in
        Polygon(
          simplified(polygon.outside, nodes),
          holes: polygon.holes.filter(isLarge).map { simplified($0, nodes) })
      }
      let large = zip(area.polygons, polygons).filter { isLarge($0.0.outside) }.map(\.1)
      return MultiPolygon(large.isEmpty ? Array(polygons.prefix(1)) : large)
    }
  }

  private func isLarge(_ ring: Ring) -> Bool { abs(ring.signedArea) >= tolerance * tolerance }

  /// The corners where lines of more than two directions meet, which must stay.
  private static func nodes(of areas: [MultiPolygon]) -> Set<GridPoint> {
    var neighbours: [GridPoint: (GridPoint, GridPoint)] = [:]
    var nodes: Set<GridPoint> = []
    for ring in areas.lazy.flatMap(\.rings) {
      let points = ring.points
      for index in points.indices {
        let before = points[index == 0 ? points.count - 1 : index - 1]
        let after = points[index == points.count - 1 ? 0 : index + 1]
        guard let known = neighbours[points[index]] else {
          neighbours[points[index]] = (before, after)
          continue
        }
        if known != (before, after), known != (after, before) { nodes.insert(points[index]) }
      }
    }
    return nodes
  }

  /// A ring of the lines between its nodes, each simplified; itself when too little would be left.
  private func simplified(_ ring: Ring, _ nodes: Set<GridPoint>) -> Ring {
    guard ring.points.count > 4 else { return ring }
    let cuts = ring.points.indices.filter { nodes.contains(ring.points[$0]) }
    // A ring alone is cut at its least corner, so that a hole and what fills it are cut alike.
    let first = cuts.first ?? ring.points.indices.min { isBefore(ring.points[$0], ring.points[$1]) }
    guard let first else { return ring }
    let turned = Array(ring.points[first...] + ring.points[...first])
    var ends = cuts.map { $0 - first }
    if ends.isEmpty { ends = [0] }
    ends.append(turned.count - 1)
    var kept: [GridPoint] = []
    for (start, end) in zip(ends, ends.dropFirst()) {
      kept += line(Array(turned[start...end])).dropLast()
    }
    return kept.count < 3 ? ring : Ring(kept)
  }

  /// A line with fewer corners, the same whichever way it is run through.
  private func line(_ points: [GridPoint]) -> [GridPoint] {
    guard points.count > 2, let first = points.first, let last = points.last else { return points }
    // A closed line is run through towards the lesser of its two neighbours of the end.
    let isTurned =
      first == last
      ? isBefore(points[points.count - 2], points[1]) : isBefore(last, first)
    let run = isTurned ? points.reversed() : points
    let kept = kept(of: run)
    let thinned = zip(run, kept).filter(\.1).map(\.0)
    return isTurned ? thinned.reversed() : thinned
  }

  /// Which corners of a line stay.
  private func kept(of line: [GridPoint]) -> [Bool] {
    var kept = [Bool](repeating: false, count: line.count)
    (kept[0], kept[line.count - 1]) = (true, true)
    var open = [(0, line.count - 1)]
    while let (start, end) = open.popLast() {
      guard end - start > 1 else { continue }
      var (furthest, distance) = (start, tolerance)
      for index in start + 1..<end {
        let here = line[index].distance(toLineFrom: line[start], to: line[end])
        if here > distance { (furthest, distance) = (index, here) }
      }
      guard furthest > start else { continue }
      kept[furthest] = true
      open += [(start, furthest), (furthest, end)]
    }
    return kept
  }

  private func isBefore(_ one: GridPoint, _ other: GridPoint) -> Bool {
    (one.easting, one.northing) < (other.easting, other.northing)
  }
}

extension GridPoint {
  /// The distance to a line between two points, in metres.
  func distance(toLineFrom start: GridPoint, to end: GridPoint) -> Double {
    let (east, north) = (end.easting - start.easting, end.northing - start.northing)
    let square = east * east + north * north
    guard square > 0 else { return distance(to: start) }
    let along = (easting - start.easting) * east + (northing - start.northing) * north
    let share = max(0, min(1, along / square))
    return distance(
      to: GridPoint(easting: start.easting + share * east, northing: start.northing + share * north)
    )
  }
}
