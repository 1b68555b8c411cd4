/// Least squares by the normal equations, and what their matrix is good for.
enum LeastSquares {
  /// The numbers whose combination of the columns comes nearest to a target; `nil` where a column
  /// is not finite.
  ///
  /// Columns that (nearly) repeat one another share their part, by a ridge of 1e-12.
  static func solve(_ columns: [[Double]], _ target: [Double]) -> [Double]? {
    var matrix = products(columns, columns)
    for index in matrix.indices {
      matrix[index][index] = matrix[index][index] * (1 + 1e-12) + .leastNormalMagnitude
    }
    return Cholesky(matrix)?.solve(columns.map { dot($0, target) })
  }

  /// The lower half of the products of columns with columns; they come out symmetric.
  static func products(_ columns: [[Double]], _ others: [[Double]]) -> [[Double]] {
    columns.indices.map { row in (0...row).map { dot(columns[row], others[$0]) } }
  }

  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }
}

/// The root of a symmetric positive matrix, of which the lower half is looked at.
struct Cholesky {
  private let root: [[Double]]

  /// `nil` where the matrix is not positive, or its columns nearly repeat one another.
  init?(_ matrix: [[Double]]) {
    var root = matrix
    for row in matrix.indices {
      for column in 0...row {
        var rest = matrix[row][column]
        for index in 0..<column { rest -= root[row][index] * root[column][index] }
        if column < row {
          root[row][column] = rest / root[column][column]
        } else {
          guard rest > 1e-14 * matrix[row][row], rest.isFinite else { return nil }
          root[row][row] = rest.squareRoot()
        }
      }
    }
    self.root = root
  }

  /// The solution of `matrix × x = target`.
  func solve(_ target: [Double]) -> [Double] {
    var x = target
    for row in x.indices {
      for index in 0..<row { x[row] -= root[row][index] * x[index] }
      x[row] /= root[row][row]
    }
    for row in x.indices.reversed() {
      for index in row + 1..<x.count { x[row] -= root[index][row] * x[index] }
      x[row] /= root[row][row]
    }
    return x
  }

  /// The inverse of the matrix.
  var inverse: [[Double]] {
    root.indices.map { unit in solve(root.indices.map { $0 == unit ? 1 : 0 }) }
  }
}
