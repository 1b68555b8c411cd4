internal import Database
internal import Kernel
internal import Partnership

/// The names and people of the areas an answer is by; none where it is by none.
struct AreaNames {
  private let names: [String: String]
  private let people: [String: AreaPeople]
  private let query: CountQuery
  private let basis: RateBasis

  /// The estimates are those of the year of the last month, or the nearest before it.
  init(
    _ question: CountsQuestion, _ areas: [Area], _ directory: AreaDirectory, _ read: Read
  ) throws {
    query = question.query
    basis = question.per
    names = Dictionary(areas.map { ($0.code, $0.name) }) { first, _ in first }
    people =
      try query.edition.map { edition in
        try directory.people(edition.kind, edition.year, question.months.upperBound.year, read)
      } ?? [:]
  }

  /// A row with what is known of its area.
  func line(_ row: CountRow) -> CountsLine {
    let column = query.by.firstIndex { $0.areaKind != nil && query.edition != nil }
    guard let code = column.map({ row.values[$0] }) ?? query.only?.code else {
      return CountsLine(values: row.values, count: row.count, areaName: nil, rate: nil)
    }
    return CountsLine(
      values: row.values, count: row.count, areaName: column == nil ? nil : names[code] ?? "",
      rate: AreaRate(row.count, over: people[code], basis))
  }

  /// A value of a dimension as it is read.
  func words(_ value: String, of dimension: CountDimension) -> String {
    switch dimension {
    case .month, .week, .weekday, .hour: CountPeriod.words(value, of: dimension)
    case .outcome: value.isEmpty ? CountsQuestion.noOutcome : value
    case .ward, .lsoa, .msoa, .neighbourhood, .borough, .hotspot:
      names[value].map { "\($0) (\(value))" } ?? value
    case .category, .force, .source: value
    }
  }
}
