internal import Database
internal import Kernel
internal import Partnership

/// The names and people of the wards an answer is by; none where it is by none.
struct WardPeople {
  private let names: [String: String]
  private let people: [String: AreaPeople]

  /// The estimates are those of the year of the last month, or the nearest before it.
  init(
    _ question: CountsQuestion, _ areas: [Area], _ directory: AreaDirectory, _ read: Read
  ) throws {
    names = Dictionary(areas.map { ($0.code, $0.name) }) { first, _ in first }
    people =
      try question.edition.map { edition in
        try directory.people(edition.kind, edition.year, question.months.upperBound.year, read)
      } ?? [:]
  }

  /// A row with what is known of its ward.
  func line(_ row: CountRow, of query: CountQuery) -> CountsLine {
    guard let column = query.by.firstIndex(of: .ward) else {
      return CountsLine(values: row.values, count: row.count, wardName: nil, rate: nil)
    }
    let code = row.values[column]
    return CountsLine(
      values: row.values, count: row.count, wardName: names[code] ?? "",
      rate: rate(row.count, in: code))
  }

  /// The rate of so many incidents in a ward.
  func rate(_ count: Int, in code: String) -> WardRate { WardRate(count, over: people[code]) }

  /// A value of a dimension as it is read.
  func words(_ value: String, of dimension: CountDimension) -> String {
    switch dimension {
    case .month: Month(value)?.words ?? value
    case .ward: names[value].map { "\($0) (\(value))" } ?? value
    case .category, .lsoa, .force: value
    }
  }
}
