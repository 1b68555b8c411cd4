import Glibc

extension KernelDensity {
  /// The density with a Gaussian kernel, exact: no event is left out, however far.
  ///
  /// `f(c) = Σ of weight × exp(−d² / 2 s²) / (2 π s²)`. Corrected for the edge, each value is divided
  /// by the share of a kernel at that cell that lies within the rectangle of the grid.
  ///
  /// - Parameters:
  ///   - points: events with their weights.
  ///   - grid: where the values are wanted.
  ///   - deviation: `s`, metres, > 0. A quartic kernel of reach `h` is about as wide as one of
  ///     `h / √6` to `h / √7`.
  ///   - isEdgeCorrected: whether the grid's edge is made up for, as if nothing were known beyond.
  ///   - threads: how many to use; the result does not depend on it.
  /// - Returns: the density at the centre of each cell.
  /// - Throws: ``SpaceProblem/reach``.
  /// - Complexity: O(events × cells); for a million events use ``quartic(of:on:reach:threads:)``.
  /// - Note: edge correction of Diggle 1985, doi:10.2307/2347366.
  public static func gaussian(
    of points: Points, on grid: Grid, deviation: Double, isEdgeCorrected: Bool = false,
    threads: Int = 2
  ) throws(SpaceProblem) -> KernelDensity {
    guard deviation.isFinite, deviation > 0 else { throw .reach }
    let pieces = Parallel.ranges(grid.rows, pieces: points.count * grid.count < 100_000 ? 1 : 8)
    var values = bands(of: grid, ends: pieces.map(\.upperBound), threads: threads) {
      sums(of: points, on: grid, rows: $0, deviation)
    }
    if isEdgeCorrected {
      let across = (0..<grid.columns).map { mass($0, of: grid.columns, grid.cell / deviation) }
      let up = (0..<grid.rows).map { mass($0, of: grid.rows, grid.cell / deviation) }
      for index in values.indices {
        values[index] /= across[index % grid.columns] * up[index / grid.columns]
      }
    }
    return KernelDensity(grid: grid, values: values)
  }

  /// The kernel is a product of one across and one up: two lists of exponentials an event.
  private static func sums(
    of points: Points, on grid: Grid, rows: Range<Int>, _ deviation: Double
  ) -> [Double] {
    let scale = 1 / (2 * Double.pi * deviation * deviation)
    var sums = [Double](repeating: 0, count: rows.count * grid.columns)
    var across = [Double](repeating: 0, count: grid.columns)
    for index in 0..<points.count {
      for column in across.indices {
        across[column] = bell((grid.x(ofColumn: column) - points.x[index]) / deviation)
      }
      let height = (points.weights?[index] ?? 1) * scale
      sums.withUnsafeMutableBufferPointer { sums in
        across.withUnsafeBufferPointer { across in
          for row in rows {
            let factor = height * bell((grid.y(ofRow: row) - points.y[index]) / deviation)
            guard factor != 0 else { continue }
            let first = (row - rows.lowerBound) * grid.columns
            for column in across.indices { sums[first + column] += factor * across[column] }
          }
        }
      }
    }
    return sums
  }

  private static func bell(_ distance: Double) -> Double { exp(-0.5 * distance * distance) }

  /// The share of a bell at the centre of a cell that lies between both ends of its row.
  private static func mass(_ cell: Int, of cells: Int, _ width: Double) -> Double {
    let before = (Double(cell) + 0.5) * width
    let after = (Double(cells - cell) - 0.5) * width
    return 0.5 * (erf(before / 2.0.squareRoot()) + erf(after / 2.0.squareRoot()))
  }
}
