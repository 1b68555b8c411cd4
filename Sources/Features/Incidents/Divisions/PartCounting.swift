internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// Brings the counts of mapped sources by the areas of a division up to date, part by part.
///
/// Points are found their area; a source that gives areas alone is counted by their codes where the
/// division has them.
struct PartCounting: Sendable {
  private let services: Services
  private let division: Division

  init(_ services: Services, _ division: Division) {
    self.services = services
    self.division = division
  }

  /// Counts the parts that are not counted yet.
  func run() throws {
    // The source's own codes are counted when it is imported.
    guard case .areas(let kind, let edition) = division.parting else { return }
    let left = try services.database.read { try Self.uncounted(division, $0) }
    guard !left.isEmpty else { return }
    let (finder, numbers) = try services.database.read { read -> (AreaFinder, [String: Int]) in
      let areas = try services.areas.areas(kind, edition, read)
      let numbers = Dictionary(
        zip(areas.map(\.code), 1...), uniquingKeysWith: { first, _ in first })
      return (try services.areas.finder(kind, edition, read), numbers)
    }
    for part in left {
      let counted = try services.database.read { read in try tally(part, finder, numbers, read) }
      try services.database.bulkWrite { try keep(counted, of: part.id, in: $0) }
    }
  }

  /// A part that is to be counted.
  private struct Part {
    let id: Int64
    let mapping: SavedMapping
  }

  private static func uncounted(_ division: Division, _ read: Read) throws -> [Part] {
    let parts = try read.all(
      """
      SELECT p.id, p.mapping, p.version FROM incident_part p \
      WHERE p.state = 'current' AND NOT EXISTS (SELECT 1 FROM incident_division_part d \
        WHERE d.division = \(division.id) AND d.part = p.id) \
      ORDER BY p.mapping, p.version, p.id LIMIT 100000
      """
    ) { row -> (id: Int64, mapping: ID<Mapping>, version: Int) in
      (Int64(try row.int()), try row.id(), try row.int())
    }
    var latest: SavedMapping?
    return try parts.compactMap { part in
      if latest?.id != part.mapping || latest?.version != part.version {
        latest = try MappingStore.version(part.version, of: part.mapping, read)
      }
      return latest.map { Part(id: part.id, mapping: $0) }
    }
  }

  private func tally(
    _ part: Part, _ finder: AreaFinder, _ numbers: [String: Int], _ read: Read
  ) throws -> PartTally {
    let mapping = part.mapping.mapping
    var tally = PartTally()
    if mapping.rows == .months {
      try read.each(Self.monthsQuery(part.id)) { row in
        let (category, count) = (try row.int(), try row.real())
        let area = try row.optionalText().map { numbers[$0] ?? Division.outside }
        tally.add(Int(count), category: category, area: area ?? Division.unlocated)
      }
      return tally
    }
    let codes = mapping.place == .area ? try Self.codes(part.mapping.id, read) : [:]
    try PartStore.each(of: part.id, read) { event in
      tally.add(event, area: area(of: event, mapping, finder, codes, numbers))
    }
    return tally
  }

  private func area(
    of event: CodedEvent, _ mapping: Mapping, _ finder: AreaFinder, _ codes: [Int: String],
    _ numbers: [String: Int]
  ) -> Int {
    if mapping.place == .area {
      guard let code = event.area.flatMap({ codes[$0] }) else { return Division.unlocated }
      return numbers[code] ?? Division.outside
    }
    guard let place = event.place, mapping.isOnGrid else { return Division.unlocated }
    return Int(finder.numbers(of: [place.point])[0]) + 1
  }

  /// The area codes of a source by their numbers.
  private static func codes(_ mapping: ID<Mapping>, _ read: Read) throws -> [Int: String] {
    let words = try read.all(
      """
      SELECT id, text FROM incident_word WHERE mapping = \(mapping) AND kind = 'area' LIMIT 100000
      """
    ) { row in (try row.int(), try row.text()) }
    return Dictionary(words, uniquingKeysWith: { first, _ in first })
  }

  private static func monthsQuery(_ part: Int64) -> SQL {
    """
    SELECT t.category, t.count, w.text FROM incident_tally t \
    LEFT JOIN incident_word w ON w.id = t.area \
    WHERE t.part = \(part) AND t.division = \(PartStore.ownAreas) AND t.scale = 0
    """
  }

  /// Keeps the counts of a part, unless somebody else did or the division has begun anew.
  private func keep(_ tally: PartTally, of part: Int64, in write: Write) throws {
    let stamp = try write.count("SELECT stamp FROM incident_division WHERE id = \(division.id)")
    guard stamp == division.stamp else { return }
    let isNew = try write.run(
      """
      INSERT INTO incident_division_part (division, part) VALUES (\(division.id), \(part)) \
      ON CONFLICT (division, part) DO NOTHING
      """)
    guard isNew > 0 else { return }
    try PartStore.keep(tally, of: part, division: division.id.rawValue, in: write)
  }
}

extension ExtractEvent.Place {
  /// The point in metres.
  var point: GridPoint { GridPoint(easting: Double(x) / 10, northing: Double(y) / 10) }
}
