internal import Database
internal import Kernel
internal import Partnership

/// The wards of the borough beside each other, over twelve months of a source.
struct WardComparison {
  let services: Services

  static let months = 12

  /// The wards with their people and what happened in them.
  func comparison(
    _ source: EventSource, category: String?, _ read: Read
  ) throws -> Comparison {
    guard let span = try source.months(read), let edition = try services.areas.latest(.ward, read)
    else { throw ComparisonProblem.noWards }
    let months =
      max(span.lowerBound, span.upperBound.adding(months: 1 - Self.months))...span.upperBound
    let people = try services.areas.people(.ward, edition.year, months.upperBound.year, read)
    guard people.count >= Comparison.fewest else { throw ComparisonProblem.noPeople }
    let finder = AreaFinder(try services.areas.shapes(.ward, edition.year, read))
    var events = Array(repeating: 0, count: finder.areas.count)
    var spots: [EventSpot] = []
    try source.each(EventQuery(months: months, category: category), read) { spots.append($0) }
    for (spot, ward) in zip(spots, finder.numbers(of: spots.map(\.point))) where ward >= 0 {
      events[Int(ward)] += spot.count
    }
    let areas = zip(finder.areas, events).map { area, count in
      Comparison.Area(
        code: area.code, name: area.name, events: count, people: people[area.code]?.people ?? 0)
    }
    let kind = category ?? "All incidents"
    let words =
      "\(kind), \(source.title), \(months.lowerBound.words) to "
      + "\(months.upperBound.words), a thousand residents of \(edition.year) wards"
    guard let comparison = Comparison(areas, about: words) else { throw ComparisonProblem.noPeople }
    return comparison
  }
}

/// Why there is nothing to compare.
enum ComparisonProblem: Problem, Equatable {
  case noWards
  case noPeople

  var message: String {
    switch self {
    case .noWards:
      "There is nothing to compare yet: import the boundaries of wards, and incidents."
    case .noPeople: "The wards have no people yet: import their population first."
    }
  }

  var status: Int { 422 }
}
