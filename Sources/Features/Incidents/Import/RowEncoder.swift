internal import Kernel

/// Turns rows of text into rows of numbers; knows rules and codes, and no SQL.
final class RowEncoder {
  private let fingerprint: Fingerprint
  private var places: PlaceCodes
  private var categories: WordCodes
  private var outcomes: WordCodes
  private var forces: WordCodes
  private var numbers: NumberBlocks
  private var newSnapshot: (Int32, Month) throws -> Int64 = { _, _ in 0 }
  private var loads: [Key: MonthLoad] = [:]
  private var latest: (key: UInt64, load: MonthLoad, fallsWithin: Int32)?
  private var batch = IncidentBatch()

  private struct Key: Hashable {
    let force: Int32
    let month: Month
  }

  init(codes: Codes) {
    fingerprint = codes.fingerprint
    places = codes.places
    categories = codes.categories
    outcomes = codes.outcomes
    forces = codes.forces
    numbers = codes.numbers
  }

  /// Begins a file of its own, with the codes of those before it.
  ///
  /// - Parameter newSnapshot: makes the snapshot of a force and month, and gives its id.
  func begin(newSnapshot: @escaping (Int32, Month) throws -> Int64) {
    self.newSnapshot = newSnapshot
    loads = [:]
    latest = nil
  }

  /// Whether the batch should be handed over.
  var isFull: Bool { batch.count >= IncidentBatch.size }

  /// What was gathered, in the order in which the months were met.
  var monthLoads: [MonthLoad] { loads.values.sorted { $0.snapshot < $1.snapshot } }

  /// Takes a row up, as a row of the batch or as a repeat.
  ///
  /// - Throws: ``RowRefusal`` for a row that cannot be kept; the row then counts nowhere.
  func take(_ row: StreetRow) throws {
    guard row.count == 12 else { throw RowRefusal(.columns(row.count)) }
    let (load, fallsWithin) = try monthLoad(row)
    let place = try places.code(row, ids: &numbers)
    guard !row[.crimeType].isEmpty else { throw RowRefusal(.noCrimeType) }
    let category = try categories.code(row, .crimeType)
    let outcome = row[.outcome].isEmpty ? 0 : try outcomes.code(row, .outcome)
    let id = row[.crimeID]
    guard id.count <= 64 else { throw RowRefusal(.crimeID) }
    if place.lsoa == 0 { load.unlocated += 1 }
    if !id.isEmpty {
      let content = Self.content(place.place, category, outcome, fallsWithin)
      if load.isRepeat(fingerprint(id), content: content) { return }
    }
    if load.snapshot == 0 { load.snapshot = try newSnapshot(load.force, load.month) }
    guard load.stored < MonthLoad.mostRows else { throw TooManyRows(month: load.month) }
    batch.append(
      id: load.keep(category: category, lsoa: place.lsoa, outcome: outcome), category: category,
      place: place.place,
      outcome: outcome, fallsWithin: fallsWithin, crimeID: id)
  }

  /// Hands over the batch and begins the next.
  func takeBatch() -> IncidentBatch {
    var full = IncidentBatch()
    swap(&full, &batch)
    full.newPlaces = places.newPlaces
    full.newLSOAs = places.newLSOAs
    places.clearNew()
    return full
  }

  @inline(__always)
  private func monthLoad(
    _ row: StreetRow
  ) throws -> (load: MonthLoad, fallsWithin: Int32) {
    var key = fingerprint(row[.month])
    key = fingerprint(row[.reportedBy], salt: key)
    key = fingerprint(row[.fallsWithin], salt: key)
    if let latest, latest.key == key { return (latest.load, latest.fallsWithin) }
    return try findMonthLoad(row, key: key)
  }

  private func findMonthLoad(
    _ row: StreetRow, key: UInt64
  ) throws -> (load: MonthLoad, fallsWithin: Int32) {
    guard let month = MonthField.read(row[.month]) else { throw RowRefusal(.month) }
    guard !row[.reportedBy].isEmpty else { throw RowRefusal(.noForce) }
    let force = try forces.code(row, .reportedBy)
    let within = row[.fallsWithin].isEmpty ? force : try forces.code(row, .fallsWithin)
    let load = loads[Key(force: force, month: month)] ?? MonthLoad(force: force, month: month)
    loads[Key(force: force, month: month)] = load
    let fallsWithin = within == force ? 0 : within
    latest = (key, load, fallsWithin)
    return (load, fallsWithin)
  }

  private static func content(
    _ place: Int32, _ category: Int32, _ outcome: Int32, _ within: Int32
  ) -> UInt32 {
    var hash = UInt64(UInt32(place)) << 32 | UInt64(UInt32(category)) << 16
    hash ^= UInt64(UInt32(outcome)) << 8 ^ UInt64(UInt32(within))
    hash = (hash ^ hash >> 31) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}

/// More rows of one force and month than a snapshot can number: 16,777,216.
struct TooManyRows: Error {
  let month: Month
}
