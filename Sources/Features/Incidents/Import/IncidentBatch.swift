internal import Database

/// Rows on their way to the database, with the dictionary entries they need.
struct IncidentBatch: Sendable {
  /// How many rows are written in one transaction: few enough that other writers do not wait long.
  static let size = 8_192

  private(set) var ids: [Int64] = []
  private var categories: [Int32] = []
  private var places: [Int32] = []
  private var outcomes: [Int32] = []
  private var fallsWithin: [Int32] = []
  private var crimeIDs: [UInt8] = []
  private var crimeIDEnds: [Int32] = []
  /// What must be in the dictionaries before the rows are.
  var newPlaces: [PlaceCodes.NewPlace] = []
  var newLSOAs: [PlaceCodes.NewLSOA] = []

  /// How many rows there are.
  var count: Int { ids.count }

  /// Whether there is nothing to write.
  var isEmpty: Bool { ids.isEmpty && newPlaces.isEmpty && newLSOAs.isEmpty }

  init() {
    ids.reserveCapacity(Self.size)
    categories.reserveCapacity(Self.size)
    places.reserveCapacity(Self.size)
    outcomes.reserveCapacity(Self.size)
    fallsWithin.reserveCapacity(Self.size)
    crimeIDs.reserveCapacity(Self.size * 32)
    crimeIDEnds.reserveCapacity(Self.size)
  }

  /// Adds a row; nought stands for no outcome and for a force that is the one reporting.
  @inline(__always)
  mutating func append(
    id: Int64, category: Int32, place: Int32, outcome: Int32, fallsWithin within: Int32,
    crimeID: UnsafeRawBufferPointer
  ) {
    ids.append(id)
    categories.append(category)
    places.append(place)
    outcomes.append(outcome)
    fallsWithin.append(within)
    if !crimeID.isEmpty { appendCrimeID(crimeID) }
    crimeIDEnds.append(Int32(crimeIDs.count))
  }

  /// The values of one row, in the order of ``columns``.
  func values(_ row: Int) -> [Value] {
    let first = row == 0 ? 0 : Int(crimeIDEnds[row - 1])
    let last = Int(crimeIDEnds[row])
    return [
      .int(ids[row]), .int(Int64(categories[row])), .int(Int64(places[row])),
      outcomes[row] == 0 ? .null : .int(Int64(outcomes[row])),
      fallsWithin[row] == 0 ? .null : .int(Int64(fallsWithin[row])),
      first == last ? .null : .blob(Array(crimeIDs[first..<last])),
    ]
  }

  /// The columns of `incident`.
  static let columns = ["id", "category", "place", "outcome", "falls_within", "crime_id"]

  private mutating func appendCrimeID(_ text: UnsafeRawBufferPointer) {
    let first = crimeIDs.count
    if text.count == 64 {
      crimeIDs.append(contentsOf: repeatElement(0, count: 32))
      let isHex = crimeIDs.withUnsafeMutableBytes {
        CrimeID.decode(text, into: UnsafeMutableRawBufferPointer(rebasing: $0[first...]))
      }
      if isHex { return }
      crimeIDs.removeLast(32)
    }
    crimeIDs.append(contentsOf: CrimeID.encode(text) ?? [])
  }
}
