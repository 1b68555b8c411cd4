internal import Geography
internal import Kernel
internal import Partnership
internal import Secrets
internal import Statistics

/// The events of a map and of the time before it, in memory.
struct HotspotEvents: Sendable {
  let spots: [EventSpot]
  /// Events of the map's months without a place.
  let unlocated: Int
  /// Months of the map the source does not have.
  let missing: [Month]
  private let byMonth: [Month: [EventSpot]]

  init(spots: [EventSpot], unlocated: Int, missing: [Month]) {
    self.spots = spots
    self.unlocated = unlocated
    self.missing = missing
    byMonth = Dictionary(grouping: spots, by: \.month)
  }

  /// The first month with an event.
  var first: Month? { byMonth.keys.min() }

  /// The events of some months, in the order of the months.
  func spots(in months: ClosedRange<Month>) -> [EventSpot] { months.flatMap { byMonth[$0] ?? [] } }

  /// The events of some months as points, each weighing as many as happened there.
  func points(in months: ClosedRange<Month>) throws -> Points {
    try Points(of: spots(in: months))
  }

  /// The events of each cell in some months.
  func counts(in months: ClosedRange<Month>, on grid: Grid) throws -> [Int] {
    grid.sums(of: try points(in: months)).map { Int($0) }
  }

  /// A hash of the events, in the order they came: the same for the same events.
  var hash: String {
    var hash = SHA256()
    for spot in spots {
      let span = spot.span.map { "\($0.lowerBound) \($0.upperBound)" } ?? ""
      hash.update(
        Array(
          ("\(spot.month) \(spot.point.easting) \(spot.point.northing) \(spot.count) "
            + "\(spot.category) \(span)\n").utf8))
    }
    return hash.finish().hexadecimal
  }
}

extension Points {
  /// Events as points, each weighing as many as happened there.
  init(of spots: [EventSpot]) throws {
    try self.init(
      x: spots.map(\.point.easting), y: spots.map(\.point.northing),
      weights: spots.map { Double($0.count) })
  }
}
