internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// A hotspot somebody named, with its versions: each outline it has had stands.
struct NamedHotspot: Equatable, Sendable {
  let name: String
  /// The latest first.
  let versions: [Area]

  /// Those there are, by name.
  static func all(_ areas: AreaDirectory, _ read: Read) throws -> [NamedHotspot] {
    let editions = try areas.editions(read).filter { $0.kind == .hotspot }
    let found = try editions.flatMap { try areas.areas(.hotspot, $0.year, read) }
    return Dictionary(grouping: found, by: \.name).map { name, versions in
      NamedHotspot(
        name: name,
        versions: versions.sorted { ($1.edition, $1.id) < ($0.edition, $0.id) })
    }.sorted { $0.name < $1.name }
  }
}

/// The incidents of a named hotspot, month by month.
struct NamedCounts: Equatable, Sendable {
  /// How many months are counted, up to the source's latest.
  static let months = 36

  let months: [Month]
  let counts: [Int]

  /// Counts a source's events in an area; each is in it or not.
  init(
    _ shape: MultiPolygon, _ source: EventSource, _ category: String?,
    span: ClosedRange<Month>, _ read: Read
  ) throws {
    let first = max(span.lowerBound, span.upperBound.adding(months: 1 - Self.months))
    let spots = try HotspotReader.spots(source, first...span.upperBound, category, read)
    let index = AreaIndex([shape])
    var counts: [Month: Int] = [:]
    for (spot, area) in zip(spots, index.areas(of: spots.map(\.point)))
    where area != AreaIndex.none {
      counts[spot.month, default: 0] += spot.count
    }
    months = Array(first...span.upperBound)
    self.counts = months.map { counts[$0] ?? 0 }
  }

  /// The counts of the latest twelve months and of the twelve before; `nil` where there are fewer.
  var years: (latest: Int, before: Int)? {
    guard counts.count >= 24 else { return nil }
    return (
      counts.suffix(12).reduce(0, +), counts.dropLast(12).suffix(12).reduce(0, +)
    )
  }
}
