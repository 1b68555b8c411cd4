internal import Database
internal import Kernel

/// An event as it is stored: its words are numbers of `incident_word`.
struct CodedEvent: Sendable {
  let month: Month
  let category: Int
  let place: ExtractEvent.Place?
  let minutes: ClosedRange<Int>?
  let area: Int?
  let location: Int?
  let outcome: Int?
  let identity: UInt64
  /// Empty where the source gives none.
  let reference: String

  /// The columns of `incident_event`, in the order of ``values(id:)``.
  static let columns = [
    "id", "category", "x", "y", "first_minute", "last_minute", "area", "location", "outcome",
    "identity", "reference",
  ]

  func values(id: Int64) -> [Value] {
    [
      .int(id), category.bound, (place?.x).bound, (place?.y).bound,
      (minutes?.lowerBound).bound, (minutes?.upperBound).bound, area.bound, location.bound,
      outcome.bound, .int(Int64(bitPattern: identity)),
      reference.isEmpty ? .null : .text(reference),
    ]
  }

  /// Whether it says the same of what happened; how it is known does not matter.
  func says(_ other: CodedEvent) -> Bool {
    month == other.month && category == other.category && place == other.place
      && minutes == other.minutes && area == other.area && location == other.location
      && outcome == other.outcome
  }

  /// Reads the row of an event after its month: category to outcome, identity and reference.
  init(_ month: Month, row: inout Row) throws {
    self.month = month
    category = try row.int()
    let (x, y) = (try row.optionalInt(), try row.optionalInt())
    place = x.flatMap { x in y.map { ExtractEvent.Place(x: x, y: $0) } }
    let (first, last) = (try row.optionalInt(), try row.optionalInt())
    minutes = first.flatMap { first in last.map { first...max(first, $0) } }
    area = try row.optionalInt()
    location = try row.optionalInt()
    outcome = try row.optionalInt()
    identity = UInt64(bitPattern: Int64(try row.int()))
    reference = try row.optionalText() ?? ""
  }

  /// An event with its words made numbers.
  init(_ event: ExtractEvent, identity: UInt64, _ words: ExtractWords) throws {
    month = event.month
    category = try words.number(of: event.category, .category)
    place = event.place
    minutes = event.minutes
    area = try words.optionalNumber(of: event.area, .area)
    location = try words.optionalNumber(of: event.location, .location)
    outcome = try words.optionalNumber(of: event.outcome, .outcome)
    self.identity = identity
    reference = event.reference
  }

  /// Its columns but the id, as ``init(_:row:)`` reads them.
  static let selected: SQL = """
    e.category, e.x, e.y, e.first_minute, e.last_minute, e.area, e.location, e.outcome, \
    e.identity, e.reference
    """
}
