/// Benjamini and Hochberg's correction for looking at many places at once.
public enum FalseDiscovery {
  /// The smallest share of false discoveries at which each test would still count as one.
  ///
  /// With the p-values sorted, `q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎ × m / j`, at most 1. Those with
  /// `q ≤ 0.05` hold, on average, at most 5 % false discoveries. Correct over *all* tests made,
  /// never over neighbours only.
  ///
  /// - Parameter p: p-values, 0 to 1; `nan` where no test was made, which is not counted in `m`.
  /// - Returns: a value for each, `nan` where there was no test.
  /// - Complexity: O(tests × log tests).
  /// - Note: Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x. Valid for tests
  ///   that are independent or positively dependent, as neighbouring cells are.
  public static func adjusted(_ p: [Double]) -> [Double] {
    let tested = p.indices.filter { !p[$0].isNaN }.sorted { (p[$0], $0) < (p[$1], $1) }
    var adjusted = [Double](repeating: .nan, count: p.count)
    var least = 1.0
    for (rank, index) in tested.enumerated().reversed() {
      least = min(least, p[index] * Double(tested.count) / Double(rank + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
