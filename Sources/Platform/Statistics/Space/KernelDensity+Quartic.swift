import Glibc

extension KernelDensity {
  /// The density with a quartic kernel, exact.
  ///
  /// `f(c) = Σ over events with d ≤ h of weight × 3 / (π h²) × (1 − (d / h)²)²`.
  ///
  /// - Parameters:
  ///   - points: events with their weights.
  ///   - grid: where the values are wanted.
  ///   - reach: `h`, metres, > 0: beyond it an event adds nothing.
  ///   - threads: how many to use; the result does not depend on it.
  /// - Returns: the density at the centre of each cell.
  /// - Throws: ``SpaceProblem/reach``.
  /// - Complexity: O(events × cells within reach).
  public static func quartic(
    of points: Points, on grid: Grid, reach: Double, threads: Int = 2
  ) throws(SpaceProblem) -> KernelDensity {
    guard reach.isFinite, reach > 0 else { throw .reach }
    let scatter = QuarticScatter(points: points, grid: grid, reach: reach)
    let ends = points.count < 5_000 ? [grid.rows] : scatter.balanced(pieces: threads)
    let values = bands(of: grid, ends: ends, threads: threads) { scatter.sums(ofRows: $0) }
    return KernelDensity(grid: grid, values: values)
  }
}

/// Adds each event to the cells within its reach, row by row and eight cells at a time.
///
/// Every cell takes its events in their order, however the rows are shared out, so the sums come
/// out alike to the last bit.
private struct QuarticScatter: Sendable {
  private typealias Block = SIMD8<Double>
  private static let wide = 8
  let points: Points
  let grid: Grid
  let reach: Double

  /// Where to cut the rows so that each piece holds about as many events.
  func balanced(pieces: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: grid.rows)
    // One event in sixteen tells enough.
    for index in stride(from: 0, to: points.count, by: 16) {
      let row = (points.y[index] - grid.south) / grid.cell
      counts[Int(max(0, min(row, Double(grid.rows - 1))))] += 1
    }
    let all = counts.reduce(0, +)
    var (ends, seen) = ([Int](), 0)
    for (row, count) in counts.enumerated() {
      seen += count
      if seen * pieces >= all * (ends.count + 1), ends.count < pieces - 1 { ends.append(row + 1) }
    }
    return ends + [grid.rows]
  }

  /// The densities of some rows.
  func sums(ofRows rows: Range<Int>) -> [Double] {
    // Blocks may run past the last column: each row has room for one more.
    let width = grid.columns + Self.wide
    var sums = [Double](repeating: 0, count: width * rows.count)
    let most = Int(min(2 * reach / grid.cell, Double(grid.columns))) + 2 * Self.wide
    var across = [Block](repeating: .zero, count: most / Self.wide + 1)
    sums.withUnsafeMutableBytes { sums in
      across.withUnsafeMutableBufferPointer { across in
        scatter(rows, into: sums, width: width, across: across)
      }
    }
    let scale = 3 / (Double.pi * reach * reach)
    return [Double](unsafeUninitializedCapacity: grid.columns * rows.count) { values, count in
      for row in 0..<rows.count {
        for column in 0..<grid.columns {
          values[row * grid.columns + column] = sums[row * width + column] * scale
        }
      }
      count = grid.columns * rows.count
    }
  }

  private func scatter(
    _ rows: Range<Int>, into sums: UnsafeMutableRawBufferPointer, width: Int,
    across: UnsafeMutableBufferPointer<Block>
  ) {
    // All lengths are in cells from the centre of the south-western one.
    let perCell = 1 / grid.cell
    let reach = reach * perCell
    let steps = Block(0, 1, 2, 3, 4, 5, 6, 7)
    let inverse = 1 / reach
    let (lowest, highest) = (Double(rows.lowerBound), Double(rows.upperBound - 1))
    let last = Double(grid.columns - 1)
    points.x.withUnsafeBufferPointer { xs in
      points.y.withUnsafeBufferPointer { ys in
        for index in xs.indices {
          let y = (ys[index] - grid.south) * perCell - 0.5
          guard y + reach >= lowest, y - reach <= highest else { continue }
          let x = (xs[index] - grid.west) * perCell - 0.5
          guard x + reach >= 0, x - reach <= last else { continue }
          let first = Int(max(0, x - reach).roundedUp)
          let blocks = (Int(min(last, x + reach)) - first) / Self.wide
          for block in 0...blocks {
            let distance =
              (Block(repeating: Double(first + block * Self.wide) - x) + steps) * inverse
            across[block] = distance * distance
          }
          let weight = Block(repeating: points.weights?[index] ?? 1)
          let bottom = Int(max(lowest, y - reach).roundedUp)
          let top = Int(min(highest, y + reach))
          guard bottom <= top else { continue }
          for row in bottom...top {
            let up = (Double(row) - y) * inverse
            let left = Block(repeating: 1 - up * up)
            var offset = ((row - rows.lowerBound) * width + first) * 8
            for block in 0...blocks {
              var share = left - across[block]
              share.replace(with: 0, where: share .< 0)
              let sum = sums.loadUnaligned(fromByteOffset: offset, as: Block.self)
              sums.storeBytes(
                of: sum + share * share * weight, toByteOffset: offset, as: Block.self)
              offset += Self.wide * 8
            }
          }
        }
      }
    }
  }
}

extension Double {
  /// Rounded up, without a call to the C library, within the range of integers.
  fileprivate var roundedUp: Double {
    let whole = Double(Int(self))
    return whole < self ? whole + 1 : whole
  }
}
