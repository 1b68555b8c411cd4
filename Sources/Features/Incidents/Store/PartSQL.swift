internal import Database
internal import Kernel
internal import Partnership

/// A question to a mapped source as statements over its kept counts.
///
/// `p` are the parts, each one month of one file, `x` the counts, `w` the words of the categories and
/// `o` those of the outcomes; see ``ExtractSchema`` for scales and periods. CROSS JOIN keeps SQLite
/// to this order.
struct PartSQL: CountStatements {
  let query: CountQuery
  private let mapping: ID<Mapping>
  private let division: Int64
  private let only: Int?

  /// A question to a source; `division` is that of its ``CountQuery/parting``, and `only` the number
  /// of its only area in it.
  init(_ query: CountQuery, _ mapping: ID<Mapping>, _ division: Division?, only: Int?) {
    self.query = query
    self.mapping = mapping
    self.division = division?.id.rawValue ?? PartStore.ownAreas
    self.only = only
  }

  var grouped: SQL {
    let columns = columns
    var sql: SQL = "SELECT "
    for column in columns { sql.append(column + ", ") }
    sql.append(Self.whole + " AS n" + source)
    if let only {
      sql.append(" AND x.area = \(only)")
    } else if isByAreas {
      sql.append(" AND x.area > 0")
    }
    return columns.isEmpty ? sql : sql + " GROUP BY " + columns.list
  }

  var unlocated: SQL {
    if isByAreas { return sum + " AND x.area = -1" }
    if query.source.precision.place == .area { return sum + " AND x.area = 0" }
    guard query.category != nil || query.outcome != nil else {
      return "SELECT CAST(SUM(p.unlocated) AS BIGINT) FROM incident_part p WHERE " + parts
    }
    var sql: SQL = """
      SELECT CAST(SUM(x.count) AS BIGINT) FROM incident_part p \
      CROSS JOIN incident_unlocated x CROSS JOIN incident_word w \
      WHERE \(parts) AND x.part = p.id AND w.id = x.category
      """
    if let category = query.category { sql.append(" AND w.text = \(category)") }
    if let outcome = query.outcome { sql.append(" AND x.outcome = \(number(outcome))") }
    return sql
  }

  var outside: SQL? { isByAreas && only == nil ? sum + " AND x.area = 0" : nil }

  func column(_ dimension: CountDimension) -> SQL {
    switch dimension {
    case .month: "p.month"
    case .week: "x.period"
    case .weekday: "x.period / 24"
    case .hour: "x.period % 24"
    case .category: "w.text"
    case .outcome: "COALESCE(o.text, '')"
    case .ward, .lsoa, .msoa, .neighbourhood, .borough, .hotspot: "x.area"
    // Only the police's files tell forces: it is refused.
    case .force, .source: "''"
    }
  }

  private var isByAreas: Bool { division != PartStore.ownAreas }

  private var sum: SQL { "SELECT " + Self.whole + source }

  /// A sum of weights as a whole number; half counts as one on both engines.
  private static let whole: SQL = "CAST(ROUND(CAST(SUM(x.count) AS NUMERIC)) AS BIGINT)"

  /// The scale of the kept counts the answer is read from.
  private var scale: PartTally.Scale {
    query.isByHours ? .hour : query.by.contains(.week) ? .week : .month
  }

  private var parts: SQL {
    var sql: SQL = "p.mapping = \(mapping) AND p.state = 'current'"
    if let from = query.from { sql.append(" AND p.month >= \(from)") }
    if let to = query.to { sql.append(" AND p.month <= \(to)") }
    return sql
  }

  private var source: SQL {
    var sql: SQL = " FROM incident_part p CROSS JOIN incident_tally x CROSS JOIN incident_word w"
    if query.by.contains(.outcome) {
      sql.append(" LEFT JOIN incident_word o ON o.id = x.outcome")
    }
    sql.append(
      """
       WHERE \(parts) AND x.part = p.id AND x.division = \(division) \
      AND x.scale = \(scale.rawValue) AND w.id = x.category
      """)
    // The month is the only period of its scale: named, a kind is found by the key.
    if scale == .month { sql.append(" AND x.period = 0") }
    if let category = query.category {
      sql.append(" AND x.category = \(word(category, .category))")
    }
    if let outcome = query.outcome { sql.append(" AND x.outcome = \(number(outcome))") }
    return sql
  }

  /// The number of an outcome; 0 is none recorded.
  private func number(_ outcome: String) -> SQL { outcome.isEmpty ? "0" : word(outcome, .outcome) }

  /// The number of a word of the source; -1 for one it never said.
  private func word(_ text: String, _ kind: ExtractWords.Kind) -> SQL {
    """
    COALESCE((SELECT v.id FROM incident_word v WHERE v.mapping = \(mapping) \
    AND v.kind = \(kind.rawValue) AND v.text = \(text)), -1)
    """
  }
}
