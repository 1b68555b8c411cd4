internal import HTTP
internal import Kernel

/// What the page of counts is asked for, as it stands in the address; what is wrong is shown again
/// as typed.
struct CountsFilter: Equatable, Sendable {
  private static let names = ["by", "then", "from", "to", "category", "force", "sort"]
  /// Months counted where none are asked for.
  static let usualMonths = 12

  private var texts: [String: String] = [:]
  private(set) var page = 1

  /// What is asked for; a page under 1 or over 100,000 is the nearest of these.
  init(_ query: Fields = Fields()) {
    for name in Self.names { texts[name] = query[name].flatMap { $0.isEmpty ? nil : $0 } }
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
    var other = page(1)
    other.texts["sort"] = order == .values ? nil : order.rawValue
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

  /// The question asked; throws what is wrong with it, by field.
  func query(_ choices: CountsChoices) throws(Refusal) -> CountQuery {
    var refused: [Refusal.Entry] = []
    var query = CountQuery(by: dimensions(choices, &refused))
    let (from, to) = (month("from", &refused), month("to", &refused))
    let last = to ?? choices.latest
    let first = from ?? Self.usualFirst(last)
    if first > last {
      refused.append(.init(field: "to", message: "The last month must not be before the first"))
    }
    (query.from, query.to) = (first, last)
    if let category = texts["category"] {
      query.category = category
      if !choices.categories.contains(category) {
        refused.append(.init(field: "category", message: "Choose a kind of the list"))
      }
    }
    if let force = texts["force"], !choices.forces.contains(force) {
      refused.append(.init(field: "force", message: "Choose a force of the list"))
    }
    query.order = order
    guard refused.isEmpty else { throw Refusal(refused) }
    return query
  }

  private static func usualFirst(_ last: Month) -> Month { last.adding(months: 1 - usualMonths) }

  private func month(_ name: String, _ refused: inout [Refusal.Entry]) -> Month? {
    guard let text = texts[name] else { return nil }
    guard let month = Month(text) else {
      refused.append(.init(field: name, message: "Enter a month such as 2026-01"))
      return nil
    }
    return month
  }

  private func dimensions(
    _ choices: CountsChoices, _ refused: inout [Refusal.Entry]
  ) -> [CountDimension] {
    var by: [CountDimension] = []
    for name in ["by", "then"] {
      let usual = name == "by" ? CountDimension.month.rawValue : nil
      guard let text = texts[name] ?? usual else { continue }
      let message: String
      if let dimension = CountDimension(rawValue: text) {
        if by.contains(dimension) {
          message = "Choose something else than the first"
        } else if by.contains(where: { $0.isPlace && dimension.isPlace }) {
          message = "Count by ward or by LSOA, not by both"
        } else if dimension == .ward, !choices.hasWards {
          message = "There are no wards to count by. Choose something else, or import boundaries"
        } else {
          by.append(dimension)
          continue
        }
      } else {
        message = "Choose what to count by from the list"
      }
      refused.append(.init(field: name, message: message))
    }
    return by
  }
}

/// What can be asked for.
struct CountsChoices: Equatable, Sendable {
  /// The latest month of the forces counted.
  let latest: Month
  let forces: [String]
  let categories: [String]
  let hasWards: Bool
}

extension CountDimension {
  /// Whether it says where.
  fileprivate var isPlace: Bool { self == .ward || self == .lsoa }
}
