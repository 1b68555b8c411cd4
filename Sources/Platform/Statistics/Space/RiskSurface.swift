import Glibc

/// One density over another: where events are frequent for what could have happened there.
///
/// Both must be of the same kernel, reach and grid. Where the lower one is near zero the ratio says
/// nothing, however large it is: those cells are `nan`. Those who live in a place are a poor measure
/// of who is there: for thefts and violence prefer people at work or passing.
///
/// - Note: Kelsall & Diggle 1995, doi:10.1002/sim.4780142106.
public struct RiskSurface: Sendable {
  /// The densities' ratio, `(k₁ + ε) / (k₂ + ε)`, for each cell; `nan` where it says nothing.
  public let ratio: [Double]
  /// Its natural logarithm; 0 where both are alike.
  public var logRatio: [Double] { ratio.map { log($0) } }

  /// A ratio of two densities.
  ///
  /// - Parameters:
  ///   - density: of the events.
  ///   - base: of what they are set against, on the same grid.
  ///   - threshold: events per square metre, ≥ 0; under it in `base` a cell has no ratio.
  ///   - epsilon: events per square metre, ≥ 0, added to both; with neither threshold nor epsilon
  ///     cells without base are infinite or `nan`.
  /// - Throws: ``SpaceProblem/unequal(_:_:)`` for different grids; ``SpaceProblem/reach`` for a
  ///   threshold or epsilon under zero.
  public init(
    of density: KernelDensity, over base: KernelDensity, threshold: Double, epsilon: Double = 0
  ) throws(SpaceProblem) {
    guard density.grid == base.grid else { throw .unequal(density.grid.count, base.grid.count) }
    guard threshold >= 0, threshold.isFinite, epsilon >= 0, epsilon.isFinite else { throw .reach }
    ratio = zip(density.values, base.values).map { above, below in
      below >= threshold ? (above + epsilon) / (below + epsilon) : .nan
    }
  }
}
