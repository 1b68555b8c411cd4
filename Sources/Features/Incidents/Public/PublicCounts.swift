internal import Database
internal import Kernel
internal import Partnership

/// Makes what the public is shown from the kept counts, whenever these changed.
///
/// The public's pages read what came of it and nothing else: a count that has not been through the
/// disclosure pass cannot get there.
struct PublicCounts {
  /// Months shown, up to the latest.
  static let months = 12
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// Brings it up to date; kept pages are made anew only where it changed.
  func refresh() throws {
    let (sources, kept) = try services.database.read { read in
      (try CountSourceFacts.sources(read), try PublicStore.sources(in: read))
    }
    for source in sources { try refresh(source.key) { try months(of: source, $0) } }
    for gone in kept where !sources.contains(where: { $0.key == gone }) {
      try refresh(gone) { _ in [] }
    }
  }

  /// Makes what is shown of one source; `make` gives its months from the counts there are.
  func refresh(_ key: String, _ make: (Read) throws -> [PublicMonth]) throws {
    while try !isFresh(key, make) {}
  }

  /// Makes it once; `false` where another made it meanwhile, so that it is to be looked at again.
  ///
  /// Whoever changes what is counted makes it anew afterwards: the last to keep it has read all.
  private func isFresh(_ key: String, _ make: (Read) throws -> [PublicMonth]) throws -> Bool {
    let (made, before) = try services.database.read { read in
      (
        try PublicStore.isShown(key, in: read) ? make(read) : [],
        try PublicStore.whole(key, in: read).map(Ordered.init)
      )
    }
    guard made.map(Ordered.init) != before else { return true }
    do {
      try services.database.write { write in
        // The row of the kept pages makes writers take turns before they look.
        try KeptPages.changed(in: write)
        guard try PublicStore.whole(key, in: write).map(Ordered.init) == before else {
          throw Overtaken()
        }
        try PublicStore.replace(made, of: key, in: write)
      }
      return true
    } catch is Overtaken {
      return false
    }
  }

  private struct Overtaken: Error {}

  /// The latest months of a source by the latest wards; none where there are no wards, or they are
  /// not counted by yet.
  ///
  /// Of the police's files they are those of the partnership's forces. A month that is not whole
  /// would look like a fall, so it is left out.
  private func months(of source: CountSource, _ read: Read) throws -> [PublicMonth] {
    let area = source.mapping == nil ? try AreaStore.area(read) : nil
    let reading = CountSourceFacts(source: source, read: read)
    guard let edition = try services.areas.latest(.ward, read),
      let latest = try reading.latest(area),
      try DivisionStore.counted(Parting(edition), stamp: edition.stamp, of: source, read) != nil
    else { return [] }
    let isWhole = latest.lastDay.map { $0 >= latest.month.lastDay } ?? true
    let last = isWhole ? latest.month : latest.month.adding(months: -1)
    let span = last.adding(months: 1 - Self.months)...last
    var query = CountQuery(
      by: [.month, .ward, .category], from: span.lowerBound, to: span.upperBound)
    (query.source, query.edition, query.area) = (source, edition, area)
    let answer = try CountAnswer(query, services.areas, read)
    var counts: [String: [String: [String: Int]]] = [:]
    var met: Set<String> = []
    try answer.each(read) { row in
      counts[row.values[0], default: [:]][row.values[1], default: [:]][row.values[2]] = row.count
      met.insert(row.values[2])
    }
    let imported = try reading.imported(span, area)
    guard let there = imported.span else { return [] }
    let left = Set(imported.missing + imported.partial)
    return there.reversed().filter { !left.contains($0) }.map { month in
      PublicMonth(
        source: source.key, month: month, edition: edition.year, asOf: latest.asOf,
        wards: answer.areas.map(\.code), categories: met.sorted(),
        counts: counts[month.description] ?? [:])
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
