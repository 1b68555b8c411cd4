internal import Database
internal import Kernel

/// A question as statements over the kept counts.
///
/// `s` are the snapshots, `f` their forces, `c` the categories where they matter, `x` the counts, `l` the source's
/// LSOAs and `o` the outcomes. CROSS JOIN keeps SQLite to this order, from the few snapshots to the
/// ranges of their counts; left to itself it reads every count first.
struct CubeSQL: CountStatements {
  let query: CountQuery
  private let counts: Counts

  /// The kept counts an answer is read from: the smallest that can tell it.
  private enum Counts {
    /// By category, and by outcome where that matters.
    case totals
    /// By category and the source's own LSOA.
    case cells
    /// By category, the source's own LSOA and outcome.
    case codes(Division)
    /// By category and area, and by outcome where that matters; `only` is an area's number.
    case areas(Division, only: Int?)
  }

  /// A question; `division` is that of its ``CountQuery/parting``, and `only` the number of its only
  /// area in it.
  init(_ query: CountQuery, _ division: Division? = nil, only: Int? = nil) {
    self.query = query
    counts =
      switch division?.parting {
      case .areas?: division.map { .areas($0, only: only) } ?? .totals
      case .codes?: division.map { .codes($0) } ?? .cells
      case nil: query.readsCodes ? .cells : .totals
      }
  }

  /// The rows without an order; the count is the last column, `n`.
  var grouped: SQL {
    let columns = columns
    var sql: SQL = "SELECT "
    for column in columns { sql.append(column + ", ") }
    sql.append("CAST(SUM(x.count) AS BIGINT) AS n" + source)
    switch counts {
    case .areas(_, only: nil): sql.append(" AND x.area > 0")
    case .areas(_, .some(let only)): sql.append(" AND x.area = \(only)")
    case .totals, .cells, .codes: break
    }
    return columns.isEmpty ? sql : sql + " GROUP BY " + columns.list
  }

  /// The sum of what has no place.
  var unlocated: SQL {
    switch counts {
    case .areas: "SELECT CAST(SUM(x.count) AS BIGINT)" + source + " AND x.area = -1"
    case .totals, .cells, .codes: Self.unlocated(query)
    }
  }

  /// The sum of what lies on no area; `nil` where the answer is not by areas, or of one alone.
  var outside: SQL? {
    guard case .areas(_, only: nil) = counts else { return nil }
    return "SELECT CAST(SUM(x.count) AS BIGINT)" + source + " AND x.area = 0"
  }

  private static func unlocated(_ query: CountQuery) -> SQL {
    var whole = query
    whole.by = []
    whole.area?.lsoas = []
    return "SELECT CAST(SUM(x.unlocated) AS BIGINT)" + CubeSQL(whole).source
  }

  func column(_ dimension: CountDimension) -> SQL {
    switch dimension {
    case .month: "s.month"
    case .category: "c.name"
    case .outcome: "COALESCE(o.name, '')"
    case .force: "f.name"
    case .ward, .msoa, .neighbourhood, .borough, .hotspot: "x.area"
    case .lsoa: query.edition == nil ? "l.code" : "x.area"
    // The police's files say no day: these are refused.
    case .source, .week, .weekday, .hour: "''"
    }
  }

  /// The tables and conditions of the question.
  private var source: SQL {
    var sql: SQL = """
       FROM incident_snapshot s CROSS JOIN incident_force f
      """
    if tellsKinds { sql.append(" CROSS JOIN incident_category c") }
    sql.append(tables)
    if query.by.contains(.outcome) {
      sql.append(" LEFT JOIN incident_outcome o ON o.id = x.outcome")
    }
    sql.append(" WHERE s.state = 'current' AND f.id = s.force" + keys)
    if let from = query.from { sql.append(" AND s.month >= \(from)") }
    if let to = query.to { sql.append(" AND s.month <= \(to)") }
    if let category = query.category { sql.append(" AND c.name = \(category)") }
    if let isCrime = query.isCrime { sql.append(" AND c.is_crime = \(isCrime)") }
    if let outcome = query.outcome { sql.append(" AND x.outcome = " + Self.number(outcome)) }
    if let area = query.area {
      sql.append(" AND f.name IN (\(list: area.forces))")
      if query.readsCodes, !area.lsoas.isEmpty { sql.append(" AND " + Self.inside(area)) }
    }
    return sql
  }

  private var tables: SQL {
    let outcomes = query.tellsOutcomes
    return switch counts {
    case .totals:
      outcomes
        ? " CROSS JOIN incident_outcome_total x" : " CROSS JOIN incident_total x"
    case .cells:
      " CROSS JOIN incident_total t CROSS JOIN incident_cell x CROSS JOIN incident_lsoa l"
    case .codes: byAreaAndOutcome + " CROSS JOIN incident_lsoa l"
    case .areas: outcomes ? byAreaAndOutcome : " CROSS JOIN incident_area_count x"
    }
  }

  private var byAreaAndOutcome: SQL {
    tellsKinds ? " CROSS JOIN incident_area_outcome x" : " CROSS JOIN incident_outcome_area x"
  }

  /// Whether the counts are kept by category: all are but those by area and outcome, which are kept
  /// without it too, outcomes first, for questions that it does not matter to.
  ///
  /// All outcomes of one area are found sooner by its few kinds.
  private var tellsKinds: Bool {
    switch counts {
    case .totals, .cells: true
    case .areas(_, .some) where query.outcome == nil: true
    case .codes, .areas: !query.tellsOutcomes || query.tellsKinds
    }
  }

  /// What ties the counts to their snapshot and category.
  private var keys: SQL {
    switch counts {
    case .totals: " AND x.snapshot = s.id AND x.category = c.id"
    case .cells:
      """
       AND t.snapshot = s.id AND t.category = c.id \
      AND x.id BETWEEN t.first_cell AND t.last_cell AND l.id = x.lsoa
      """
    case .codes(let division): keys(of: division) + " AND l.id = x.area"
    case .areas(let division, _): keys(of: division)
    }
  }

  private func keys(of division: Division) -> SQL {
    let keys: SQL = " AND x.division = \(division.id) AND x.snapshot = s.id"
    return tellsKinds ? keys + " AND x.category = c.id" : keys
  }

  /// The number of an outcome; 0 is none recorded, -1 one that never was.
  private static func number(_ outcome: String) -> SQL {
    outcome.isEmpty
      ? "0"
      : "COALESCE((SELECT w.id FROM incident_outcome w WHERE w.name = \(outcome)), -1)"
  }

  /// The same rule as ``IncidentArea/includes(code:name:)``, in SQL.
  private static func inside(_ area: IncidentArea) -> SQL {
    var sql: SQL = "(l.code IN (\(list: area.lsoas)) OR l.name IN (\(list: area.lsoas))"
    // Names that begin with an entry and a space: `!` follows the space, and text sorts by code point.
    for entry in area.lsoas {
      sql.append(" OR (l.name >= \(entry + " ") AND l.name < \(entry + "!"))")
    }
    return sql + ")"
  }
}
