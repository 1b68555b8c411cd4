internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// The events of mapped sources for analysis, one source a mapping.
///
/// A source elsewhere is counted but is none of them: its points are not on the grid maps show.
enum ExtractEvents {
  /// The sources that have events.
  static func sources(_ read: Read) throws -> [EventSource] {
    try MappingStore.all(read).filter { saved in
      guard saved.mapping.isOnGrid else { return false }
      return try ExtractFacts.months(of: saved.id, read) != nil
    }.map(source)
  }

  private static func source(_ saved: SavedMapping) -> EventSource {
    let id = saved.id
    return EventSource(
      key: saved.mapping.key, title: saved.mapping.title, precision: saved.mapping.precision,
      months: { read in try ExtractFacts.months(of: id, read) },
      lastDay: { read in try ExtractFacts.lastDay(of: id, read) },
      categories: { read in try ExtractFacts.categories(of: id, read) },
      each: { query, read, body in try each(query, id, read, body) },
      records: { search, read in try records(search, id, read) },
      gaps: { query, read in try gaps(query, id, read) },
      breaks: { _ in RecordingBreak.events(of: [saved.mapping.force]) })
  }

  private static func each(
    _ query: EventQuery, _ id: ID<Mapping>, _ read: Read, _ body: (EventSpot) throws -> Void
  ) throws {
    try read.each(spotsQuery(query, id)) { row in
      let month = try row.parsed(Month.self)
      let place = ExtractEvent.Place(x: try row.int(), y: try row.int())
      let category = try row.text()
      let span = try span(&row)
      try body(
        EventSpot(
          point: place.point, category: category, month: month, span: span,
          count: try row.int()))
    }
  }

  /// From when to when, of the two columns of minutes.
  fileprivate static func span(_ row: inout Row) throws -> ClosedRange<Instant>? {
    let (first, last) = (try row.optionalInt(), try row.optionalInt())
    guard let first, let last, first <= last else { return nil }
    return LondonMinutes.instant(first)...LondonMinutes.instant(last)
  }

  /// The events of each part lie together; those alike in all are counted.
  static func spotsQuery(_ query: EventQuery, _ id: ID<Mapping>) -> SQL {
    var sql: SQL = """
      SELECT p.month, e.x, e.y, w.text, e.first_minute, e.last_minute, COUNT(*) \
      FROM incident_part p CROSS JOIN incident_event e CROSS JOIN incident_word w \
      WHERE p.mapping = \(id) AND p.state = 'current' \
        AND p.month >= \(query.months.lowerBound) AND p.month <= \(query.months.upperBound) \
        AND e.id >= p.id * 16777216 AND e.id < (p.id + 1) * 16777216 AND e.x IS NOT NULL \
        AND w.id = e.category
      """
    if let category = query.category { sql.append(" AND w.text = \(category)") }
    return sql
      + " GROUP BY p.month, e.x, e.y, w.text, e.first_minute, e.last_minute"
      + " ORDER BY p.month, e.first_minute, e.x, e.y, w.text, e.last_minute"
  }

  private static func gaps(
    _ query: EventQuery, _ id: ID<Mapping>, _ read: Read
  ) throws -> EventGaps {
    let unlocated = try read.count(unlocatedQuery(query, id))
    let there = Set(try ExtractFacts.monthList(of: id, query.months, read))
    return EventGaps(
      unlocated: unlocated, missing: query.months.filter { !there.contains($0) })
  }

  /// Events without a point, from what is kept of each part.
  static func unlocatedQuery(_ query: EventQuery, _ id: ID<Mapping>) -> SQL {
    let months: SQL = """
      p.mapping = \(id) AND p.state = 'current' AND p.month >= \(query.months.lowerBound) \
      AND p.month <= \(query.months.upperBound)
      """
    guard let category = query.category else {
      return "SELECT CAST(SUM(p.unlocated) AS BIGINT) FROM incident_part p WHERE \(months)"
    }
    return """
      SELECT CAST(SUM(u.count) AS BIGINT) FROM incident_part p \
      CROSS JOIN incident_unlocated u CROSS JOIN incident_word w \
      WHERE \(months) AND u.part = p.id AND w.id = u.category AND w.text = \(category)
      """
  }
}

extension ExtractEvents {
  /// The single events of a search, the latest first.
  private static func records(
    _ search: EventSearch, _ id: ID<Mapping>, _ read: Read
  ) throws -> [EventRecord] {
    try read.all(recordsQuery(search, id)) { row in
      let month = try row.parsed(Month.self)
      let place = ExtractEvent.Place(x: try row.int(), y: try row.int())
      let category = try row.text()
      let span = try span(&row)
      return EventRecord(
        reference: try row.optionalText() ?? "", category: category, point: place.point,
        place: try row.optionalText() ?? "", month: month, span: span,
        outcome: try row.optionalText() ?? "")
    }
  }

  static func recordsQuery(_ search: EventSearch, _ id: ID<Mapping>) -> SQL {
    let box = search.box
    let first = LondonMinutes.start(of: search.days.lowerBound)
    let end = LondonMinutes.start(of: search.days.upperBound)
    var sql: SQL = """
      SELECT p.month, e.x, e.y, w.text, e.first_minute, e.last_minute, e.reference, \
        s.text, o.text \
      FROM incident_part p CROSS JOIN incident_event e CROSS JOIN incident_word w \
        LEFT JOIN incident_word s ON s.id = e.location \
        LEFT JOIN incident_word o ON o.id = e.outcome \
      WHERE p.mapping = \(id) AND p.state = 'current' \
        AND p.month >= \(search.months.lowerBound) AND p.month <= \(search.months.upperBound) \
        AND e.id >= p.id * 16777216 AND e.id < (p.id + 1) * 16777216 AND w.id = e.category \
        AND (e.first_minute IS NULL OR (e.first_minute >= \(first) AND e.first_minute < \(end))) \
        AND e.x >= \(tenths(box.minimumEasting)) AND e.x <= \(tenths(box.maximumEasting)) \
        AND e.y >= \(tenths(box.minimumNorthing)) AND e.y <= \(tenths(box.maximumNorthing))
      """
    if let category = search.category { sql.append(" AND w.text = \(category)") }
    return sql + " ORDER BY p.month DESC, e.first_minute DESC, e.id DESC LIMIT \(search.limit)"
  }

  private static func tenths(_ metres: Double) -> Int { Int((metres * 10).rounded()) }
}
