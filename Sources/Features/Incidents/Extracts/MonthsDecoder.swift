internal import Kernel

/// A row of a table of months: an area's counts of a category.
struct MonthsRow: Equatable, Sendable {
  let area: String
  let category: String
  /// Months with more than none.
  let counts: [(month: Month, count: Int)]

  static func == (left: MonthsRow, right: MonthsRow) -> Bool {
    left.area == right.area && left.category == right.category
      && left.counts.map(\.month) == right.counts.map(\.month)
      && left.counts.map(\.count) == right.counts.map(\.count)
  }
}

extension ExtractDecoder {
  /// The counts of a row; an empty cell counts none.
  func months(_ row: some ExtractRow, _ places: ColumnPlaces) throws(ExtractRefusal) -> MonthsRow {
    guard row.count >= places.width else {
      throw ExtractRefusal(.short(row.count, of: places.width))
    }
    var counts: [(month: Month, count: Int)] = []
    for (place, month) in places.months {
      guard let count = Self.count(row.trimmed(place)) else {
        throw ExtractRefusal(.count(column: places.headings[place]))
      }
      if count > 0 { counts.append((month, count)) }
    }
    return MonthsRow(
      area: try text(row, places, .area), category: try category(row, places), counts: counts)
  }

  /// A whole number of at most nine digits, also one a sheet writes as `5.0`.
  private static func count(_ text: UnsafeRawBufferPointer) -> Int? {
    var digits = text
    if digits.count > 2, digits.suffix(2).elementsEqual(".0".utf8) {
      digits = UnsafeRawBufferPointer(rebasing: digits.dropLast(2))
    }
    guard digits.count <= 9, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
