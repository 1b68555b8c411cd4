internal import HTTP
internal import Kernel

/// What the page of counts is asked for, as it stands in the address; what is wrong is shown again
/// as typed.
struct CountsFilter: Equatable, Sendable {
  /// The fields that say what is counted by, in their order.
  static let dimensionNames = ["by", "then", "also"]
  private static let names =
    dimensionNames + [
      "source", "from", "to", "category", "outcome", "force", "area", "edition", "per", "sort",
    ]
  /// Months counted where none are asked for.
  static let usualMonths = 12

  private var texts: [String: String] = [:]
  private(set) var page = 1

  /// What is asked for; a page under 1 or over 100,000 is the nearest of these.
  init(_ query: Fields = Fields()) {
    for name in Self.names {
      texts[name] = query[name].map(Self.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }
    page = min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 100_000)
  }

  /// The query of the address; what is not asked for is left out.
  var fields: Fields {
    let asked = Self.names.compactMap { name in texts[name].map { (name, $0) } }
    return Fields(page > 1 ? asked + [("page", String(page))] : asked)
  }

  subscript(_ name: String) -> String? { texts[name] }

  /// How the rows are ordered; by the dimensions unless the largest are asked for first.
  var order: CountOrder { texts["sort"].flatMap(CountOrder.init(rawValue:)) ?? .values }

  /// The same with another page.
  func page(_ page: Int) -> CountsFilter {
    var other = self
    other.page = page
    return other
  }

  /// The same in another order, from its first page.
  func sorted(_ order: CountOrder) -> CountsFilter {
    with("sort", order == .values ? nil : order.rawValue)
  }

  /// The same with another value of a field, from its first page.
  func with(_ name: String, _ value: String?) -> CountsFilter {
    var other = page(1)
    other.texts[name] = value
    return other
  }

  /// The form filled in: what was typed, and the usual where nothing was.
  func filled(latest: Month) -> Fields {
    var filled = self
    if texts["by"] == nil { filled.texts["by"] = CountDimension.month.rawValue }
    if texts["to"] == nil { filled.texts["to"] = latest.description }
    if texts["from"] == nil, let last = Month(texts["to"] ?? latest.description) {
      filled.texts["from"] = Self.usualFirst(last).description
    }
    return filled.page(1).fields
  }

  /// The first of the months counted where only the last is asked for.
  static func usualFirst(_ last: Month) -> Month { last.adding(months: 1 - usualMonths) }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// What can be asked for.
struct CountsChoices: Equatable, Sendable {
  /// The latest month of the forces counted.
  let latest: Month
  /// The sources there are, the police's files first.
  let sources: [CountSource]
  /// The forces imported; none for another source than the police's files.
  let forces: [String]
  let categories: [String]
  let outcomes: [String]
  /// The kinds of area there are boundaries of, with the years of their editions, the latest first.
  let editions: [AreaYears]
}
