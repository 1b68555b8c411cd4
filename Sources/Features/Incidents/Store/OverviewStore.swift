internal import Database
internal import Kernel

/// What the page of incidents reads: a handful of questions to the cube.
enum OverviewStore {
  /// The forces that have been imported.
  static func forces(_ read: Read) throws -> [String] {
    try read.all(
      """
      SELECT name FROM incident_force f WHERE EXISTS \
        (SELECT 1 FROM incident_snapshot s WHERE s.force = f.id AND s.state = 'current') \
      ORDER BY name LIMIT 100
      """
    ) { row in try row.text() }
  }

  /// Every kind that has been met, in the source's words.
  static func categories(_ read: Read) throws -> [String] {
    try read.all("SELECT name FROM incident_category ORDER BY name LIMIT 300") { row in
      try row.text()
    }
  }

  /// Every outcome that has been met, in the source's words.
  static func outcomes(_ read: Read) throws -> [String] {
    try read.all("SELECT name FROM incident_outcome ORDER BY name LIMIT 300") { row in
      try row.text()
    }
  }

  /// The months that were imported of some forces, or of any, each with how many these are.
  static func months(
    _ months: ClosedRange<Month>, _ area: IncidentArea?, in read: Read
  ) throws -> [Month: Int] {
    let forces: SQL = area.map { " AND f.name IN (\(list: $0.forces))" } ?? ""
    let rows = try read.all(
      """
      SELECT s.month, COUNT(*) FROM incident_snapshot s JOIN incident_force f ON f.id = s.force \
      WHERE s.state = 'current' AND s.month >= \(months.lowerBound) \
        AND s.month <= \(months.upperBound)\(forces) GROUP BY s.month LIMIT 2500
      """
    ) { row in (try row.parsed(Month.self), try row.int()) }
    return Dictionary(rows) { first, _ in first }
  }

  /// The months from the first to the last that was imported, with their counts.
  static func lines(_ query: CountQuery, in read: Read) throws -> [MonthLine] {
    var months = query
    months.by = [.month, .category]
    months.category = nil
    var counts: [Month: (antisocial: Int, crime: Int, chosen: Int)] = [:]
    try CubeStore.each(months, in: read) { row in
      guard let month = Month(row.values[0]) else { return }
      var line = counts[month] ?? (0, 0, 0)
      if CrimeCategory.isCrime(row.values[1]) {
        line.crime += row.count
      } else {
        line.antisocial += row.count
      }
      if row.values[1] == query.category { line.chosen += row.count }
      counts[month] = line
    }
    guard let first = counts.keys.min(), let last = counts.keys.max() else { return [] }
    return (first...last).map { month in
      let line = counts[month]
      return MonthLine(
        month: month, antisocial: line?.antisocial, crime: line?.crime, chosen: line?.chosen)
    }
  }

  /// Each kind in a month, beside the month before and the same month a year before.
  static func kinds(
    _ month: Month, _ area: IncidentArea?, in read: Read
  ) throws -> [KindLine] {
    let months = [month, month.adding(months: -1), month.adding(months: -12)]
    let counts = try months.map { month -> [String: Int] in
      var query = CountQuery(by: [.category], from: month, to: month)
      query.area = area
      let rows = try CubeStore.rows(query, in: read)
      return Dictionary(rows.map { ($0.values[0], $0.count) }, uniquingKeysWith: +)
    }
    let forces = try (area?.forces ?? forces(read)).map {
      try QualityStore.quality(of: $0, in: read)
    }
    return counts[0].sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { category, count in
      let yearBefore = counts[2].isEmpty ? nil : counts[2][category] ?? 0
      return KindLine(
        category: category, count: count,
        monthBefore: counts[1].isEmpty ? nil : counts[1][category] ?? 0, yearBefore: yearBefore,
        trend: TrendBasis.weigh(
          count, in: month, yearBefore, in: months[2], forces,
          byPlace: area?.lsoas.isEmpty == false))
    }
  }

  /// The first month of some forces, or of all; `nil` where there is none.
  static func first(_ area: IncidentArea?, in read: Read) throws -> Month? {
    let forces: SQL = area.map { " AND f.name IN (\(list: $0.forces))" } ?? ""
    return try read.first(
      """
      SELECT MIN(s.month) FROM incident_snapshot s JOIN incident_force f ON f.id = s.force \
      WHERE s.state = 'current'\(forces)
      """
    ) { row in try row.optionalParsed(Month.self) } ?? nil
  }

  /// The latest month of some forces, or of all, and the files it comes from.
  static func latest(_ area: IncidentArea?, in read: Read) throws -> SourceFacts? {
    let forces: SQL = area.map { " AND f.name IN (\(list: $0.forces))" } ?? ""
    let files = try read.all(
      """
      SELECT s.month, r.as_of, i.name, s.unlocated FROM incident_snapshot s \
      JOIN incident_force f ON f.id = s.force JOIN incident_file i ON i.id = s.file \
      JOIN incident_run r ON r.id = s.run \
      WHERE s.state = 'current'\(forces) AND s.month = \
        (SELECT MAX(s.month) FROM incident_snapshot s JOIN incident_force f ON f.id = s.force \
          WHERE s.state = 'current'\(forces)) \
      ORDER BY i.name LIMIT 100
      """
    ) { row in
      (
        month: try row.parsed(Month.self), asOf: try row.parsed(Day.self), name: try row.text(),
        unlocated: try row.int()
      )
    }
    guard let first = files.first else { return nil }
    return SourceFacts(
      month: first.month, asOf: files.map(\.asOf).max() ?? first.asOf, files: files.map(\.name),
      unlocated: files.reduce(0) { $0 + $1.unlocated })
  }
}
