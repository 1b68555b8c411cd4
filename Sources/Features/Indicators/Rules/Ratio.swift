/// An exact fraction, for comparisons where 5.0 % and 5.01 % must not meet.
///
/// Kept in lowest terms with a positive denominator. Figures are below 10⁹ with six decimals
/// (2⁵⁰ in millionths), so that what a plan compares fits 128 bits; beyond them an operation gives
/// the nearest value instead of none.
struct Ratio: Hashable, Sendable {
  let numerator: Int128
  let denominator: Int128

  /// The fraction of two whole numbers; the denominator must not be nought.
  init(_ numerator: Int128, over denominator: Int128 = 1) {
    precondition(denominator != 0, "a fraction has a denominator")
    let divisor = Ratio.commonDivisor(numerator.magnitude, denominator.magnitude)
    let signed = denominator < 0 ? -divisor : divisor
    self.numerator = signed == 1 ? numerator : numerator / signed
    self.denominator = signed == 1 ? denominator : denominator / signed
  }

  static let zero = Ratio(0)

  /// The size without its sign.
  var magnitude: Ratio { numerator < 0 ? -self : self }

  /// The nearest double, for drawing and for statistics.
  var double: Double { Double(numerator) / Double(denominator) }

  /// Rounded to a number of decimals, halves away from nought, as a figure.
  func rounded(to decimals: Int) -> Figure {
    let scale = Ratio.power(of: decimals)
    let whole = numerator.magnitude / denominator.magnitude
    let rest = numerator.magnitude % denominator.magnitude
    let places = Ratio(Int128(rest), over: denominator) * Ratio(scale) + Ratio(1, over: 2)
    let size = Int128(min(whole, 1 << 60)) * scale + places.numerator / places.denominator
    let signed = numerator < 0 ? -size : size
    return Figure(millionths: Int64(clamping: signed * (1_000_000 / scale)))
  }

  private static func power(of decimals: Int) -> Int128 {
    (0..<min(max(decimals, 0), 6)).reduce(1) { power, _ in power * 10 }
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> Int128 {
    guard left != 1, right != 1 else { return 1 }
    // Nearly all terms fit 64 bits, whose remainders the processor works out by itself.
    guard var one = UInt64(exactly: left), var other = UInt64(exactly: right) else {
      return right == 0 ? Int128(left) : commonDivisor(right, left % right)
    }
    while other != 0 { (one, other) = (other, one % other) }
    return one == 0 ? 1 : Int128(one)
  }
}

extension Ratio {
  static prefix func - (value: Ratio) -> Ratio {
    Ratio(-value.numerator, over: value.denominator)
  }

  static func + (left: Ratio, right: Ratio) -> Ratio {
    guard let one = times(left.numerator, right.denominator),
      let other = times(right.numerator, left.denominator),
      let below = times(left.denominator, right.denominator), let above = plus(one, other)
    else { return Ratio(nearest: left.double + right.double) }
    return Ratio(above, over: below)
  }

  static func - (left: Ratio, right: Ratio) -> Ratio { left + (-right) }

  static func * (left: Ratio, right: Ratio) -> Ratio {
    guard let above = times(left.numerator, right.numerator),
      let below = times(left.denominator, right.denominator)
    else { return Ratio(nearest: left.double * right.double) }
    return Ratio(above, over: below)
  }

  /// The quotient; `nil` where the divisor is nought.
  static func / (left: Ratio, right: Ratio) -> Ratio? {
    guard right.numerator != 0 else { return nil }
    return left * Ratio(right.denominator, over: right.numerator)
  }

  /// Where 128 bits do not hold the exact terms: to nine decimals.
  private init(nearest value: Double) {
    let bound = 1e24
    self.init(Int128((min(max(value, -bound), bound) * 1e9).rounded()), over: 1_000_000_000)
  }

  private static func times(_ left: Int128, _ right: Int128) -> Int128? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow || product == .min ? nil : product
  }

  private static func plus(_ left: Int128, _ right: Int128) -> Int128? {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow || sum == .min ? nil : sum
  }
}

extension Ratio: Comparable {
  static func < (left: Ratio, right: Ratio) -> Bool {
    guard let one = times(left.numerator, right.denominator),
      let other = times(right.numerator, left.denominator)
    else { return left.double < right.double }
    return one < other
  }
}
