extension MultiPolygon {
  /// The outline of square cells of one lattice: a polygon for each group that touches at sides.
  ///
  /// Cells that touch at a corner only become polygons of their own. Cells given twice count once.
  ///
  /// - Parameters:
  ///   - cells: columns and rows, counted from the corner.
  ///   - corner: the south-western corner of column 0, row 0.
  ///   - side: the side of a cell, metres, > 0.
  /// - Complexity: O(cells).
  public init(
    cells: some Sequence<(column: Int, row: Int)>, corner: GridPoint, side: Double
  ) {
    var left = Set(cells.map { LatticePoint(column: $0.column, row: $0.row) })
    var polygons: [Polygon] = []
    for first in left.sorted() where left.contains(first) {
      var (group, edge) = (Set([first]), [first])
      left.remove(first)
      while let cell = edge.popLast() {
        for next in cell.beside where left.remove(next) != nil {
          group.insert(next)
          edge.append(next)
        }
      }
      polygons.append(Self.outline(of: group, corner: corner, side: side))
    }
    self.init(polygons)
  }

  private static func outline(
    of group: Set<LatticePoint>, corner: GridPoint, side: Double
  ) -> Polygon {
    let rings = LatticeOutline(of: group).rings.map { ring in
      Ring(
        ring.map {
          GridPoint(
            easting: corner.easting + Double($0.column) * side,
            northing: corner.northing + Double($0.row) * side)
        })
    }
    let outside = rings.max { $0.signedArea < $1.signedArea } ?? Ring([])
    return Polygon(outside, holes: rings.filter { $0.signedArea < 0 })
  }
}

/// A cell of a lattice by its south-western corner, or a corner.
private struct LatticePoint: Hashable, Comparable {
  let column: Int
  let row: Int

  static func < (left: LatticePoint, right: LatticePoint) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }

  func moved(_ east: Int, _ north: Int) -> LatticePoint {
    LatticePoint(column: column + east, row: row + north)
  }

  var beside: [LatticePoint] { [moved(1, 0), moved(-1, 0), moved(0, 1), moved(0, -1)] }
}

/// The sides of a group of cells that no two of them share, joined to rings with the cells on their
/// left.
private struct LatticeOutline {
  private(set) var rings: [[LatticePoint]] = []

  init(of cells: Set<LatticePoint>) {
    var sides: [LatticePoint: [LatticePoint]] = [:]
    for cell in cells {
      let corners = [cell, cell.moved(1, 0), cell.moved(1, 1), cell.moved(0, 1)]
      let beyond = [cell.moved(0, -1), cell.moved(1, 0), cell.moved(0, 1), cell.moved(-1, 0)]
      for index in 0..<4 where !cells.contains(beyond[index]) {
        sides[corners[index], default: []].append(corners[(index + 1) % 4])
      }
    }
    for start in sides.keys.sorted() {
      while let next = sides[start]?.popLast() {
        rings.append(Self.ring(from: start, to: next, &sides))
      }
    }
  }

  private static func ring(
    from start: LatticePoint, to next: LatticePoint,
    _ sides: inout [LatticePoint: [LatticePoint]]
  ) -> [LatticePoint] {
    var (ring, before, here) = ([start], start, next)
    while here != start {
      let onward = sides[here] ?? []
      guard let place = onward.indices.max(by: { isLeft(of: onward[$1], onward[$0], before, here) })
      else { break }
      let chosen = onward[place]
      sides[here]?.remove(at: place)
      // A corner in the middle of a straight side is no corner.
      if !isStraight(before, here, chosen) { ring.append(here) }
      (before, here) = (here, chosen)
    }
    return ring
  }

  /// Whether, coming from `before`, the way to `one` turns further left at `here` than to `other`.
  private static func isLeft(
    of one: LatticePoint, _ other: LatticePoint, _ before: LatticePoint, _ here: LatticePoint
  ) -> Bool { turn(before, here, one) > turn(before, here, other) }

  private static func isStraight(
    _ before: LatticePoint, _ here: LatticePoint, _ next: LatticePoint
  ) -> Bool { turn(before, here, next) == 0 }

  private static func turn(
    _ before: LatticePoint, _ here: LatticePoint, _ next: LatticePoint
  ) -> Int {
    (here.column - before.column) * (next.row - here.row)
      - (here.row - before.row) * (next.column - here.column)
  }
}
