import Glibc

/// Getis and Ord's local statistics: how far the sum around each cell lies from the mean.
///
/// With `W = Σ w`, `S = Σ w²`, and mean and population standard deviation `s` of the `n` values,
/// `z = (Σ w x − W × mean) / (s × √((n S − W²) / (n − 1)))`. **Gi\*** counts a cell among its own
/// neighbours; **Gi** leaves it out of the sum, the mean, the deviation and `n`. Scaling the weights
/// of a cell does not change its z.
///
/// High z marks cells of high values among cells of high values, low z the opposite. It is a
/// statement about cells, not places, and depends on the cell size and on `n`. The normal p-value
/// is poor where counts are sparse and skewed: ``LocalGPermutation`` makes no such assumption.
///
/// - Note: Ord & Getis 1995, doi:10.1111/j.1538-4632.1995.tb00912.x.
public struct LocalG: Sendable {
  /// Standard scores, in the order of the cells; `nan` in cells that are not studied and where
  /// there is nothing to compare: all values alike, no neighbours, or every cell a neighbour.
  public let z: [Double]

  /// The two-sided p-values of the normal approximation; `nan` where z is.
  public var p: [Double] { z.map { erfc(abs($0) / 2.0.squareRoot()) } }

  /// The p-values corrected over all cells: see ``FalseDiscovery/adjusted(_:)``.
  public var q: [Double] { FalseDiscovery.adjusted(p) }

  /// The statistic over the eight cells around each (queen), of equal weight.
  ///
  /// - Parameters:
  ///   - values: one a cell, finite; those of cells that are not studied are not looked at.
  ///   - grid: cells that are not studied are not in `n`, and are nobody's neighbours.
  ///   - isStarred: Gi\* if true, Gi if not.
  /// - Throws: ``SpaceProblem/unequal(_:_:)``, ``SpaceProblem/notFinite(point:)``.
  /// - Complexity: O(cells): the sum of nine is taken over rows, then over columns.
  public init(
    of values: [Double], on grid: Grid, isStarred: Bool = true
  ) throws(SpaceProblem) {
    guard values.count == grid.count else { throw .unequal(grid.count, values.count) }
    let moments = try Moments(values, mask: grid.mask)
    var kept = values
    if let mask = grid.mask {
      for index in kept.indices where !mask[index] { kept[index] = 0 }
    }
    let sums = Self.sumsOfNine(kept, grid)
    let studied = grid.mask.map { mask in Self.sumsOfNine(mask.map { $0 ? 1 : 0 }, grid) }
    let own = isStarred ? 0.0 : 1.0
    z = [Double](unsafeUninitializedCapacity: grid.count) { z, count in
      for row in 0..<grid.rows {
        let tall = min(row + 1, grid.rows - 1) - max(row - 1, 0) + 1
        for column in 0..<grid.columns {
          let index = row * grid.columns + column
          let wide = min(column + 1, grid.columns - 1) - max(column - 1, 0) + 1
          let weight = (studied?[index] ?? Double(tall * wide)) - own
          z[index] =
            grid.isStudied(index)
            ? moments.z(
              sum: sums[index] - own * kept[index], weight: weight, squares: weight,
              leaving: isStarred ? nil : kept[index]) : .nan
        }
      }
      count = grid.count
    }
  }

  /// The statistic over neighbours of any kind, such as areas that touch, with their weights.
  ///
  /// - Throws: ``SpaceProblem/unequal(_:_:)``, ``SpaceProblem/notFinite(point:)``.
  /// - Complexity: O(cells × neighbours).
  public init(
    of values: [Double], neighbours: Neighbours, isStarred: Bool = true
  ) throws(SpaceProblem) {
    guard values.count == neighbours.count else { throw .unequal(neighbours.count, values.count) }
    let moments = try Moments(values, mask: neighbours.mask)
    z = values.indices.map { index in
      guard neighbours.isStudied(index) else { return .nan }
      let own = isStarred ? neighbours.own[index] : 0
      var (sum, weight, squares) = (own * values[index], own, own * own)
      for place in neighbours.starts[index]..<neighbours.starts[index + 1] {
        let w = neighbours.weights[place]
        sum += w * values[Int(neighbours.cells[place])]
        weight += w
        squares += w * w
      }
      return moments.z(
        sum: sum, weight: weight, squares: squares, leaving: isStarred ? nil : values[index])
    }
  }

  /// The sum of each value and those of the eight cells around it.
  static func sumsOfNine(_ values: [Double], _ grid: Grid) -> [Double] {
    let (columns, rows) = (grid.columns, grid.rows)
    var across = values
    var sums = values
    values.withUnsafeBufferPointer { values in
      across.withUnsafeMutableBufferPointer { across in
        for row in 0..<rows {
          let first = row * columns
          let last = first + columns - 1
          for index in first..<last { across[index] += values[index + 1] }
          if first < last { for index in first + 1...last { across[index] += values[index - 1] } }
        }
        sums.withUnsafeMutableBufferPointer { sums in
          for index in sums.indices { sums[index] = across[index] }
          for index in 0..<(rows - 1) * columns {
            sums[index] += across[index + columns]
            sums[index + columns] += across[index]
          }
        }
      }
    }
    return sums
  }
}

/// What the statistic needs of all values.
private struct Moments {
  let n: Double
  let sum: Double
  let mean: Double
  /// The sum of squared distances from the mean.
  let scatter: Double

  init(_ values: [Double], mask: [Bool]?) throws(SpaceProblem) {
    var (n, sum, scatter) = (0.0, 0.0, 0.0)
    for index in values.indices where mask?[index] ?? true {
      n += 1
      sum += values[index]
    }
    let mean = sum / max(n, 1)
    for index in values.indices where mask?[index] ?? true {
      scatter += (values[index] - mean) * (values[index] - mean)
    }
    guard scatter.isFinite else {
      throw .notFinite(point: values.firstIndex { !$0.isFinite } ?? 0)
    }
    self.n = n
    self.sum = sum
    self.mean = mean
    self.scatter = scatter
  }

  /// The score of a weighted sum; `leaving` takes one value out of mean, deviation and number.
  func z(sum: Double, weight: Double, squares: Double, leaving own: Double?) -> Double {
    var (n, mean, scatter) = (n, mean, scatter)
    if let own {
      scatter -= (own - mean) * (own - mean) * n / (n - 1)
      n -= 1
      mean = (self.sum - own) / n
    }
    let spread = n * squares - weight * weight
    // Rounding leaves a trace where the values are all alike, or every cell is a neighbour.
    guard n > 1, scatter > 1e-24 * n * mean * mean, spread > 1e-12 * n * squares else {
      return .nan
    }
    return (sum - weight * mean) / (scatter / n * spread / (n - 1)).squareRoot()
  }
}
