internal import Database
internal import Kernel

/// The reading of what is known of the months' quality: a row a month, however many incidents.
enum QualityStore {
  /// Everything there is to know of a force's months.
  static func quality(of force: String, in read: Read) throws -> ForceQuality {
    guard let span = try span(of: force, in: read) else { return ForceQuality(force, []) }
    return ForceQuality(force, try months(of: force, span, in: read))
  }

  /// The months of a force from one on to another, earliest first.
  static func months(
    of force: String, _ months: ClosedRange<Month>, in read: Read
  ) throws -> [MonthQuality] {
    let districts = try districts(of: force, months, in: read)
    let fits = try CodeFitStore.monthly(months, of: force, in: read)
    return try read.all(monthsQuery(force, months)) { row in
      let month = try row.parsed(Month.self)
      return MonthQuality(
        force: force, month: month, stored: try row.int(), unlocated: try row.int(),
        repeated: try row.int(), disagreements: try row.int(), identical: try row.int(),
        unnamed: try row.int(), districts: districts[month] ?? [],
        fits: fits[month] ?? [])
    }
  }

  static func monthsQuery(_ force: String, _ months: ClosedRange<Month>) -> SQL {
    """
    SELECT s.month, s.stored, s.unlocated, s.repeated, s.disagreements, q.identical, q.unnamed \
    FROM incident_force f JOIN incident_snapshot s ON s.force = f.id \
      JOIN incident_quality q ON q.snapshot = s.id \
    WHERE f.name = \(force) AND s.state = 'current' \
      AND s.month >= \(months.lowerBound) AND s.month <= \(months.upperBound) \
    ORDER BY s.month LIMIT 1200
    """
  }

  /// The first and last month of a force; `nil` where it has none.
  static func span(of force: String, in read: Read) throws -> ClosedRange<Month>? {
    try read.first(
      """
      SELECT MIN(s.month), MAX(s.month) FROM incident_force f \
      JOIN incident_snapshot s ON s.force = f.id WHERE f.name = \(force) AND s.state = 'current'
      """
    ) { row -> ClosedRange<Month>? in
      guard let first = try row.optionalParsed(Month.self) else { return nil }
      return first...(try row.parsed(Month.self))
    } ?? nil
  }

  private static func districts(
    of force: String, _ months: ClosedRange<Month>, in read: Read
  ) throws -> [Month: [MonthQuality.District]] {
    var found: [Month: [MonthQuality.District]] = [:]
    try read.each(
      """
      SELECT s.month, d.name, d.count FROM incident_force f \
        JOIN incident_snapshot s ON s.force = f.id \
        JOIN incident_district d ON d.snapshot = s.id \
      WHERE f.name = \(force) AND s.state = 'current' \
        AND s.month >= \(months.lowerBound) AND s.month <= \(months.upperBound) \
      ORDER BY s.month, d.count DESC, d.name
      """
    ) { row in
      let month = try row.parsed(Month.self)
      let district = MonthQuality.District(name: try row.text(), count: try row.int())
      found[month, default: []].append(district)
    }
    return found
  }
}
