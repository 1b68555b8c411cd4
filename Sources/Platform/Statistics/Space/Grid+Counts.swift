/// The points of each cell of a grid, and those that lie in none.
public struct GridCounts: Sendable, Equatable {
  /// Points in each cell, in the order of the cells; 0 in cells that are not studied.
  public let cells: [Int]
  /// Points outside the grid.
  public let outside: Int
  /// Points in cells of the grid that are not studied.
  public let notStudied: Int
}

extension Grid {
  /// Counts the points in each cell; weights are not looked at.
  ///
  /// - Parameters:
  ///   - points: of the same plane.
  ///   - threads: how many to use; the result does not depend on it.
  /// - Returns: the counts, and how many points they leave out.
  /// - Complexity: O(points + cells).
  public func counts(of points: Points, threads: Int = 2) -> GridCounts {
    let pieces = Parallel.ranges(points.count, pieces: points.count < 50_000 ? 1 : threads)
    let parts = Parallel.map(pieces.count, threads: threads) { count(points, pieces[$0]) }
    var cells = [Int](repeating: 0, count: count)
    for part in parts {
      for index in cells.indices { cells[index] += Int(part[index]) }
    }
    var notStudied = 0
    if let mask {
      for index in cells.indices where !mask[index] {
        notStudied += cells[index]
        cells[index] = 0
      }
    }
    let outside = parts.reduce(0) { $0 + Int($1[count]) }
    return GridCounts(cells: cells, outside: outside, notStudied: notStudied)
  }

  /// Adds up the weights of the points in each cell of the area of study; 0 in the others.
  ///
  /// - Complexity: O(points + cells).
  public func sums(of points: Points) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for index in 0..<points.count {
      guard let cell = cell(x: points.x[index], y: points.y[index]), isStudied(cell) else {
        continue
      }
      sums[cell] += points.weights?[index] ?? 1
    }
    return sums
  }

  /// Counts a range of the points; those outside the grid in one cell more, at the end.
  private func count(_ points: Points, _ range: Range<Int>) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: count + 1)
    let (columns, rows) = (Double(columns), Double(rows))
    counts.withUnsafeMutableBufferPointer { counts in
      points.x.withUnsafeBufferPointer { x in
        points.y.withUnsafeBufferPointer { y in
          for index in range {
            let place =
              (SIMD2(x[index], y[index]) - SIMD2(west, south)) / SIMD2(cell, cell)
            let isHere = place.x >= 0 && place.y >= 0 && place.x < columns && place.y < rows
            let cell = isHere ? Int(place.y) * self.columns + Int(place.x) : count
            counts[cell] &+= 1
          }
        }
      }
    }
    return counts
  }
}
