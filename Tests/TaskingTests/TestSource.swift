import Geography
import Glibc
import Kernel
import Partnership

@testable import Tasking

/// A source of events made up for tests.
struct TestSource {
  var key = "council"
  var title = "Council reports"
  var precision = SourcePrecision(place: .exact, time: .minute)
  var lastDay = TaskingFixture.week.lastDay
  var breaks: [EventBreak] = []
  var missing: [Month] = []
  var spots: [EventSpot] = []

  static let kinds = ["Noise", "Graffiti"]

  /// Events at noon of a day of a week, one a metre apart so that no address has two.
  mutating func add(
    _ count: Int, _ kind: String = "Noise", ward: Int = 0, in week: Week, on weekday: Int = 2,
    at point: GridPoint? = nil, hours: Double = 0
  ) {
    let day = week.firstDay.adding(days: weekday - 1)
    let noon = London.start(of: day).adding(seconds: 12 * 3600)
    for one in 0..<count {
      let place =
        point
        ?? GridPoint(
          easting: TaskingFixture.origin.easting + TaskingFixture.wards[ward].2
            + Double((spots.count + one) % 4_000) + 1,
          northing: TaskingFixture.origin.northing + Double((spots.count + one) / 4_000 * 3) + 1)
      spots.append(
        EventSpot(
          point: place, category: kind, month: day.month,
          span: precision.time == .month ? nil : noon...noon.adding(seconds: hours * 3600),
          count: 1))
    }
  }

  /// Some years of Poisson counts a week, of each ward and kind, ending with the fixture's week.
  static func quiet(weeks: Int, mean: Double = 6, seed: UInt64 = 7) -> TestSource {
    var source = TestSource()
    var generator = SeededGenerator(seed: seed)
    for back in (0..<weeks).reversed() {
      let week = TaskingFixture.week.adding(weeks: -back)
      for ward in 0...1 {
        for kind in kinds { source.add(poisson(mean, &generator), kind, ward: ward, in: week) }
      }
    }
    return source
  }

  /// A Poisson draw by counting exponential waits.
  static func poisson(_ mean: Double, _ generator: inout SeededGenerator) -> Int {
    var (product, count) = (1.0, -1)
    let limit = exp(-mean)
    repeat {
      product *= Double.random(in: 0..<1, using: &generator)
      count += 1
    } while product > limit
    return count
  }

  var events: EventSource {
    let source = self
    return EventSource(key: key, title: title, precision: precision) { _ in
      guard let first = source.spots.map(\.month).min() else { return nil }
      return first...source.lastDay.month
    } lastDay: { _ in
      source.spots.isEmpty ? nil : source.lastDay
    } categories: { _ in
      Self.kinds
    } each: { query, _, body in
      for spot in source.spots
      where query.months.contains(spot.month)
        && (query.category == nil || query.category == spot.category)
      { try body(spot) }
    } records: { search, _ in
      source.records(search)
    } gaps: { query, _ in
      EventGaps(unlocated: 3, missing: source.missing.filter(query.months.contains))
    } breaks: { _ in
      source.breaks
    }
  }

  private func records(_ search: EventSearch) -> [EventRecord] {
    let found = spots.reversed().filter { spot in
      (search.category == nil || search.category == spot.category)
        && search.box.contains(spot.point)
        && (spot.span.map { search.days.contains(London.day($0.lowerBound)) }
          ?? search.months.contains(spot.month))
    }
    return found.prefix(search.limit).map { spot in
      EventRecord(
        reference: "ref-1", category: spot.category, point: spot.point, place: "Wherry Quay",
        month: spot.month, span: spot.span, outcome: "")
    }
  }
}
