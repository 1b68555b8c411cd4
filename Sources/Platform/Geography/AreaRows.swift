/// The sides of one area by the rows of the raster they reach into.
struct AreaRows {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>
  private let starts: [Int]
  private let sorted: [FixedSide]

  /// Sorts the sides of an area, at least one.
  init(_ sides: [FixedSide], _ grid: RasterGrid) {
    var (left, right) = (Int32.max, Int32.min)
    var (bottom, top) = (Int.max, Int.min)
    for side in sides {
      left = min(left, side.low.x, side.high.x)
      right = max(right, side.low.x, side.high.x)
      let rows = grid.rows(of: side)
      bottom = min(bottom, rows.lowerBound)
      top = max(top, rows.upperBound)
    }
    rows = bottom...top
    columns = grid.columns(left, right)
    var next = [Int](repeating: 0, count: rows.count + 1)
    for side in sides { for row in grid.rows(of: side) { next[row - bottom + 1] += 1 } }
    for row in 1..<next.count { next[row] += next[row - 1] }
    starts = next
    var sorted = [FixedSide](repeating: sides[0], count: next[next.count - 1])
    for side in sides {
      for row in grid.rows(of: side) {
        sorted[next[row - bottom]] = side
        next[row - bottom] += 1
      }
    }
    self.sorted = sorted
  }

  func sides(in row: Int) -> ArraySlice<FixedSide> {
    sorted[starts[row - rows.lowerBound]..<starts[row - rows.lowerBound + 1]]
  }
}
