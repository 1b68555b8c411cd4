import Glibc

/// Many areas beside each other, each with the limits that its own size gives.
///
/// An area outside the outer limits differs from the centre by more than chance; which of two areas
/// inside them stands higher says nothing, and there is no ranking. Of areas that are all alike one
/// in 20 lies outside the inner limits (95 %) and one in 500 outside the outer ones (99.8 %).
///
/// Real areas differ in more than chance, and then too many fall outside. The limits are widened by
/// what the areas themselves show, see ``Overdispersion``. (Laney's widening goes by neighbours in
/// time and belongs to ``AttributeChart``.)
///
/// For example, `FunnelPlot(rates: counts, over: residents, overdispersion: .multiplicative)`.
///
/// - Note: Spiegelhalter 2005, doi:10.1002/sim.1970.
public struct FunnelPlot: Sendable, Equatable {
  /// How the limits allow for areas that differ by more than chance.
  public enum Overdispersion: Sendable, Hashable, CaseIterable {
    /// Not at all.
    case none
    /// Every variance is as many times larger, `φ = Σz²/I`: limits stay a funnel.
    case multiplicative
    /// Every area has its own level around the centre with a variance τ², found as DerSimonian and
    /// Laird do: limits of large areas do not close. For most comparisons of areas.
    case additive
  }

  /// What an area says against the centre.
  public enum Standing: Sendable, Hashable, CaseIterable {
    /// Under the outer lower limit.
    case farBelow
    /// Between the lower limits.
    case below
    /// Between the inner limits.
    case within
    /// Between the upper limits.
    case above
    /// Over the outer upper limit.
    case farAbove
  }

  /// One area.
  public struct Point: Sendable, Equatable {
    /// Its rate or share.
    public let value: Double
    /// What its events are counted over.
    public let size: Double
    /// Its distance from the centre in standard errors, before any widening.
    public let z: Double
    /// Its 95 % limits.
    public let inner: ConfidenceInterval
    /// Its 99.8 % limits.
    public let outer: ConfidenceInterval

    /// What it says against the centre.
    public var standing: Standing {
      if value > outer.upper { return .farAbove }
      if value < outer.lower { return .farBelow }
      return value > inner.upper ? .above : value < inner.lower ? .below : .within
    }
  }

  /// The rate or share that the areas are held against.
  public let centre: Double
  /// The areas, in the order given; `nil` where one has no residents or trials.
  public let points: [Point?]
  /// The mean squared distance, the outermost tenths drawn in: about 1 if areas differ by chance.
  public let dispersion: Double
  /// The widening that the limits allow for.
  public let overdispersion: Overdispersion
  /// The variance of the areas' own levels, ≥ 0.
  public let betweenVariance: Double

  private let law: Law

  /// Rates: events over exposures; `nil` without an area of an exposure > 0.
  ///
  /// - Parameters:
  ///   - events: of each area, ≥ 0.
  ///   - exposure: of each area, such as residents; ≤ 0 for none.
  ///   - centre: what to hold the areas against, > 0; all events over all exposure when `nil`.
  ///   - overdispersion: how the limits are widened.
  public init?(
    rates events: [Int], over exposure: [Double], centre: Double? = nil,
    overdispersion: Overdispersion = .none
  ) {
    self.init(events, exposure, centre, overdispersion, isShare: false)
  }

  /// Shares: events among trials; `nil` without an area with trials.
  ///
  /// - Parameters:
  ///   - events: of each area, 0 to its trials.
  ///   - trials: of each area; 0 for none.
  ///   - centre: what to hold the areas against, 0 to 1; all events over all trials when `nil`.
  ///   - overdispersion: how the limits are widened.
  public init?(
    shares events: [Int], of trials: [Int], centre: Double? = nil,
    overdispersion: Overdispersion = .none
  ) {
    guard events.count == trials.count, zip(events, trials).allSatisfy({ $0 <= max(0, $1) }) else {
      return nil
    }
    self.init(events, trials.map(Double.init), centre, overdispersion, isShare: true)
  }

  private init?(
    _ events: [Int], _ sizes: [Double], _ target: Double?, _ overdispersion: Overdispersion,
    isShare: Bool
  ) {
    let areas = zip(events, sizes).map { $1 > 0 && $1.isFinite ? ($0, $1) : nil }
    let used = areas.compactMap(\.self)
    guard events.count == sizes.count, !used.isEmpty, events.allSatisfy({ $0 >= 0 }) else {
      return nil
    }
    let total = used.reduce(0) { $0 + $1.1 }
    let law = Law(
      centre: target ?? Double(used.reduce(0) { $0 + $1.0 }) / total, isShare: isShare)
    let spread = Spread(
      z: used.map { law.z($0.0, $0.1) }, weights: used.map { 1 / law.variance($0.1) })
    let widening = Widening(spread, overdispersion)
    centre = law.centre
    dispersion = spread.factor
    betweenVariance = spread.betweenVariance
    self.law = law
    self.overdispersion = overdispersion
    points = areas.map { area in
      area.map { count, size in
        Point(
          value: Double(count) / size, size: size, z: law.z(count, size),
          inner: widening.limits(law, size, .p95), outer: widening.limits(law, size, .p998))
      }
    }
  }

  /// The limits of an area of any size, to draw the funnel.
  ///
  /// From the exact Poisson or binomial distribution: a count is outside where the chance of it or
  /// one further out is under the tail. Drawn between whole counts so that the funnel is smooth, then
  /// widened about the centre by `√φ` or `√(1 + τ²/variance)`. (Spiegelhalter's own interpolation has
  /// the upper limit one event lower.)
  ///
  /// - Parameters:
  ///   - size: exposure or trials, > 0; trials are rounded.
  ///   - confidence: how much of the areas lies within, if they are alike.
  /// - Returns: the limits, from 0 and for shares to 1.
  public func limits(at size: Double, _ confidence: Confidence) -> ConfidenceInterval {
    Widening(dispersion: dispersion, betweenVariance: betweenVariance, overdispersion)
      .limits(law, size, confidence)
  }
}

/// How counts vary about a centre.
private struct Law: Sendable, Equatable {
  let centre: Double
  let isShare: Bool

  /// The variance of the rate or share of an area of a size.
  func variance(_ size: Double) -> Double {
    max(0, isShare ? centre * (1 - centre) : centre) / size
  }

  func z(_ count: Int, _ size: Double) -> Double {
    let error = variance(size).squareRoot()
    return error > 0 ? (Double(count) / size - centre) / error : 0
  }

  /// The exact limits: a count is outside just where the chance of it or one further out is under
  /// the tail; in between, drawn straight by the chance of the count at the edge.
  func limits(_ size: Double, _ confidence: Confidence) -> ConfidenceInterval {
    let tail = confidence.tail
    if isShare {
      let trials = Int(max(1, min(size.rounded(), 1e15)))
      let law = BinomialDistribution(trials: trials, chance: centre)
      let (low, high) = (law.quantile(tail), law.quantile(1 - tail))
      return limits(
        Double(trials),
        lower: (low, law.cumulative(low) - tail, law.probability(of: low)),
        upper: (high, law.upperTail(high - 1) - tail, law.probability(of: high)))
    }
    let law = PoissonDistribution(mean: centre * size)
    let (low, high) = (law.quantile(tail), law.quantile(1 - tail))
    return limits(
      size, lower: (low, law.cumulative(low) - tail, law.probability(of: low)),
      upper: (high, law.upperTail(high - 1) - tail, law.probability(of: high)))
  }

  private typealias Edge = (count: Int, excess: Double, chance: Double)

  private func limits(_ size: Double, lower: Edge, upper: Edge) -> ConfidenceInterval {
    func part(_ edge: Edge) -> Double {
      edge.chance > 0 ? min(max(edge.excess / edge.chance, 0), 1) : 0
    }
    return ConfidenceInterval(
      (Double(lower.count) - part(lower)) / size, (Double(upper.count) + part(upper)) / size)
  }
}

/// How far areas differ beyond chance.
private struct Spread {
  /// φ: the mean squared distance.
  let factor: Double
  /// τ²: the variance of the areas' own levels.
  let betweenVariance: Double

  /// From distances in standard errors and the areas' precisions.
  ///
  /// - Note: Spiegelhalter 2005, *Handling over-dispersion of performance indicators*,
  ///   doi:10.1136/qshc.2005.013755; DerSimonian & Laird 1986.
  init(z: [Double], weights: [Double]) {
    let drawnIn = Spread.winsorised(z)
    let sum = drawnIn.reduce(0) { $0 + $1 * $1 }
    let count = Double(z.count)
    factor = sum / count
    let finite = weights.filter(\.isFinite)
    let total = finite.reduce(0, +)
    let spare = total - finite.reduce(0) { $0 + $1 * $1 } / total
    betweenVariance = spare > 0 ? max(0, (sum - (count - 1)) / spare) : 0
  }

  /// Values beyond the tenth and ninetieth percentile set to those, so that the outliers looked for
  /// do not widen the limits that should show them.
  private static func winsorised(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    func percentile(_ share: Double) -> Double {
      let position = share * Double(sorted.count - 1)
      let below = Int(position)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }
    let (low, high) = (percentile(0.1), percentile(0.9))
    return values.map { min(max($0, low), high) }
  }
}

/// Exact limits drawn out about the centre.
private struct Widening {
  private let factor: Double
  private let betweenVariance: Double

  init(_ spread: Spread, _ kind: FunnelPlot.Overdispersion) {
    self.init(
      dispersion: spread.factor, betweenVariance: spread.betweenVariance, kind)
  }

  init(dispersion: Double, betweenVariance: Double, _ kind: FunnelPlot.Overdispersion) {
    factor = kind == .multiplicative ? max(1, dispersion) : 1
    self.betweenVariance = kind == .additive ? betweenVariance : 0
  }

  func limits(_ law: Law, _ size: Double, _ confidence: Confidence) -> ConfidenceInterval {
    let exact = law.limits(size, confidence)
    let variance = law.variance(size)
    let times = (variance > 0 ? factor * (1 + betweenVariance / variance) : 1).squareRoot()
    return ConfidenceInterval(
      law.centre - times * (law.centre - exact.lower),
      law.centre + times * (exact.upper - law.centre)
    ).within(0...(law.isShare ? 1 : .infinity))
  }
}
