import Glibc

/// The gamma distribution of a shape and scale 1: the incomplete gamma functions.
///
/// Shares and points are good to about 12 digits up to shapes of 10⁸.
public struct GammaDistribution: Sendable, Equatable {
  /// The shape, > 0.
  public let shape: Double

  /// A distribution of a shape > 0.
  public init(shape: Double) { self.shape = shape }

  /// The chance of a value at most x: the lower regularised incomplete gamma function P(shape, x).
  ///
  /// - Complexity: O(√shape) near the middle.
  public func cumulative(_ x: Double) -> Double { tails(at: x).lower }

  /// The chance of a value over x: the upper function Q(shape, x).
  public func upperTail(_ x: Double) -> Double { tails(at: x).upper }

  /// The point that a share of the distribution lies under; 0 to 1.
  public func quantile(_ share: Double) -> Double {
    share <= 0.5 ? point(share, isLower: true) : point(1 - share, isLower: false)
  }

  /// The point that a share of the distribution lies over; 0 to 1.
  public func upperQuantile(_ share: Double) -> Double {
    share <= 0.5 ? point(share, isLower: false) : point(1 - share, isLower: true)
  }

  /// By the series below the mean, by Legendre's continued fraction above.
  func tails(at x: Double) -> Tails {
    guard x > 0 else { return Tails(lower: 0) }
    guard x < .infinity else { return Tails(upper: 0) }
    let front = Loader.poisson(shape, mean: x)
    guard x >= shape + 1 else { return Tails(lower: front * series(x)) }
    return Tails(upper: front * shape * fraction(x))
  }

  private func series(_ x: Double) -> Double {
    var (sum, term, k) = (1.0, 1.0, shape)
    while term > sum * 1e-17 {
      k += 1
      term *= x / k
      sum += term
    }
    return sum
  }

  private func fraction(_ x: Double) -> Double {
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var product = d
    for i in 1...10_000_000 {
      let numerator = -Double(i) * (Double(i) - shape)
      b += 2
      d = 1 / apart(b + numerator * d)
      c = apart(b + numerator / c)
      product *= c * d
      if abs(c * d - 1) <= 2 * Double.ulpOfOne { break }
    }
    return product
  }

  /// Newton on the logarithms of point and share, from Wilson and Hilferty's approximation.
  private func point(_ share: Double, isLower: Bool) -> Double {
    guard share > 0 else { return isLower ? 0 : .infinity }
    let z = NormalDistribution.quantile(share) * (isLower ? 1 : -1)
    let cube = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    let start =
      cube > 0.1 ? log(shape * cube * cube * cube) : (log(share) + lgamma(shape + 1)) / shape
    let target = log(share)
    let found = newton(from: start, within: -745...709) { u in
      let x = exp(u)
      let tails = tails(at: x)
      let density = Loader.poisson(shape, mean: x) * shape
      let tail = isLower ? tails.lower : tails.upper
      let miss = log(tail) - target
      return (isLower ? miss : -miss, density / tail)
    }
    return exp(found)
  }
}

/// A number kept from 0, for continued fractions.
func apart(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }
