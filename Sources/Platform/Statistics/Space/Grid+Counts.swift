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
    let whole = range.lowerBound..<range.upperBound - range.count % 4
    counts.withUnsafeMutableBufferPointer { counts in
      points.x.withUnsafeBytes { x in
        points.y.withUnsafeBytes { y in
          for index in stride(from: whole.lowerBound, to: whole.upperBound, by: 4) {
            let cells = cells(
              x.loadUnaligned(fromByteOffset: index * 8, as: SIMD4<Double>.self),
              y.loadUnaligned(fromByteOffset: index * 8, as: SIMD4<Double>.self))
            for lane in 0..<4 { counts[Int(truncatingIfNeeded: cells[lane])] &+= 1 }
          }
        }
      }
      for index in whole.upperBound..<range.upperBound {
        counts[cell(x: points.x[index], y: points.y[index]) ?? count] &+= 1
      }
    }
    return counts
  }

  /// The cells of four points at once, as ``cell(x:y:)`` gives them; outside, one past the last.
  ///
  /// Whole numbers are made without a conversion: next to 2⁵² a double holds nothing else, and they
  /// stand in its lowest bits.
  @inline(__always)
  private func cells(_ x: SIMD4<Double>, _ y: SIMD4<Double>) -> SIMD4<UInt64> {
    let large = SIMD4(repeating: 0x1p52)
    let size = SIMD4(repeating: cell)
    let column = Self.floor((x - SIMD4(repeating: west)) / size, large)
    let row = Self.floor((y - SIMD4(repeating: south)) / size, large)
    let columns = SIMD4(repeating: Double(columns))
    var index = SIMD4(repeating: Double(count))
    index.replace(
      with: row * columns + column,
      where: (column .>= 0) .& (row .>= 0) .& (column .< columns)
        .& (row .< SIMD4(repeating: Double(rows))))
    return unsafeBitCast(index + large, to: SIMD4<UInt64>.self) & SIMD4(repeating: 0xF_FFFF_FFFF)
  }

  @inline(__always)
  private static func floor(_ value: SIMD4<Double>, _ large: SIMD4<Double>) -> SIMD4<Double> {
    let near = (value + large) - large
    return near.replacing(with: near - 1, where: near .> value)
  }
}
