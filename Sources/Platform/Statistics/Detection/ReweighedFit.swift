import Glibc

/// A quasi-Poisson fit whose past outbreaks count less.
///
/// After a first fit, each count with a standardised Anscombe residual
/// `s = 3/2·(y^⅔ μ^(−1/6) − μ^½) / √(φ(1 − h))` above a threshold is given the weight `s⁻²`, all
/// are scaled to add up to their number, and the fit is made again.
///
/// - Note: Farrington et al. 1996, 3.6, doi:10.2307/2983331.
struct ReweighedFit {
  let fit: QuasiPoisson
  private let weights: [Double]
  private let counts: [Double]

  /// `nil` where either fit does not settle.
  init?(columns: [[Double]], counts: [Double], threshold: Double) {
    let even = [Double](repeating: 1, count: counts.count)
    guard let first = QuasiPoisson(columns: columns, counts: counts, weights: even) else {
      return nil
    }
    let dispersion = max(1, first.dispersion)
    let leverages = first.leverages
    let weights = counts.indices.map { row -> Double in
      let (mean, free) = (first.means[row], 1 - leverages[row])
      let raw = 1.5 * (pow(counts[row], 2 / 3.0) * pow(mean, -1 / 6.0) - mean.squareRoot())
      let residual = free > 1e-10 ? raw / (dispersion * free).squareRoot() : 0
      return residual > threshold ? 1 / (residual * residual) : 1
    }
    let scale = Double(counts.count) / weights.reduce(0, +)
    let scaled = weights.map { $0 * scale }
    guard let fit = QuasiPoisson(columns: columns, counts: counts, weights: scaled) else {
      return nil
    }
    self.fit = fit
    self.weights = scaled
    self.counts = counts
  }

  /// The variance over the mean, held at 1.
  var dispersion: Double { max(1, fit.dispersion) }

  /// The two-sided p-value of a coefficient against 0.
  ///
  /// With `isAsInR` the squared relative errors are weighed by the reweighting alone and not also
  /// by the means.
  func significance(of column: Int, isAsInR: Bool) -> Double {
    var dispersion = fit.dispersion
    if isAsInR {
      let squares = counts.indices.map { row -> Double in
        let error = (counts[row] - fit.means[row]) / fit.means[row]
        return weights[row] * error * error
      }
      dispersion = squares.reduce(0, +) / Double(fit.degrees)
    }
    let error = (dispersion * fit.covariance[column][column]).squareRoot()
    guard error > 0 else { return 0 }
    return 2
      * StudentDistribution(degrees: Double(fit.degrees))
      .upperTail(abs(fit.coefficients[column]) / error)
  }
}
