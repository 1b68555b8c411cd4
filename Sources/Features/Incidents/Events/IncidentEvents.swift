internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// The incidents of the partnership's forces as events for analysis.
enum IncidentEvents {
  static let policeUK = EventSource(
    key: "police-uk", title: "Recorded by the police (data.police.uk)", precision: .policeUK,
    notCrimes: [CrimeCategory.antisocial]
  ) { read in
    try read.first(spanQuery(try AreaStore.area(read))) { row -> ClosedRange<Month>? in
      guard let first = try row.optionalParsed(Month.self) else { return nil }
      return first...(try row.parsed(Month.self))
    } ?? nil
  } categories: { _ in
    Array(CrimeCategory.known)
  } each: { query, read, body in
    try each(query, try AreaStore.area(read), read, body)
  } records: { search, read in
    try records(search, try AreaStore.area(read), read)
  } gaps: { query, read in
    try gaps(query, try AreaStore.area(read), read)
  } breaks: { read in
    let forces = try AreaStore.area(read)?.forces ?? []
    return RecordingBreak.events(of: forces)
  }

  private static func each(
    _ query: EventQuery, _ area: IncidentArea?, _ read: Read, _ body: (EventSpot) throws -> Void
  ) throws {
    var places: [GeoPoint] = []
    var counts: [(month: Month, category: String, count: Int)] = []
    try read.each(spotsQuery(query, area)) { row in
      let month = try row.parsed(Month.self)
      let (longitude, latitude) = (try row.int(), try row.int())
      places.append(GeoPoint(latitude: Double(latitude) / 1e6, longitude: Double(longitude) / 1e6))
      counts.append((month, try row.text(), try row.int()))
    }
    for (point, spot) in zip(try NationalGrid().gridPoints(places), counts) {
      try body(
        EventSpot(point: point, category: spot.category, month: spot.month, count: spot.count))
    }
  }

  private static func gaps(
    _ query: EventQuery, _ area: IncidentArea?, _ read: Read
  ) throws -> EventGaps {
    var count = CountQuery(by: [], from: query.months.lowerBound, to: query.months.upperBound)
    count.category = query.category
    count.area = area.map { IncidentArea(forces: $0.forces, lsoas: []) }
    let there = Set(try read.all(monthsQuery(query.months, area)) { try $0.parsed(Month.self) })
    return EventGaps(
      unlocated: try CubeStore.unlocated(count, in: read),
      missing: query.months.filter { !there.contains($0) })
  }

  /// The rows of each current snapshot lie together, and are counted by point.
  static func spotsQuery(_ query: EventQuery, _ area: IncidentArea?) -> SQL {
    var sql: SQL = """
      SELECT s.month, p.longitude, p.latitude, c.name, COUNT(*) \
      FROM incident_snapshot s CROSS JOIN incident_force f CROSS JOIN incident i \
        CROSS JOIN incident_place p CROSS JOIN incident_category c \
      WHERE s.state = 'current' AND f.id = s.force \
        AND i.id >= s.id * 16777216 AND i.id < (s.id + 1) * 16777216 \
        AND p.id = i.place AND p.longitude IS NOT NULL AND c.id = i.category \
        AND s.month >= \(query.months.lowerBound) AND s.month <= \(query.months.upperBound)
      """
    if let category = query.category { sql.append(" AND c.name = \(category)") }
    sql.append(ofForces(area))
    return sql
      + " GROUP BY s.month, p.longitude, p.latitude, c.name"
      + " ORDER BY s.month, p.longitude, p.latitude, c.name"
  }

  private static func monthsQuery(_ months: ClosedRange<Month>, _ area: IncidentArea?) -> SQL {
    """
    SELECT DISTINCT s.month FROM incident_snapshot s JOIN incident_force f ON f.id = s.force \
    WHERE s.state = 'current' AND s.month >= \(months.lowerBound) \
      AND s.month <= \(months.upperBound)\(ofForces(area)) ORDER BY s.month LIMIT 1200
    """
  }

  private static func spanQuery(_ area: IncidentArea?) -> SQL {
    """
    SELECT MIN(s.month), MAX(s.month) FROM incident_snapshot s \
    JOIN incident_force f ON f.id = s.force WHERE s.state = 'current'\(ofForces(area))
    """
  }

  static func ofForces(_ area: IncidentArea?) -> SQL {
    area.map { " AND f.name IN (\(list: $0.forces))" } ?? ""
  }
}
