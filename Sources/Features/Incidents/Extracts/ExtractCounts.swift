internal import Database
internal import Kernel

/// What the page of a source counts, from kept counts alone.
enum ExtractCounts {
  /// One month of a source.
  struct MonthLine: Equatable, Sendable {
    let month: Month
    let stored: Int
    let unlocated: Int
    let repeated: Int
    let uncertain: Int
  }

  /// The months of a source, earliest first.
  static func months(of id: ID<Mapping>, _ read: Read) throws -> [MonthLine] {
    try read.all(monthsQuery(id)) { row in
      MonthLine(
        month: try row.parsed(), stored: try row.int(), unlocated: try row.int(),
        repeated: try row.int(), uncertain: try row.int())
    }
  }

  static func monthsQuery(_ id: ID<Mapping>) -> SQL {
    """
    SELECT month, CAST(SUM(stored) AS BIGINT), CAST(SUM(unlocated) AS BIGINT), \
      CAST(SUM(repeated) AS BIGINT), CAST(SUM(uncertain) AS BIGINT) \
    FROM incident_part WHERE mapping = \(id) AND state = 'current' \
    GROUP BY month ORDER BY month LIMIT 2500
    """
  }

  /// The weight of each hour of the week from Monday 00:00 in some months.
  static func hours(
    of id: ID<Mapping>, _ months: ClosedRange<Month>, _ read: Read
  ) throws -> [Double] {
    var hours = [Double](repeating: 0, count: 168)
    try read.each(hoursQuery(id, months)) { row in
      let hour = try row.int()
      if hours.indices.contains(hour) { hours[hour] = try row.real() }
    }
    return hours
  }

  static func hoursQuery(_ id: ID<Mapping>, _ months: ClosedRange<Month>) -> SQL {
    """
    SELECT t.period, SUM(t.count) FROM incident_part p CROSS JOIN incident_tally t \
    WHERE p.mapping = \(id) AND p.state = 'current' AND p.month >= \(months.lowerBound) \
      AND p.month <= \(months.upperBound) AND t.part = p.id \
      AND t.division = \(PartStore.ownAreas) AND t.scale = \(PartTally.Scale.hour.rawValue) \
    GROUP BY t.period
    """
  }

  /// The categories of a source in some months with their counts, the largest first.
  static func categories(
    of id: ID<Mapping>, _ months: ClosedRange<Month>, _ read: Read
  ) throws -> [(category: String, count: Int)] {
    try read.all(categoriesQuery(id, months)) { row in
      (try row.text(), Int(try row.real().rounded()))
    }
  }

  static func categoriesQuery(_ id: ID<Mapping>, _ months: ClosedRange<Month>) -> SQL {
    """
    SELECT w.text, SUM(t.count) AS n FROM incident_part p CROSS JOIN incident_tally t \
      CROSS JOIN incident_word w \
    WHERE p.mapping = \(id) AND p.state = 'current' AND p.month >= \(months.lowerBound) \
      AND p.month <= \(months.upperBound) AND t.part = p.id \
      AND t.division = \(PartStore.ownAreas) AND t.scale = \(PartTally.Scale.month.rawValue) \
      AND w.id = t.category \
    GROUP BY w.text ORDER BY n DESC, w.text LIMIT 50
    """
  }
}
