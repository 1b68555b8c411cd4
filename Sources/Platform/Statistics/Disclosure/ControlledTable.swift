extension Suppression {
  /// A table as it may be published: no small count in it, in its groups or its totals is shown or
  /// can be worked out from what is.
  ///
  /// As for ``LinkedCounts``, of which this is the case of one table.
  public func applied(to table: CountTable) -> ControlledTable {
    let (counts, places) = table.linked
    return ControlledTable(table, applied(to: counts), places)
  }
}

/// A table of which some counts are hidden.
public struct ControlledTable: Sendable, Equatable {
  /// One hidden count.
  public struct Hidden: Sendable, Hashable {
    /// Where it stands.
    public let place: CountTable.Place
    /// Why; not for publication.
    public let reason: Reason
  }

  /// Why a count is hidden.
  public enum Reason: Sendable, Hashable {
    /// It is small.
    case small
    /// The small one at this place could be worked out from it.
    case protecting(CountTable.Place)
  }

  private let shown: [CountTable.Place: Int]
  private let table: CountTable
  /// What was hidden and why, in the order of the table, for the record that stays inside.
  public let log: [Hidden]
  /// Small counts that can be worked out all the same: the table must not be published.
  public let revealed: [CountTable.Place]

  init(_ table: CountTable, _ counts: ControlledCounts, _ places: [CountTable.Place]) {
    self.table = table
    shown = Dictionary(
      uniqueKeysWithValues: zip(places, counts.shown).compactMap { place, value in
        value.map { (place, $0) }
      })
    log = counts.log.map { one in
      switch one.reason {
      case .small: Hidden(place: places[one.cell], reason: .small)
      case .protecting(let cell):
        Hidden(place: places[one.cell], reason: .protecting(places[cell]))
      }
    }
    revealed = counts.revealed.map { places[$0] }
  }

  /// A count as it may be shown; `nil` where hidden, not published, or outside the table.
  public subscript(place: CountTable.Place) -> Int? { shown[place] }

  /// The counts, row by row; `nil` where hidden.
  public var rows: [[Int?]] {
    table.counts.indices.map { row in
      table.columns.map { self[.cell(row: row, column: $0)] }
    }
  }

  /// The total of each row; `nil` where hidden or not published.
  public var rowTotals: [Int?] { table.counts.indices.map { self[.rowTotal($0)] } }

  /// The total of each column; `nil` where hidden or not published.
  public var columnTotals: [Int?] { table.columns.map { self[.columnTotal($0)] } }

  /// The total of the table; `nil` where hidden or not published.
  public var grandTotal: Int? { self[.grandTotal] }
}
