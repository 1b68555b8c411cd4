internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// Brings the counts by area up to date: those of the latest wards, and of every edition somebody
/// has counted by before.
///
/// Each of the source's points is found its area once; rows are then only counted. Work is kept
/// snapshot by snapshot, so that it goes on where it was broken off.
struct DivisionCounting: Sendable {
  /// Snapshots kept in one transaction.
  private static let snapshotsAtOnce = 24
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// Counts what is not counted yet; `wanted` is counted by beside what is already.
  func run(_ wanted: AreaEdition? = nil) throws {
    let (editions, known) = try services.database.read { read in
      (try services.areas.editions(read), try DivisionStore.all(read))
    }
    for division in known where !editions.contains(where: division.isOf) {
      try services.database.write { try DivisionStore.remove(division, in: $0) }
    }
    let latest = editions.filter { $0.kind == .ward }.max { $0.year < $1.year }
    for edition in editions
    where edition == latest || edition == wanted || known.contains(where: { $0.isOf(edition) }) {
      try count(edition, known.first { $0.isOf(edition) && $0.stamp == edition.stamp })
    }
  }

  private func count(_ edition: AreaEdition, _ known: Division?) throws {
    let division =
      try known
      ?? services.database.write { write in try DivisionStore.begin(edition, in: write) }
    var left = try services.database.read { try DivisionStore.uncounted(division, $0) }[...]
    guard !left.isEmpty else { return }
    let places = try placed(division)
    while !left.isEmpty {
      let some = left.prefix(Self.snapshotsAtOnce)
      left = left.dropFirst(some.count)
      let tallies = try services.database.read { read in
        try some.map { (snapshot: $0, tally: try tally($0, places, read)) }
      }
      try services.database.bulkWrite { write in
        for (snapshot, tally) in tallies {
          try DivisionStore.add(tally, snapshot: snapshot, to: division, in: write)
        }
      }
    }
  }

  private func tally(
    _ snapshot: Int64, _ places: [Int32], _ read: Read
  ) throws -> DivisionTally {
    var tally = DivisionTally()
    try read.each(
      """
      SELECT category, place FROM incident \
      WHERE id >= \(snapshot << 24) AND id < \((snapshot + 1) << 24)
      """
    ) { row in
      let (category, place) = (try row.int(), try row.int())
      let area = place < places.count ? Int(places[place]) : Division.unlocated
      tally.add(category: category, area: area)
    }
    return tally
  }

  /// The area of each of the source's points, by the point's number.
  private func placed(_ division: Division) throws -> [Int32] {
    var ids: [Int] = []
    var points: [GeoPoint] = []
    let finder = try services.database.read { read in
      try read.each(
        "SELECT id, longitude, latitude FROM incident_place WHERE longitude IS NOT NULL"
      ) { row in
        ids.append(try row.int())
        let (longitude, latitude) = (try row.int(), try row.int())
        points.append(
          GeoPoint(latitude: Double(latitude) / 1e6, longitude: Double(longitude) / 1e6))
      }
      return try services.areas.finder(division.kind, division.edition, read)
    }
    let numbers = finder.numbers(of: try NationalGrid().gridPoints(points))
    var areas = [Int32](repeating: Int32(Division.unlocated), count: (ids.max() ?? 0) + 1)
    for (id, number) in zip(ids, numbers) { areas[id] = number + 1 }
    return areas
  }
}

extension Division {
  /// Whether it is that of an edition, as it is now or as it was.
  fileprivate func isOf(_ edition: AreaEdition) -> Bool {
    kind == edition.kind && self.edition == edition.year
  }
}
