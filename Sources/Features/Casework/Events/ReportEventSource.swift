internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// What residents reported, as events for analysis: each time it happened, at the place of the
/// gazetteer nearest to it.
///
/// Withdrawn and doubtful reports are no events. A street or a postcode stands for all that lies along
/// it, so places count as moved to points nearby.
enum ReportEventSource {
  static let key = "reports"

  /// The source, once there are reports with a place.
  static func sources(_ read: Read) throws -> [EventSource] {
    try months(read) == nil ? [] : [source]
  }

  private static let source = EventSource(
    key: key, title: "Residents’ reports",
    precision: SourcePrecision(place: .snapped, time: .minute), months: months,
    lastDay: { read in try days(read)?.upperBound },
    categories: { _ in ReportKind.all.map(\.title) }, each: each, records: records, gaps: gaps)

  @Sendable private static func months(_ read: Read) throws -> ClosedRange<Month>? {
    try days(read).map { $0.lowerBound.month...$0.upperBound.month }
  }

  /// The first and last day of an event.
  private static func days(_ read: Read) throws -> ClosedRange<Day>? {
    func day(_ order: SQL) throws -> Day? {
      try read.first("SELECT o.day \(from) WHERE \(counted) ORDER BY o.day \(order) LIMIT 1") {
        row in
        try row.parsed()
      }
    }
    guard let first = try day("ASC"), let last = try day("DESC") else { return nil }
    return first...last
  }

  @Sendable private static func each(
    _ query: EventQuery, _ read: Read, _ body: (EventSpot) throws -> Void
  ) throws {
    try read.each(spotsQuery(query)) { row in
      let point = GridPoint(easting: Double(try row.int()), northing: Double(try row.int()))
      let kind = ReportKind.of(try row.text())
      let occasion = Occasion(
        day: try row.parsed(), hour: try row.optionalInt(), minutes: try row.optionalInt())
      guard let day = occasion.date else { return }
      try body(
        EventSpot(
          point: point, category: kind.title, month: day.month, span: occasion.span, count: 1))
    }
  }

  static func spotsQuery(_ query: EventQuery) -> SQL {
    """
    SELECT r.easting, r.northing, r.kind, o.day, o.hour, o.minutes \(from)
    WHERE \(counted) AND \(within(query)) ORDER BY o.day, o.id
    """
  }

  @Sendable private static func records(_ search: EventSearch, _ read: Read) throws -> [EventRecord]
  {
    try read.all(recordsQuery(search)) { row in
      let reference = try row.text()
      let kind = ReportKind.of(try row.text())
      let point = GridPoint(easting: Double(try row.int()), northing: Double(try row.int()))
      let place = try row.text()
      let occasion = Occasion(
        day: try row.parsed(), hour: try row.optionalInt(), minutes: try row.optionalInt())
      return EventRecord(
        reference: reference, category: kind.title, point: point, place: place,
        month: (occasion.date ?? search.days.lowerBound).month, span: occasion.span, outcome: "")
    }
  }

  static func recordsQuery(_ search: EventSearch) -> SQL {
    let box = search.box
    return """
      SELECT r.reference, r.kind, r.easting, r.northing, r.place_name, o.day, o.hour, o.minutes \(from)
      WHERE \(counted) AND o.day >= \(search.days.lowerBound) AND o.day < \(search.days.upperBound)
        \(kind(search.category))
        AND r.easting BETWEEN \(box.minimumEasting) AND \(box.maximumEasting)
        AND r.northing BETWEEN \(box.minimumNorthing) AND \(box.maximumNorthing)
      ORDER BY o.day DESC, o.id DESC LIMIT \(search.limit)
      """
  }

  @Sendable private static func gaps(_ query: EventQuery, _ read: Read) throws -> EventGaps {
    let unlocated = try read.count(
      """
      SELECT COUNT(*) \(from)
      WHERE r.state <> 'withdrawn' AND r.is_doubtful = 0 AND r.easting IS NULL
        AND \(within(query))
      """)
    let there = try months(read)
    return EventGaps(
      unlocated: unlocated, missing: query.months.filter { there?.contains($0) != true })
  }

  private static let from: SQL = "FROM report_occasion o JOIN report r ON r.id = o.report"
  private static let counted: SQL =
    "r.state <> 'withdrawn' AND r.is_doubtful = 0 AND r.easting IS NOT NULL"

  private static func within(_ query: EventQuery) -> SQL {
    """
    o.day >= \(query.months.lowerBound.firstDay) AND o.day <= \(query.months.upperBound.lastDay) \
    \(kind(query.category))
    """
  }

  /// Only the kind of a title.
  private static func kind(_ title: String?) -> SQL {
    guard let title else { return "" }
    let ids = ReportKind.all.filter { $0.title == title }.map(\.id)
    return "AND r.kind IN (\(list: ids))"
  }
}
