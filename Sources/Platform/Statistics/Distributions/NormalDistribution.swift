import Glibc

/// The normal distribution of mean 0 and standard deviation 1.
public enum NormalDistribution {
  /// The chance of a value at most z.
  public static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The chance of a value at least as far from 0 as z, on either side.
  public static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The value that a share of the distribution lies under.
  ///
  /// - Parameter share: 0 to 1; −∞ at 0, +∞ at 1, `nan` outside.
  /// - Returns: z to about one part in 10¹⁵.
  /// - Note: Wichura 1988, algorithm AS 241 (PPND16), doi:10.2307/2347330.
  public static func quantile(_ share: Double) -> Double {
    guard share > 0, share < 1 else {
      return share == 0 ? -.infinity : share == 1 ? .infinity : .nan
    }
    let fromMiddle = share - 0.5
    guard abs(fromMiddle) > 0.425 else {
      let r = 0.180625 - fromMiddle * fromMiddle
      return fromMiddle * ratio(middle.over, middle.under, r)
    }
    let tail = fromMiddle < 0 ? share : 1 - share
    let r = (-log(tail)).squareRoot()
    let z = r <= 5 ? ratio(near.over, near.under, r - 1.6) : ratio(far.over, far.under, r - 5)
    return fromMiddle < 0 ? -z : z
  }

  private typealias Polynomials = (over: [Double], under: [Double])

  private static func ratio(_ over: [Double], _ under: [Double], _ x: Double) -> Double {
    over.reduce(0) { $0 * x + $1 } / under.reduce(0) { $0 * x + $1 }
  }

  private static let middle: Polynomials = (
    over: [
      2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
      13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    ],
    under: [
      5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
      5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
    ]
  )

  private static let near: Polynomials = (
    over: [
      7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
      1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
      1.42343711074968357734,
    ],
    under: [
      1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
      0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
      2.05319162663775882187, 1,
    ]
  )

  private static let far: Polynomials = (
    over: [
      2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
      0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699,
      6.6579046435011037772,
    ],
    under: [
      2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
      7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
      0.59983220655588793769, 1,
    ]
  )
}
