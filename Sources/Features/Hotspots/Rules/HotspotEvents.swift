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

  /// The events of some months as points, each weighing as many as happened there.
  func points(in months: ClosedRange<Month>) throws -> Points {
    let wanted = spots.filter { months.contains($0.month) }
    return try Points(
      x: wanted.map(\.point.easting), y: wanted.map(\.point.northing),
      weights: wanted.map { Double($0.count) })
  }

  /// How many events of some months have a place.
  func count(in months: ClosedRange<Month>) -> Int {
    spots.reduce(0) { months.contains($1.month) ? $0 + $1.count : $0 }
  }

  /// The events of each cell in some months.
  func counts(in months: ClosedRange<Month>, on grid: Grid) throws -> [Int] {
    grid.sums(of: try points(in: months)).map { Int($0) }
  }

  /// A hash of the events, in the order they came: the same for the same events.
  var hash: String {
    var hash = SHA256()
    for spot in spots {
      hash.update(
        Array("\(spot.month) \(spot.point.easting) \(spot.point.northing) \(spot.count)\n".utf8))
    }
    return hash.finish().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
