/// A table of counts with the totals that are to be published with it.
///
/// Rows may be grouped, as small areas are in larger ones: then the table also has a row for each
/// group, and totals are sums over groups.
public struct CountTable: Sendable, Equatable {
  /// The totals of a table.
  public enum Total: Sendable, Hashable, CaseIterable {
    /// Of each row, and of each group's row.
    case rows
    /// Of each column.
    case columns
    /// Of the whole table.
    case grand
  }

  /// Where a count stands; rows, columns and groups from 0.
  public enum Place: Sendable, Hashable {
    /// In the table.
    case cell(row: Int, column: Int)
    /// In the row of a group.
    case group(Int, column: Int)
    /// At the end of a row.
    case rowTotal(Int)
    /// At the end of a group's row.
    case groupTotal(Int)
    /// At the foot of a column.
    case columnTotal(Int)
    /// In the last corner.
    case grandTotal
  }

  /// The counts, row by row.
  public let counts: [[Int]]
  /// The totals to be published.
  public let totals: Set<Total>
  /// The rows of each group; empty for a table without groups.
  public let groups: [[Int]]

  /// A table; `nil` with rows of unequal length, a count under 0, or groups that do not hold each
  /// row once.
  ///
  /// - Parameters:
  ///   - counts: row by row, each ≥ 0.
  ///   - totals: those to be published.
  ///   - groups: the rows of each group; none when empty.
  public init?(
    _ counts: [[Int]], totals: Set<Total> = Set(Total.allCases), groups: [[Int]] = []
  ) {
    let width = counts.first?.count ?? 0
    guard counts.allSatisfy({ $0.count == width && $0.allSatisfy { $0 >= 0 } }),
      groups.isEmpty || groups.joined().sorted() == Array(counts.indices)
    else { return nil }
    (self.counts, self.totals, self.groups) = (counts, totals, groups)
  }

  var columns: Range<Int> { 0..<(counts.first?.count ?? 0) }

  /// The counts of the table with its sums, and where each stands.
  ///
  /// Each sum is written once over the finest parts that are published, so that a count is in two
  /// sums at most.
  var linked: (counts: LinkedCounts, places: [Place]) {
    var builder = Builder()
    for (row, values) in counts.enumerated() {
      for (column, value) in values.enumerated() {
        builder.add(value, .cell(row: row, column: column))
      }
      if totals.contains(.rows) {
        builder.addSum(columns.map { .cell(row: row, column: $0) }, .rowTotal(row))
      }
    }
    for (group, rows) in groups.enumerated() {
      for column in columns {
        builder.addSum(
          rows.map { .cell(row: $0, column: column) }, .group(group, column: column))
      }
      if totals.contains(.rows) { builder.addSum(rows.map { .rowTotal($0) }, .groupTotal(group)) }
    }
    let rows: [(Int) -> Place] =
      groups.isEmpty
      ? counts.indices.map { row in { .cell(row: row, column: $0) } }
      : groups.indices.map { group in { .group(group, column: $0) } }
    if totals.contains(.columns) {
      for column in columns { builder.addSum(rows.map { $0(column) }, .columnTotal(column)) }
    }
    if totals.contains(.grand) { addGrandTotal(&builder, rows) }
    return (builder.counts, builder.places)
  }

  private func addGrandTotal(_ builder: inout Builder, _ rows: [(Int) -> Place]) {
    let ends: [Place] =
      groups.isEmpty ? counts.indices.map { .rowTotal($0) } : groups.indices.map { .groupTotal($0) }
    let feet = columns.map { Place.columnTotal($0) }
    switch (totals.contains(.rows), totals.contains(.columns)) {
    case (true, true):
      builder.addSum(ends, .grandTotal)
      builder.link(.grandTotal, to: feet)
    case (true, false): builder.addSum(ends, .grandTotal)
    case (false, true): builder.addSum(feet, .grandTotal)
    case (false, false):
      builder.addSum(rows.flatMap { row in columns.map { row($0) } }, .grandTotal)
    }
  }
}

/// Linked counts by their place in a table.
private struct Builder {
  private(set) var counts = LinkedCounts()
  private(set) var places: [CountTable.Place] = []
  private var numbers: [CountTable.Place: Int] = [:]

  mutating func add(_ value: Int, _ place: CountTable.Place) {
    note(counts.add(value), place)
  }

  mutating func addSum(_ parts: [CountTable.Place], _ place: CountTable.Place) {
    note(counts.addSum(of: parts.compactMap { numbers[$0] }), place)
  }

  /// The same total over other parts: true by arithmetic.
  mutating func link(_ place: CountTable.Place, to parts: [CountTable.Place]) {
    if let total = numbers[place] { _ = counts.link(total, to: parts.compactMap { numbers[$0] }) }
  }

  private mutating func note(_ number: Int, _ place: CountTable.Place) {
    numbers[place] = number
    places.append(place)
  }
}
