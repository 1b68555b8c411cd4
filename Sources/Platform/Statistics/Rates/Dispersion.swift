/// How many times more than chance counts vary, by Pearson's χ² over its degrees of freedom.
///
/// Independent events give about 1; bursts, gangs and repeat events more. One row of counts is held
/// against its own mean, several rows (years of the same months, say) against what rows and columns
/// share, so that a season common to all does not count as variation.
///
/// - Note: McCullagh & Nelder, *Generalized Linear Models*, 1989, 6.2.
public struct Dispersion: Sendable, Equatable {
  /// χ² over its degrees of freedom, ≥ 0.
  public let ratio: Double
  /// The degrees of freedom, ≥ 1; an estimate from fewer than 10 is rough.
  public let degreesOfFreedom: Int

  /// The ratio, but at least 1: counts that vary less than chance earn no narrower interval.
  public var factor: Double { max(1, ratio) }

  /// The dispersion of a table; `nil` with rows of unequal length, without events, or with fewer
  /// than two counts to compare.
  ///
  /// - Parameter rows: counts ≥ 0; a column or, among several, a row without events is left out.
  /// - Complexity: O(counts).
  public init?(_ rows: [[Int]]) {
    let width = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == width && $0.allSatisfy { $0 >= 0 } }) else { return nil }
    let used = rows.filter { rows.count == 1 || $0.contains { $0 > 0 } }
    let sums = (0..<width).map { column in used.reduce(0) { $0 + $1[column] } }
    let total = sums.reduce(0, +)
    let columns = rows.count == 1 ? Array(0..<width) : (0..<width).filter { sums[$0] > 0 }
    let degrees = (columns.count - 1) * max(1, used.count - 1)
    guard degrees > 0, total > 0, rows.count == 1 || used.count > 1 else { return nil }
    var chiSquared = 0.0
    for row in used {
      let share = Double(row.reduce(0, +)) / Double(total)
      for column in columns {
        let expected =
          rows.count == 1 ? Double(total) / Double(width) : Double(sums[column]) * share
        let missed = Double(row[column]) - expected
        chiSquared += missed * missed / expected
      }
    }
    ratio = chiSquared / Double(degrees)
    degreesOfFreedom = degrees
  }
}
