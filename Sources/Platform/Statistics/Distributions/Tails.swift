/// The two shares into which a point parts a distribution, each computed for itself, so that a
/// share of 1e-20 keeps its digits.
struct Tails: Sendable, Equatable {
  /// The share at or below the point, 0 to 1.
  let lower: Double
  /// The share above it, 0 to 1.
  let upper: Double

  /// From the lower share, where that is the small one.
  init(lower: Double) { (self.lower, upper) = (min(1, lower), max(0, 1 - lower)) }

  /// From the upper share, where that is the small one.
  init(upper: Double) { (lower, self.upper) = (max(0, 1 - upper), min(1, upper)) }

  /// The same parted the other way round.
  var swapped: Tails { upper < lower ? Tails(lower: upper) : Tails(upper: lower) }
}
