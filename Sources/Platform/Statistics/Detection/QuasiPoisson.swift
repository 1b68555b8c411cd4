import Glibc

/// A regression of counts whose mean is the exponential of a sum of columns, and whose variance is a
/// multiple of that mean.
///
/// Fitted by iteratively reweighted least squares from `counts + 0.1`, until the deviance changes by
/// less than 1e-8 of itself: the same steps as R's `glm`, so that its figures come out, including
/// that dispersion and covariance use the weights of the last step.
///
/// - Note: McCullagh & Nelder, *Generalized Linear Models*, 1989, 2.5 and 6.2.
struct QuasiPoisson {
  private static let mostSteps = 25
  private static let settled = 1e-8

  /// One for each column.
  let coefficients: [Double]
  /// The fitted means.
  let means: [Double]
  /// Pearson's: the variance over the mean.
  let dispersion: Double
  /// The covariance of the coefficients before the dispersion.
  let covariance: [[Double]]
  /// The rows less the columns.
  let degrees: Int
  private let columns: [[Double]]
  /// The weights of the last step.
  private let working: [Double]

  /// How far each count pulls its own mean, 0 to 1.
  var leverages: [Double] {
    working.indices.map { row in
      let values = columns.map { $0[row] }
      return working[row] * Self.form(covariance, values)
    }
  }

  /// Fits columns to counts ≥ 0; `nil` where it does not settle or there are too few rows.
  init?(columns: [[Double]], counts: [Double], weights: [Double]) {
    let degrees = counts.count - columns.count
    guard degrees > 0 else { return nil }
    var means = counts.map { $0 + 0.1 }
    var logs = means.map { log($0) }
    var deviance = Self.deviance(counts, means, weights)
    for _ in 0..<Self.mostSteps {
      let working = zip(weights, means).map { $0 * $1 }
      let target = logs.indices.map { logs[$0] + (counts[$0] - means[$0]) / means[$0] }
      guard let root = Self.root(columns, working) else { return nil }
      let weighed = zip(working, target).map { $0 * $1 }
      let coefficients = root.solve(columns.map { LeastSquares.dot($0, weighed) })
      logs = counts.indices.map { row in
        columns.indices.reduce(0) { $0 + coefficients[$1] * columns[$1][row] }
      }
      means = logs.map { exp($0) }
      let new = Self.deviance(counts, means, weights)
      guard new.isFinite else { return nil }
      if abs(new - deviance) / (abs(new) + 0.1) < Self.settled {
        let covariance = root.inverse
        let residuals = zip(counts, means).map { ($0 - $1) / $1 }
        let squares = zip(working, residuals).map { $0 * $1 * $1 }
        self.coefficients = coefficients
        self.means = means
        self.covariance = covariance
        self.degrees = degrees
        dispersion = squares.reduce(0, +) / Double(degrees)
        self.columns = columns
        self.working = working
        return
      }
      deviance = new
    }
    return nil
  }

  private static func root(_ columns: [[Double]], _ weights: [Double]) -> Cholesky? {
    let weighed = columns.map { column in zip(column, weights).map { $0 * $1 } }
    return Cholesky(LeastSquares.products(weighed, columns))
  }

  private static func form(_ matrix: [[Double]], _ values: [Double]) -> Double {
    zip(matrix, values).reduce(0) { $0 + $1.1 * LeastSquares.dot($1.0, values) }
  }

  private static func deviance(
    _ counts: [Double], _ means: [Double], _ weights: [Double]
  ) -> Double {
    var sum = 0.0
    for row in counts.indices {
      let (y, mean) = (counts[row], means[row])
      sum += weights[row] * (y > 0 ? y * log(y / mean) - (y - mean) : mean)
    }
    return 2 * sum
  }
}
