internal import Database
internal import Kernel
internal import Partnership

/// Makes what the public is shown from the kept counts, whenever these changed.
///
/// The public's pages read what came of it and nothing else: a count that has not been through the
/// disclosure pass cannot get there.
struct PublicCounts {
  /// The key of the police's files as a source.
  static let policeUK = IncidentEvents.policeUK.key
  /// Months shown, up to the latest.
  static let months = 12
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// Brings it up to date; kept pages are made anew only where it changed.
  func refresh() throws {
    let source = Self.policeUK
    let (made, before) = try services.database.read { read in
      (
        try PublicStore.isShown(source, in: read) ? months(of: source, read) : [],
        try PublicStore.whole(source, in: read)
      )
    }
    guard made.map(Ordered.init) != before.map(Ordered.init) else { return }
    try services.database.write { write in
      try PublicStore.replace(made, of: source, in: write)
      try KeptPages.changed(in: write)
    }
  }

  /// The latest months of the partnership's forces by the latest wards; none where there are no
  /// wards, or they are not counted by yet.
  private func months(of source: String, _ read: Read) throws -> [PublicMonth] {
    let area = try AreaStore.area(read)
    guard let edition = try services.areas.latest(.ward, read),
      let latest = try OverviewStore.latest(area, in: read),
      try DivisionStore.counted(Parting(edition), stamp: edition.stamp, read) != nil
    else { return [] }
    let span = latest.month.adding(months: 1 - Self.months)...latest.month
    var query = CountQuery(
      by: [.month, .ward, .category], from: span.lowerBound, to: span.upperBound)
    (query.edition, query.area) = (edition, area)
    let answer = try CountAnswer(query, services.areas, read)
    var counts: [String: [String: [String: Int]]] = [:]
    var met: Set<String> = []
    try answer.each(read) { row in
      counts[row.values[0], default: [:]][row.values[1], default: [:]][row.values[2]] = row.count
      met.insert(row.values[2])
    }
    let wards = answer.areas.map(\.code)
    // A month that not every force has given yet would look like a fall.
    let forces = try OverviewStore.months(span, area, in: read)
    let all = area?.forces.count ?? forces.values.max() ?? 0
    return span.reversed().filter { forces[$0] == all }.map { month in
      PublicMonth(
        source: source, month: month, edition: edition.year, asOf: latest.asOf, wards: wards,
        categories: met.sorted(), counts: counts[month.description] ?? [:])
    }
  }
}

/// A month whose counts stand in the order of the database, so that two can be compared.
private struct Ordered: Equatable {
  private let month: PublicMonth

  init(_ month: PublicMonth) {
    self.month = PublicMonth(
      source: month.source, month: month.month, edition: month.edition, asOf: month.asOf,
      isSafe: month.isSafe,
      cells: month.cells.sorted { ($0.ward, $0.category) < ($1.ward, $1.category) })
  }
}
