internal import Partnership

/// Crimes and incidents that are none, of a map of both: neither count is added to the other.
struct KindSplit: Equatable, Sendable {
  let crimes: Int
  let others: Int

  /// What some events are; `nil` where their source tells no crimes and other incidents alike.
  init?(_ spots: [EventSpot], of source: EventSource) {
    guard !source.notCrimes.isEmpty else { return nil }
    (crimes, others) = spots.reduce(into: (0, 0)) { sum, spot in
      if source.notCrimes.contains(spot.category) {
        sum.1 += spot.count
      } else {
        sum.0 += spot.count
      }
    }
  }
}
