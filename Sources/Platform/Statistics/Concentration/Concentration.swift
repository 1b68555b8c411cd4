/// How unevenly events gather in places.
///
/// Give the counts of all places that could have an event, those without one too, and say beside
/// every figure what a place is: a smaller one concentrates more.
///
/// For example, `Concentration(counts)?.shareOfPlaces(holding: 0.5)` is 0.045 where 4.5 % of the
/// places hold half of the events.
///
/// - Note: Weisburd 2015, doi:10.1111/1745-9125.12070; Bernasco & Steenbeek 2017,
///   doi:10.1007/s10940-016-9324-7.
public struct Concentration: Sendable, Equatable {
  /// The counts, the smallest first.
  private let ascending: [Int]
  /// Events in the places up to each, from 0 for none of them.
  private let cumulative: [Int]

  /// The counts of all places, each ≥ 0; `nil` without events.
  ///
  /// - Complexity: O(places log places).
  public init?(_ counts: [Int]) {
    guard counts.allSatisfy({ $0 >= 0 }), counts.contains(where: { $0 > 0 }) else { return nil }
    self.init(ascending: counts.sorted())
  }

  init(ascending: [Int]) {
    self.ascending = ascending
    cumulative = ascending.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// The number of places.
  public var places: Int { ascending.count }
  /// The number of events, > 0.
  public var events: Int { cumulative[places] }
  /// The number of places with an event.
  public var occupied: Int { places - (ascending.firstIndex { $0 > 0 } ?? 0) }

  /// Gini's coefficient: 0 where all places have as many, towards 1 where one has all.
  ///
  /// `(2 Σ i yᵢ − n − 1) / n`, y the shares in ascending order. With fewer events than places it
  /// cannot be near 0; use ``sparseGini``.
  public var gini: Double { weightedRanks / Double(places) }

  /// Gini's coefficient allowing for fewer events than places, against the most even spread that
  /// whole events can have.
  ///
  /// `max(1/c, 1/n) (2 Σ i yᵢ − n − 1) − max(n/c, 1) + 1`; equal to ``gini`` where c ≥ n.
  public var sparseGini: Double {
    let (n, c) = (Double(places), Double(events))
    return max(1 / c, 1 / n) * weightedRanks - max(n / c, 1) + 1
  }

  /// Gini's coefficient among the places with an event.
  public var giniOfOccupied: Double {
    Concentration(ascending: ascending.suffix(occupied)).gini
  }

  private var weightedRanks: Double {
    let ranks = ascending.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
    return Double(2 * ranks - (places + 1) * events) / Double(events)
  }

  /// The share of the events in a share of the places (0 to 1), the fullest first; the last place
  /// counts in part.
  public func shareOfEvents(inTop share: Double) -> Double { 1 - lorenz(1 - share) }

  /// The share of the events in a share of the places, the emptiest first: Lorenz's curve,
  /// straight between whole places.
  public func lorenz(_ share: Double) -> Double {
    let position = min(max(share, 0), 1) * Double(places)
    let nearest = position.rounded()
    // A share such as 0.95 is not exact; a place reached but for that is reached.
    let exact = abs(position - nearest) < 1e-9 * Double(places) ? nearest : position
    let whole = min(Int(exact), places - 1)
    let part = (exact - Double(whole)) * Double(ascending[whole])
    return (Double(cumulative[whole]) + part) / Double(events)
  }

  /// The fewest places that hold a share of the events, 0 to 1.
  public func places(holding share: Double) -> Int {
    // A share such as 0.55 is not exact; a count reached but for that is reached.
    let wanted = share * Double(events) - 1e-9 * Double(events)
    var held = 0
    for (index, count) in ascending.reversed().enumerated() {
      if Double(held) >= wanted { return index }
      held += count
    }
    return places
  }

  /// The same over the number of places, 0 to 1.
  public func shareOfPlaces(holding share: Double) -> Double {
    Double(places(holding: share)) / Double(places)
  }
}
