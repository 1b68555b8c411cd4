internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// Brings the counts by area up to date: those of every edition of areas there is, and of the
/// source's own codes once somebody has counted by them and outcome.
///
/// Each of the source's points is found its area once, and a snapshot's rows are read once for all
/// divisions that lack it. Work is kept some snapshots at a time, so that it goes on where it was
/// broken off.
struct DivisionCounting: Sendable {
  /// Snapshots kept in one transaction.
  private static let snapshotsAtOnce = 6
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// Counts what is not counted yet; `wanted` is counted by beside what is already.
  func run(_ wanted: Parting? = nil) throws {
    let editions = try services.database.read { try services.areas.editions($0) }
    let known = try services.database.read { try DivisionStore.all($0) }
    var stamps = editions.map { (parting: Parting($0), stamp: $0.stamp) }
    if wanted == .codes || known.contains(where: { $0.parting == .codes }) {
      stamps.append((.codes, 0))
    }
    for division in known where !stamps.contains(where: { $0.parting == division.parting }) {
      try services.database.write { try DivisionStore.remove(division, in: $0) }
    }
    let divisions = try stamps.map { parting, stamp in
      try known.first { $0.parting == parting && $0.stamp == stamp }
        ?? services.database.write { try DivisionStore.begin(parting, stamp: stamp, in: $0) }
    }
    try count(divisions)
  }

  private func count(_ divisions: [Division]) throws {
    for division in divisions { try PartCounting(services, division).run() }
    let left = try services.database.read { read in
      try divisions.map { ($0, Set(try DivisionStore.uncounted($0, read))) }
    }.filter { !$1.isEmpty }
    guard !left.isEmpty else { return }
    let placed = try services.database.read { read in
      let places = try SourcePlaces(read)
      return try left.map { division, _ in try places.placed(division, services.areas, read) }
    }
    let snapshots = left.reduce(into: Set()) { $0.formUnion($1.1) }.sorted()
    for first in stride(from: 0, to: snapshots.count, by: Self.snapshotsAtOnce) {
      let some = snapshots[first..<min(first + Self.snapshotsAtOnce, snapshots.count)]
      let tallies = try services.database.read { read in
        try some.flatMap { snapshot in
          let wanting = left.indices.filter { left[$0].1.contains(snapshot) }
          let tallies = try Self.tallies(snapshot, wanting.map { placed[$0] }, read)
          return zip(wanting, tallies).map { (left[$0].0, snapshot, $1) }
        }
      }
      try services.database.bulkWrite { write in
        for (division, snapshot, tally) in tallies {
          try DivisionStore.add(tally, snapshot: snapshot, to: division, in: write)
        }
      }
    }
  }

  /// The counts of a snapshot by each of some partings of its places.
  private static func tallies(
    _ snapshot: Int64, _ placed: [PlacedPlaces], _ read: Read
  ) throws -> [DivisionTally] {
    var tallies = [DivisionTally](repeating: DivisionTally(), count: placed.count)
    var fits = placed.map { _ in (inside: 0, strange: 0) }
    try read.each(
      """
      SELECT category, place, outcome FROM incident \
      WHERE id >= \(snapshot << 24) AND id < \((snapshot + 1) << 24)
      """
    ) { row in
      let (category, place) = (try row.int(), try row.int())
      let outcome = try row.optionalInt() ?? 0
      for index in placed.indices {
        tallies[index].add(category: category, area: placed[index].area(place), outcome: outcome)
        switch placed[index].fit(place) {
        case .fits: fits[index].inside += 1
        case .strange:
          fits[index].inside += 1
          fits[index].strange += 1
        case .none: break
        }
      }
    }
    for index in placed.indices where placed[index].tellsFit {
      tallies[index].note(strange: fits[index].strange, of: fits[index].inside)
    }
    return tallies
  }
}
