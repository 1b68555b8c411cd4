internal import Geography
internal import Kernel
internal import Partnership

/// Addresses with several incidents within four weeks, where the source knows addresses.
struct RepeatLocations: Codable, Equatable, Sendable {
  /// One address.
  struct Place: Codable, Equatable, Sendable {
    /// Where in the source's words; empty where it gives none.
    let place: String
    let ward: String
    let count: Int
    /// The kinds, the most frequent first.
    let categories: [String]
    /// The last day something happened there.
    let last: String
  }

  /// Days looked back over, the last of the stretch among them.
  static let days = 28
  /// Incidents that make an address a repeat location.
  static let least = 3
  /// The most that are listed.
  static let most = 10

  /// Why there are none to be told; `nil` where they could be.
  let refusal: String?
  let places: [Place]
}

/// Finds them among the events of a source.
struct RepeatCount {
  private struct Spot: Hashable {
    let easting: Int
    let northing: Int
  }

  private struct Found {
    var count = 0
    var categories: [String: Int] = [:]
    var last: Day
  }

  private let days: Range<Day>
  private let refusal: String?
  private var found: [Spot: Found] = [:]

  init(_ precision: SourcePrecision, until end: Day) {
    days = end.adding(days: 1 - RepeatLocations.days)..<end.adding(days: 1)
    refusal =
      precision.refusal(of: .sameAddress)
      ?? (precision.time == .month ? "The source gives months, not days" : nil)
  }

  mutating func add(_ spot: EventSpot) {
    guard refusal == nil, let day = EventTime.day(of: spot.span), days.contains(day) else { return }
    let place = Spot(
      easting: Int(spot.point.easting.rounded()), northing: Int(spot.point.northing.rounded()))
    var one = found[place] ?? Found(last: day)
    one.count += spot.count
    one.categories[spot.category, default: 0] += spot.count
    one.last = max(one.last, day)
    found[place] = one
  }

  /// The addresses with the most; `name` tells an address's words, `ward` its ward.
  func locations(
    name: (BoundingBox, Range<Day>) throws -> String, ward: (GridPoint) -> String
  ) rethrows -> RepeatLocations {
    let repeated = found.filter { $0.value.count >= RepeatLocations.least }.sorted {
      ($1.value.count, $1.value.last, $0.key.easting, $0.key.northing)
        < ($0.value.count, $0.value.last, $1.key.easting, $1.key.northing)
    }
    let places = try repeated.prefix(RepeatLocations.most).map { spot, found in
      let point = GridPoint(easting: Double(spot.easting), northing: Double(spot.northing))
      return RepeatLocations.Place(
        place: try name(BoundingBox(from: point, to: point).expanded(by: 0.5), days),
        ward: ward(point), count: found.count,
        categories: found.categories.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map(\.key), last: found.last.description)
    }
    return RepeatLocations(refusal: refusal, places: places)
  }
}
