/// Makes the tables of an ``AreaIndex``, area by area.
struct AreaIndexBuilder {
  let grid: RasterGrid
  private(set) var cells: [Int32]
  private(set) var starts: [Int32] = []
  private(set) var candidates: [AreaCandidate] = []
  private(set) var sides: [FixedSide] = []
  private let areas: [[FixedSide]]
  /// A mixed cell that has no number yet.
  private static let unnumbered = Int32.min
  /// What each mixed cell may hold, in the order of areas.
  private var found: [(cell: Int32, candidate: AreaCandidate)] = []

  init(_ areas: [[FixedSide]], cells limit: Int) {
    self.areas = areas
    grid = RasterGrid(areas, cells: limit)
    cells = Array(repeating: RasterGrid.outside, count: grid.columns * grid.rows)
  }

  mutating func build() {
    for (area, sides) in areas.enumerated() where !sides.isEmpty {
      add(Int32(area), AreaRows(sides, grid))
    }
    gather()
  }

  private mutating func add(_ area: Int32, _ rows: AreaRows) {
    var isTouched = [Bool](repeating: false, count: rows.columns.count)
    for row in rows.rows {
      let start = sides.count
      for side in rows.sides(in: row) {
        sides.append(side)
        for column in grid.columns(of: side, in: row) {
          isTouched[column - rows.columns.lowerBound] = true
        }
      }
      let range = Int32(start)..<Int32(sides.count)
      var isInside = false
      var isRun = false
      for column in rows.columns {
        let cell = row * grid.columns + column
        if isTouched[column - rows.columns.lowerBound] {
          isTouched[column - rows.columns.lowerBound] = false
          isRun = false
          put(AreaCandidate(area: area, sides: range), in: cell)
          continue
        }
        // All cells between two that are touched are in it or out of it together.
        if !isRun {
          isRun = true
          let middle = grid.middle(column: column, row: row)
          isInside = sides[start...].reduce(false) { $0 != $1.isMet(by: middle) }
        }
        if isInside { put(AreaCandidate(area: area), in: cell) }
      }
    }
  }

  private mutating func put(_ candidate: AreaCandidate, in cell: Int) {
    // A cell that an earlier area covers is taken.
    guard cells[cell] < 0 else { return }
    if candidate.isWhole, cells[cell] == RasterGrid.outside {
      cells[cell] = candidate.area
    } else {
      cells[cell] = Self.unnumbered
      found.append((Int32(cell), candidate))
    }
  }

  /// Sorts the candidates by cell, in the order they came, and numbers the mixed cells.
  private mutating func gather() {
    var counts: [Int32] = []
    for item in found {
      let cell = Int(item.cell)
      if cells[cell] == Self.unnumbered {
        cells[cell] = RasterGrid.firstMixed - Int32(counts.count)
        counts.append(0)
      }
      counts[place(of: item.cell)] += 1
    }
    starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    candidates = Array(repeating: AreaCandidate(area: 0), count: found.count)
    for item in found {
      let place = place(of: item.cell)
      candidates[Int(next[place])] = item.candidate
      next[place] += 1
    }
    found = []
  }

  private func place(of cell: Int32) -> Int { Int(RasterGrid.firstMixed - cells[Int(cell)]) }
}
