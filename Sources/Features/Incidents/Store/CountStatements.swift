internal import Database

/// A question as statements over kept counts.
protocol CountStatements {
  var query: CountQuery { get }

  /// The rows without an order; the count is the last column, `n`.
  var grouped: SQL { get }

  /// The sum of what has no place.
  var unlocated: SQL { get }

  /// The sum of what lies on no area; `nil` where the answer is not by areas, or of one alone.
  var outside: SQL? { get }

  /// The column of a dimension; `source` has none.
  func column(_ dimension: CountDimension) -> SQL
}

extension CountStatements {
  /// The columns of the question's dimensions.
  var columns: [SQL] { query.by.filter { $0 != .source }.map(column) }

  /// The rows in their order, those of the window alone.
  var rows: SQL {
    let columns = columns
    guard !columns.isEmpty else { return grouped }
    var sql = grouped + " ORDER BY "
    if query.order == .most { sql.append("n DESC, ") }
    sql.append(columns.list)
    if let window = query.window {
      sql.append(" LIMIT \(window.count) OFFSET \(window.lowerBound)")
    }
    return sql
  }
}

extension [SQL] {
  /// The columns parted by commas.
  var list: SQL { dropFirst().reduce(first ?? "") { $0 + ", " + $1 } }
}
