import Glibc

/// The pieces of Loader's saddle-point expansion, by which probabilities of large counts keep
/// their digits where sums of `lgamma` would cancel.
///
/// - Note: Loader, *Fast and Accurate Computation of Binomial Probabilities*, 2000.
enum Loader {
  private static let logRootTwoPi = 0.918938533204672741780329736406

  /// `log Γ(n+1)` less Stirling's `log(√(2πn) (n/e)ⁿ)`, for n > 0, whole or not.
  static func stirlingError(_ n: Double) -> Double {
    guard n > 15 else { return lgamma(n + 1) - (n + 0.5) * log(n) + n - logRootTwoPi }
    let square = n * n
    var sum = 1.0 / 1188
    sum = 1.0 / 1680 - sum / square
    sum = 1.0 / 1260 - sum / square
    sum = 1.0 / 360 - sum / square
    return (1.0 / 12 - sum / square) / n
  }

  /// `x log(x/m) + m − x`, without cancellation where x is near m; both > 0.
  static func deviance(_ x: Double, from m: Double) -> Double {
    let difference = x - m
    guard abs(difference) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    let ratio = difference / (x + m)
    var sum = difference * ratio
    var term = 2 * x * ratio
    for k in 1...1000 {
      term *= ratio * ratio
      let next = sum + term / Double(2 * k + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// `mˣ e⁻ᵐ / Γ(x+1)`: the Poisson probability, for x ≥ 0 whole or not, m ≥ 0.
  static func poisson(_ x: Double, mean m: Double) -> Double {
    guard m > 0 else { return x == 0 ? 1 : 0 }
    guard x > 0 else { return exp(-m) }
    guard m.isFinite else { return 0 }
    return exp(-stirlingError(x) - deviance(x, from: m)) / (2 * Double.pi * x).squareRoot()
  }

  /// `Γ(n+1) / (Γ(x+1) Γ(n−x+1)) pˣ qⁿ⁻ˣ` with q = 1 − p: the binomial probability, for
  /// 0 ≤ x ≤ n whole or not.
  static func binomial(_ x: Double, of n: Double, p: Double, q: Double) -> Double {
    guard p > 0 else { return x == 0 ? 1 : 0 }
    guard q > 0 else { return x == n ? 1 : 0 }
    let rest = n - x
    guard x > 0 else { return exp(n * (q < 0.5 ? log(q) : log1p(-p))) }
    guard rest > 0 else { return exp(n * (p < 0.5 ? log(p) : log1p(-q))) }
    let exponent =
      stirlingError(n) - stirlingError(x) - stirlingError(rest)
      - deviance(x, from: n * p) - deviance(rest, from: n * q)
    return exp(exponent) * (n / (2 * Double.pi * x * rest)).squareRoot()
  }
}
