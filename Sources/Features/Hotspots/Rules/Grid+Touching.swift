internal import Geography
internal import Statistics

extension Grid {
  /// The middle of a cell.
  func point(_ cell: Int) -> GridPoint {
    let centre = centre(cell)
    return GridPoint(easting: centre.x, northing: centre.y)
  }

  /// A cell as a shape.
  func square(_ cell: Int) -> MultiPolygon {
    let centre = centre(cell)
    let half = self.cell / 2
    return MultiPolygon(
      BoundingBox(
        from: GridPoint(easting: centre.x - half, northing: centre.y - half),
        to: GridPoint(easting: centre.x + half, northing: centre.y + half)))
  }

  /// The outline of some cells.
  func outline(_ cells: [Int]) -> MultiPolygon {
    MultiPolygon(
      cells: cells.map { (column: $0 % columns, row: $0 / columns) },
      corner: GridPoint(easting: west, northing: south), side: cell)
  }

  /// Cells in groups of those that touch, at a side or a corner.
  func touching(_ cells: Set<Int>) -> [[Int]] {
    var left = cells
    var groups: [[Int]] = []
    for first in cells.sorted() where left.contains(first) {
      var (group, edge) = ([Int](), [first])
      left.remove(first)
      while let cell = edge.popLast() {
        group.append(cell)
        for next in around(cell) where left.remove(next) != nil { edge.append(next) }
      }
      groups.append(group.sorted())
    }
    return groups
  }

  private func around(_ cell: Int) -> [Int] {
    let (row, column) = (cell / columns, cell % columns)
    return (max(0, row - 1)...min(rows - 1, row + 1)).flatMap { row in
      (max(0, column - 1)...min(columns - 1, column + 1)).map { row * columns + $0 }
    }
  }
}
