internal import Statistics

/// The counts of one power, or of all, in a table that went through the disclosure pass.
struct EqualityCells: Sendable {
  /// Where a count stands among the linked ones.
  private struct Places {
    /// By group, row and column.
    var cells: [[[Int]]] = []
    /// By group and column.
    var groups: [[Int]] = []
    /// By group and row, of all columns.
    var rowTotals: [[Int]] = []
    var groupTotals: [Int] = []
    var columnTotals: [Int] = []
    var whole = 0
  }

  private let shown: [Int?]
  private let places: Places
  /// The column that is shown; `nil` for all of them.
  private let column: Int?
  /// Whether nothing can be shown: the power is not among the columns, or a small count could be
  /// worked out all the same.
  let isWithheld: Bool

  /// Counts by group, row of the group and column, each ≥ 0, and the column that is asked for: `nil` within
  /// for a power without one.
  init(_ rows: [[[Int]]], column: Int??) {
    if let (shown, places) = Self.passed(rows) {
      (self.shown, self.places) = (shown, places)
      switch column {
      case nil: (self.column, isWithheld) = (nil, false)
      case .some(let wanted): (self.column, isWithheld) = (wanted, wanted == nil)
      }
    } else {
      let all = rows.map { group in group.map { [$0.reduce(0, +)] } }
      let table = column == nil ? Self.passed(all) : nil
      (shown, places) = table ?? ([], Places())
      (self.column, isWithheld) = (nil, table == nil)
    }
  }

  /// The whole, which is no secret.
  var whole: Int? { isWithheld ? nil : at(column.map { places.columnTotals[$0] } ?? places.whole) }

  func group(_ group: Int) -> Int? {
    isWithheld ? nil : at(column.map { places.groups[group][$0] } ?? places.groupTotals[group])
  }

  func row(_ row: Int, of group: Int) -> Int? {
    isWithheld
      ? nil : at(column.map { places.cells[group][row][$0] } ?? places.rowTotals[group][row])
  }

  private func at(_ place: Int) -> Int? { shown[place] }

  /// The counts after the pass; `nil` where they would give something away.
  private static func passed(_ rows: [[[Int]]]) -> ([Int?], Places)? {
    var (counts, places) = (LinkedCounts(), Places())
    let width = rows.first?.first?.count ?? 0
    for group in rows {
      let cells = group.map { $0.map { counts.add($0) } }
      places.cells.append(cells)
      places.groups.append(
        cells.count == 1
          ? cells[0]
          : (0..<width).map { column in counts.addSum(of: cells.map { $0[column] }) })
      if width > 1 {
        let totals = cells.map { counts.addSum(of: $0) }
        places.rowTotals.append(totals)
        places.groupTotals.append(totals.count == 1 ? totals[0] : counts.addSum(of: totals))
      } else {
        places.rowTotals.append(cells.map { $0[0] })
        places.groupTotals.append(places.groups.last?[0] ?? 0)
      }
    }
    places.columnTotals = (0..<width).map { column in
      counts.addSum(of: places.groups.map { $0[column] }, .alreadyPublished)
    }
    if width > 1 {
      places.whole = counts.addSum(of: places.columnTotals, .alreadyPublished)
      _ = counts.link(places.whole, to: places.groupTotals)
    } else {
      places.whole = places.columnTotals.first ?? 0
    }
    let controlled = Suppression().applied(to: counts)
    return controlled.revealed.isEmpty ? (controlled.shown, places) : nil
  }
}
