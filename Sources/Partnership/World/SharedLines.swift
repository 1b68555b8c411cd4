import Geography
import Kernel

/// The edges of areas of a mesh, made to look like lines on a map: every corner is moved once for
/// all areas that meet there.
struct SharedLines {
  private let mesh: CellMesh
  private var points: [CellMesh.Spot: GridPoint] = [:]
  private var neighbours: [CellMesh.Spot: Set<CellMesh.Spot>] = [:]

  /// The lines of several divisions of the mesh, each given by the edges of its areas.
  init(
    _ mesh: CellMesh, _ divisions: [[[CellMesh.Spot: CellMesh.Spot]]],
    _ generator: inout SeededGenerator
  ) {
    self.mesh = mesh
    for edge in divisions.joined().joined() {
      neighbours[edge.key, default: []].insert(edge.value)
      neighbours[edge.value, default: []].insert(edge.key)
    }
    shake(&generator)
    for _ in 0..<2 { smooth() }
  }

  /// The shape inside an edge; its corners are whole metres.
  ///
  /// Of the corners where only two areas meet every other one is left out, the same one for both.
  func shape(_ edge: [CellMesh.Spot: CellMesh.Spot]) -> MultiPolygon {
    var left = edge
    var rings: [Ring] = []
    while let first = left.keys.min(by: Self.isBefore) {
      var spots = [first]
      while let next = left.removeValue(forKey: spots[spots.count - 1]), next != first {
        spots.append(next)
      }
      rings.append(Ring(spots.filter(isKept).compactMap { points[$0] }))
    }
    let outsides = rings.filter { $0.signedArea > 0 }.sorted { $0.signedArea > $1.signedArea }
    let holes = rings.filter { $0.signedArea < 0 }
    return MultiPolygon(
      outsides.enumerated().map { index, ring in Polygon(ring, holes: index == 0 ? holes : []) })
  }

  private func isKept(_ spot: CellMesh.Spot) -> Bool {
    neighbours[spot]?.count != 2 || (spot.y % 3 + 3) % 3 == 1
  }

  private static func isBefore(_ left: CellMesh.Spot, _ right: CellMesh.Spot) -> Bool {
    (left.y, left.x) < (right.y, right.x)
  }

  private mutating func shake(_ generator: inout SeededGenerator) {
    let reach = mesh.pitch * 0.16
    for spot in neighbours.keys.sorted(by: Self.isBefore) {
      let point = mesh.point(spot)
      points[spot] = GridPoint(
        easting: point.easting + Double.random(in: -reach...reach, using: &generator),
        northing: point.northing + Double.random(in: -reach...reach, using: &generator))
    }
  }

  private mutating func smooth() {
    var moved = points
    for (spot, others) in neighbours {
      guard let point = points[spot] else { continue }
      var (east, north) = (0.0, 0.0)
      for other in others.sorted(by: Self.isBefore) {
        east += points[other]?.easting ?? point.easting
        north += points[other]?.northing ?? point.northing
      }
      let count = Double(others.count)
      moved[spot] = GridPoint(
        easting: ((point.easting + east / count) / 2).rounded(),
        northing: ((point.northing + north / count) / 2).rounded())
    }
    points = moved
  }
}
