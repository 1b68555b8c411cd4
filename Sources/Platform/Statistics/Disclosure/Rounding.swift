/// Counts rounded to a multiple before they are published, the other way to hide small ones.
///
/// To the nearest multiple, halves up; with a base of 5 a 1 or 2 becomes 0, a 3 becomes 5. Totals
/// are rounded by themselves from the true total, so rows need not add up: say so beside the table.
/// Rounded shares and rates must be made from rounded counts.
///
/// For example, `Rounding().applied(to: [3, 12, 40])` is `[5, 10, 40]`, and the total of 55 stays.
public struct Rounding: Sendable, Hashable {
  /// What counts become multiples of, ≥ 1.
  public let base: Int

  /// Rounding to a base; under 1 is taken as 1, which changes nothing.
  public init(base: Int = 5) { self.base = max(1, base) }

  /// A count ≥ 0, rounded.
  public func applied(to count: Int) -> Int {
    let remainder = count % base
    return 2 * remainder >= base ? count - remainder + base : count - remainder
  }

  /// Each count rounded.
  public func applied(to counts: [Int]) -> [Int] { counts.map { applied(to: $0) } }

  /// Each count of a table rounded, and the totals that it publishes, each by itself.
  public func applied(to table: CountTable) -> [CountTable.Place: Int] {
    let (counts, places) = table.linked
    return Dictionary(uniqueKeysWithValues: zip(places, applied(to: counts.values)))
  }
}
