/// A concentration held against the same events dropped on the same places at random.
///
/// With few events some places have several and most none by chance alone. What counts is how far
/// the concentration goes beyond that.
///
/// - Note: Levin, Rosenfeld & Deckard 2017, doi:10.1007/s10940-016-9332-7; Chalfin, Kaplan &
///   Cuellar 2021, doi:10.1177/00224278211007935.
public struct RandomPlacement: Sendable, Equatable {
  /// Gini's coefficient of the events as they are.
  public let gini: Double
  /// The mean of Gini's coefficient over the simulations.
  public let giniByChance: Double
  /// The share of the places that hold the asked share of the events.
  public let placesHolding: Double
  /// The mean of that over the simulations.
  public let placesHoldingByChance: Double
  /// How often chance gives a Gini's coefficient at least as great: (those + 1) / (simulations + 1).
  public let p: Double

  /// Places left out of the half (say) of events because the events gather: the share by chance less
  /// the share seen; over 0 where they gather.
  public var marginal: Double { placesHoldingByChance - placesHolding }
}

extension Concentration {
  /// The concentration beside that of the same number of events put on places by lot, each place
  /// as likely as any other.
  ///
  /// - Parameters:
  ///   - share: of the events, for which the places that hold it are counted, 0 to 1.
  ///   - simulations: how many, at least 1; 99 give a p of 0.01 at the least.
  ///   - generator: the same one from the same seed gives the same result.
  /// - Returns: what was seen beside what chance gives.
  /// - Complexity: O(simulations × (places + events)).
  public func comparedWithChance(
    holding share: Double = 0.5, simulations: Int = 99,
    using generator: inout some RandomNumberGenerator
  ) -> RandomPlacement {
    var (ginis, shares, asGreat) = (0.0, 0.0, 0)
    for _ in 0..<max(1, simulations) {
      let simulated = scattered(using: &generator)
      ginis += simulated.gini
      shares += simulated.shareOfPlaces(holding: share)
      if simulated.gini >= gini { asGreat += 1 }
    }
    let count = Double(max(1, simulations))
    return RandomPlacement(
      gini: gini, giniByChance: ginis / count, placesHolding: shareOfPlaces(holding: share),
      placesHoldingByChance: shares / count, p: Double(asGreat + 1) / (count + 1))
  }

  private func scattered(using generator: inout some RandomNumberGenerator) -> Concentration {
    var counts = [Int](repeating: 0, count: places)
    for _ in 0..<events {
      // The high half of the product: even to one part in 2⁶⁴ over the number of places, and the
      // same on every version of the standard library.
      counts[Int(generator.next().multipliedFullWidth(by: UInt64(places)).high)] += 1
    }
    // Counts are small: sorted by how many places have each.
    var having = [Int](repeating: 0, count: (counts.max() ?? 0) + 1)
    for count in counts { having[count] += 1 }
    return Concentration(
      ascending: having.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) })
  }
}
