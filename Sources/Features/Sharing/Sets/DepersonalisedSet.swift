internal import Database
internal import Documents
internal import Kernel
internal import Partnership
internal import Statistics

/// Depersonalised counts of one source for one quarter: each kind by ward, small counts hidden.
///
/// Section 17A of the Crime and Disorder Act 1998 with SI 2007/1831: each period of three months, sent
/// electronically by the end of the period that follows. The regulations ask for single events with
/// time and place; where one person may be told from that it is personal data and no set, so events are
/// counted by ward, and counts of 1 to 4, with what would give them away, are hidden.
struct DepersonalisedSet: Equatable, Sendable {
  struct Row: Equatable, Sendable {
    let kind: String
    /// The code of the ward; empty for the total and for what lies outside or has no place.
    let code: String
    let ward: String
    /// `nil` where it is hidden.
    let count: Int?
  }

  static let outside = "Outside the wards or without a place"
  static let all = "All"

  let quarter: Quarter
  let source: String
  let rows: [Row]

  /// The last day on which the set of a quarter is in time.
  static func due(of quarter: Quarter) -> Day { quarter.adding(quarters: 1).lastMonth.lastDay }

  /// The set of counts by kind: the wards in their order, and last what lies outside them.
  init(
    _ quarter: Quarter, source: String, wards: [Area], counts: [(kind: String, counts: [Int])]
  ) {
    (self.quarter, self.source) = (quarter, source)
    rows = counts.flatMap { kind, counts -> [Row] in
      let shown = Suppression().applied(to: counts)
      let names = wards.map { ($0.code, $0.name) } + [("", Self.outside)]
      return zip(names, shown.rows).map { name, count in
        Row(kind: kind, code: name.0, ward: name.1, count: count)
      } + [Row(kind: kind, code: "", ward: Self.all, count: shown.total)]
    }
  }

  func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(
      ["quarter", "source", "kind", "ward_code", "ward", "count", "note"].map { .text($0) })
    for row in rows {
      writer.row([
        .text(quarter.description), .text(source), .text(row.kind), .text(row.code),
        .text(row.ward), row.count.map { .integer($0) } ?? .empty,
        .text(row.count == nil ? "hidden: 1 to 4, or it would give such a count away" : ""),
      ])
    }
    return writer.take()
  }
}

extension DepersonalisedSet {
  /// Counts a source; `nil` where it does not cover the quarter.
  init?(_ quarter: Quarter, of source: EventSource, _ services: Services, _ read: Read) throws {
    guard let months = try source.months(read), months.contains(quarter.firstMonth),
      months.contains(quarter.lastMonth)
    else { return nil }
    let edition = try services.areas.latest(.ward, read)
    let finder = try edition.map { try services.areas.finder(.ward, $0.year, read) }
    let wards = finder?.areas ?? []
    let places = Dictionary(
      uniqueKeysWithValues: wards.enumerated().map { ($0.element.id, $0.offset) })
    let kinds = try source.categories(read)
    var counts: [String: [Int]] = [:]
    let none = Array(repeating: 0, count: wards.count + 1)
    try source.each(EventQuery(months: quarter.months), read) { spot in
      let ward = finder?.area(of: spot.point).flatMap { places[$0.id] } ?? wards.count
      counts[spot.category, default: none][ward] += spot.count
    }
    for kind in kinds {
      let query = EventQuery(months: quarter.months, category: kind)
      let unlocated = try source.gaps(query, read).unlocated
      if unlocated > 0 { counts[kind, default: none][wards.count] += unlocated }
    }
    self.init(
      quarter, source: source.title, wards: wards,
      counts: counts.keys.sorted().map { (kind: $0, counts: counts[$0] ?? none) })
  }
}
