internal import Database
internal import Kernel
internal import Partnership

/// What the partnership's incidents can count for indicators.
///
/// Both are provisional: data.police.uk is some two months late and is corrected afterwards.
enum IncidentMeasures {
  static let all = [
    measure(
      "incidents.asb", "ASB incidents recorded", unit: "ASB incident",
      category: CrimeCategory.antisocial),
    measure(
      "incidents.burglary", "Burglary recorded", unit: "burglary offence",
      category: CrimeCategory.burglary),
  ]

  private static func measure(
    _ key: String, _ title: String, unit: String, category: String
  ) -> Measure {
    Measure(key: key, title: title, unit: unit, provisional: true, addsUp: true) { read, period in
      try AreaCount(category: category, months: period.months, in: read).value(read)
    } monthly: { read, months in
      try AreaCount(category: category, months: months, in: read).monthly(read)
    }
  }
}

/// The incidents of one category in the partnership's area over some months.
struct AreaCount {
  private let months: ClosedRange<Month>
  private let parts: [Part]
  private let lsoas: [String]
  private let forces: Int
  private let latest: Month
  /// The days files are as of, in words: the files of many months are of one day.
  private let days: [String: String]

  /// What one street file says of one month.
  fileprivate struct Part {
    let month: Month
    let file: String
    let asOf: String
    let count: Int
    let unlocated: Int
    let cells: ClosedRange<Int>?
  }

  init(category: String, months: ClosedRange<Month>, in read: Read) throws {
    var lsoas: [String]?
    var forces = 0
    var latest = months.upperBound
    parts = try read.all(Self.sql(category, months)) { row in
      // These are the same in every row.
      if lsoas == nil {
        lsoas = AreaStore.list(try row.text())
        forces = try row.int()
        latest = try row.optionalParsed(Month.self) ?? latest
      } else {
        row.skip(3)
      }
      return try Part(&row)
    }
    var days: [String: String] = [:]
    for part in parts where days[part.asOf] == nil { days[part.asOf] = Day(part.asOf)?.words }
    self.days = days
    (self.months, self.lsoas, self.forces, self.latest) = (months, lsoas ?? [], forces, latest)
  }

  /// The count of all the months; `nil` where no area is set, or a month of one of its forces has
  /// not been imported.
  func value(_ read: Read) throws -> Measure.Value? {
    try value(of: parts[...], months: months.count, read)
  }

  /// The count of each month that all forces of the area have.
  func monthly(_ read: Read) throws -> [(month: Month, value: Measure.Value)] {
    var rest = parts[...]
    return try months.compactMap { month in
      // They come in the order of their months.
      let those = rest.prefix { $0.month == month }
      rest = rest.dropFirst(those.count)
      return try value(of: those, months: 1, read).map { (month, $0) }
    }
  }

  private func value(
    of parts: ArraySlice<Part>, months: Int, _ read: Read
  ) throws -> Measure.Value? {
    guard !parts.isEmpty, parts.count == forces * months else { return nil }
    let area = IncidentArea(forces: [], lsoas: lsoas)
    let count =
      lsoas.isEmpty
      ? parts.reduce(0) { $0 + $1.count } : try Self.count(parts.compactMap(\.cells), area, read)
    return Measure.Value(
      numerator: Double(count),
      missing: lsoas.isEmpty ? 0 : parts.reduce(0) { $0 + $1.unlocated },
      latest: latest, source: source(parts))
  }

  /// One row for each current snapshot of the area's forces in the months.
  static func sql(_ category: String, _ months: ClosedRange<Month>) -> SQL {
    """
    SELECT a.lsoas, (SELECT COUNT(*) FROM incident_area_force), \
      (SELECT n.month FROM incident_snapshot n JOIN incident_force m ON m.id = n.force \
        WHERE n.state = 'current' AND m.name IN (SELECT name FROM incident_area_force) \
        ORDER BY n.month DESC LIMIT 1), \
      s.month, i.name, r.as_of, t.count, t.unlocated, t.first_cell, t.last_cell \
    FROM incident_area a CROSS JOIN incident_area_force af \
      JOIN incident_force f ON f.name = af.name \
      JOIN incident_snapshot s ON s.state = 'current' AND s.force = f.id \
        AND s.month >= \(months.lowerBound) AND s.month <= \(months.upperBound) \
      JOIN incident_file i ON i.id = s.file \
      JOIN incident_run r ON r.id = s.run \
      JOIN incident_category c ON c.name = \(category) \
      LEFT JOIN incident_total t ON t.snapshot = s.id AND t.category = c.id \
    WHERE a.id = 1 ORDER BY s.month, f.name
    """
  }

  private static func count(
    _ ranges: [ClosedRange<Int>], _ area: IncidentArea, _ read: Read
  ) throws -> Int {
    var count = 0
    for range in ranges {
      try read.each(
        """
        SELECT l.code, l.name, x.count FROM incident_cell x \
        JOIN incident_lsoa l ON l.id = x.lsoa \
        WHERE x.id BETWEEN \(range.lowerBound) AND \(range.upperBound)
        """
      ) { row in
        let isInside = area.includes(code: try row.text(), name: try row.text())
        if isInside { count += try row.int() }
      }
    }
    return count
  }

  private func source(_ parts: ArraySlice<Part>) -> String {
    let asOf = parts.map(\.asOf).max().flatMap { days[$0] } ?? ""
    guard parts.count == 1, let only = parts.first else {
      return "\(parts.count) street files of data.police.uk, the latest as of \(asOf)"
    }
    return "data.police.uk, \(only.file), as of \(asOf)"
  }
}

extension AreaCount.Part {
  fileprivate init(_ row: inout Row) throws {
    month = try row.parsed()
    file = try row.text()
    asOf = try row.text()
    count = try row.optionalInt() ?? 0
    unlocated = try row.optionalInt() ?? 0
    let (first, last) = (try row.optionalInt(), try row.optionalInt())
    cells = first.flatMap { first in last.map { first...$0 } }
  }
}
