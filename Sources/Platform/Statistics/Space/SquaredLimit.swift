/// A limit of distance turned into one of squared distance, so that no roots are taken.
///
/// The square of a limit is rounded: a pair at the very limit could fall on the wrong side of it.
/// These are the numbers whose roots, as rounded, are just within it.
enum SquaredLimit {
  /// The largest number whose root is at most `limit` (≥ 0).
  static func atMost(_ limit: Double) -> Double {
    var squared = limit * limit
    while squared.squareRoot() > limit { squared = squared.nextDown }
    while squared.nextUp.squareRoot() <= limit { squared = squared.nextUp }
    return squared
  }

  /// The smallest number whose root is at least `limit` (≥ 0).
  static func atLeast(_ limit: Double) -> Double {
    var squared = limit * limit
    while squared.squareRoot() < limit { squared = squared.nextUp }
    while squared > 0, squared.nextDown.squareRoot() >= limit { squared = squared.nextDown }
    return squared
  }
}
