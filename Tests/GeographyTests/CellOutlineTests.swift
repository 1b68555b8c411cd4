import Testing

@testable import Geography

@Suite("The outline of cells")
struct CellOutlineTests {
  private let corner = GridPoint(easting: 1_000, northing: 2_000)

  private func outline(_ picture: [String]) -> MultiPolygon {
    let rows = picture.reversed().enumerated()
    return MultiPolygon(
      cells: rows.flatMap { row, line in
        line.enumerated().filter { $0.element == "x" }.map { (column: $0.offset, row: row) }
      }, corner: corner, side: 10)
  }

  @Test(
    "has the cells' area, a polygon for each group and a hole for each gap",
    arguments: [
      (["x"], 1, 0, 4), (["xx"], 1, 0, 4), (["xx", "x."], 1, 0, 6), (["x.", ".x"], 2, 0, 8),
      (["xxx", "x.x", "xxx"], 1, 1, 8), (["x.x"], 2, 0, 8), ([], 0, 0, 0),
      (["xxxx", "x.xx", "xx.x", "xxxx"], 1, 1, 12),
    ])
  func shapes(picture: [String], polygons: Int, holes: Int, corners: Int) {
    let shape = outline(picture)
    let cells = picture.joined().count { $0 == "x" }
    #expect(shape.area == Double(cells) * 100)
    #expect(shape.polygons.count == polygons)
    #expect(shape.polygons.reduce(0) { $0 + $1.holes.count } == holes)
    #expect(shape.cornerCount == corners)
  }

  @Test("holds the middles of its cells and no others")
  func contains() {
    let picture = ["xx.x", "x..x", "xxxx"]
    let shape = outline(picture)
    for (row, line) in picture.reversed().enumerated() {
      for (column, cell) in line.enumerated() {
        let middle = GridPoint(
          easting: 1_005 + Double(column) * 10, northing: 2_005 + Double(row) * 10)
        #expect(shape.contains(middle) == (cell == "x"))
      }
    }
  }
}

@Suite("How far an area lies")
struct AreaDistanceTests {
  private func box(_ west: Double, _ south: Double, _ side: Double = 10) -> MultiPolygon {
    MultiPolygon(
      BoundingBox(
        from: GridPoint(easting: west, northing: south),
        to: GridPoint(easting: west + side, northing: south + side)))
  }

  @Test(
    "from a point is nought inside, and else to the nearest side or corner",
    arguments: [(5.0, 5.0, 0.0), (13, 5, 3), (5, -4, 4), (13, 14, 5), (-3, -4, 5)])
  func point(x: Double, y: Double, metres: Double) {
    #expect(box(0, 0).distance(to: GridPoint(easting: x, northing: y)) == metres)
  }

  @Test("from another area is nought where they meet")
  func area() {
    #expect(box(0, 0).distance(to: box(20, 0)) == 10)
    #expect(box(0, 0).distance(to: box(5, 5)) == 0)
    #expect(box(0, 0, 30).distance(to: box(10, 10)) == 0)
    #expect(box(10, 10).distance(to: box(0, 0, 30)) == 0)
    let wide = MultiPolygon(
      BoundingBox(
        from: GridPoint(easting: -10, northing: 4), to: GridPoint(easting: 20, northing: 6)))
    #expect(box(0, 0).distance(to: wide) == 0)
    #expect(MultiPolygon([]).distance(to: GridPoint(easting: 0, northing: 0)) == .infinity)
  }

  @Test("round a point is about a circle")
  func circle() {
    let centre = GridPoint(easting: 100, northing: 200)
    let shape = MultiPolygon(around: centre, radius: 50)
    #expect(abs(shape.area / (Double.pi * 2_500) - 1) < 0.002)
    #expect(shape.cornerCount == 64 && shape.contains(centre))
  }
}
