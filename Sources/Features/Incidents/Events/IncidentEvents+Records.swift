internal import Database
internal import Geography
internal import Kernel
internal import Partnership

extension IncidentEvents {
  /// The single incidents of a search.
  ///
  /// A box of the grid is searched by the box of degrees around it, and what lies beside it is left
  /// out afterwards.
  static func records(
    _ search: EventSearch, _ area: IncidentArea?, _ read: Read
  ) throws -> [EventRecord] {
    let grid = try NationalGrid()
    var records: [EventRecord] = []
    try read.each(recordsQuery(search, degrees(around: search.box, grid), area)) { row in
      let month = try row.parsed(Month.self)
      let category = try row.text()
      let (longitude, latitude) = (try row.int(), try row.int())
      let (street, outcome) = (try row.text(), try row.optionalText() ?? "")
      let reference = try row.optionalBytes().map(CrimeID.text) ?? ""
      let place = GeoPoint(latitude: Double(latitude) / 1e6, longitude: Double(longitude) / 1e6)
      guard records.count < search.limit, let point = grid.gridPoint(place),
        search.box.contains(point)
      else { return }
      records.append(
        EventRecord(
          reference: reference, category: category, point: point, place: street, month: month,
          outcome: outcome))
    }
    return records
  }

  /// The box of millionths of a degree that holds a box of the grid.
  private static func degrees(around box: BoundingBox, _ grid: NationalGrid) -> DegreeBox {
    let corners = [
      GridPoint(easting: box.minimumEasting, northing: box.minimumNorthing),
      GridPoint(easting: box.minimumEasting, northing: box.maximumNorthing),
      GridPoint(easting: box.maximumEasting, northing: box.minimumNorthing),
      GridPoint(easting: box.maximumEasting, northing: box.maximumNorthing),
    ]
    let places = grid.geoPoints(corners).filter { $0.latitude.isFinite && $0.longitude.isFinite }
    let (longitudes, latitudes) = (places.map(\.longitude), places.map(\.latitude))
    return DegreeBox(
      west: Int(((longitudes.min() ?? 0) * 1e6).rounded(.down)) - margin,
      south: Int(((latitudes.min() ?? 0) * 1e6).rounded(.down)) - margin,
      east: Int(((longitudes.max() ?? 0) * 1e6).rounded(.up)) + margin,
      north: Int(((latitudes.max() ?? 0) * 1e6).rounded(.up)) + margin)
  }

  /// Millionths of a degree by which a box is widened, some 100 m: its sides are curved in degrees.
  private static let margin = 1_000

  /// The most incidents one search reads, those beside its box included.
  private static let mostRead = 50_000

  static func recordsQuery(
    _ search: EventSearch, _ box: DegreeBox, _ area: IncidentArea?
  ) -> SQL {
    var sql: SQL = """
      SELECT s.month, c.name, p.longitude, p.latitude, p.street, o.name, i.crime_id \
      FROM incident_snapshot s CROSS JOIN incident_force f CROSS JOIN incident i \
        CROSS JOIN incident_place p CROSS JOIN incident_category c \
        LEFT JOIN incident_outcome o ON o.id = i.outcome \
      WHERE s.state = 'current' AND f.id = s.force \
        AND i.id >= s.id * 16777216 AND i.id < (s.id + 1) * 16777216 \
        AND p.id = i.place AND p.longitude >= \(box.west) AND p.longitude <= \(box.east) \
        AND p.latitude >= \(box.south) AND p.latitude <= \(box.north) AND c.id = i.category \
        AND s.month >= \(search.months.lowerBound) AND s.month <= \(search.months.upperBound)
      """
    if let category = search.category { sql.append(" AND c.name = \(category)") }
    sql.append(ofForces(area))
    return sql + " ORDER BY s.month DESC, i.id LIMIT \(mostRead)"
  }
}

/// A box of millionths of a degree.
struct DegreeBox: Sendable {
  let west: Int
  let south: Int
  let east: Int
  let north: Int
}
