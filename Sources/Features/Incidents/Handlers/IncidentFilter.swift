internal import HTTP
internal import Kernel

/// What the page of incidents is asked for, as it stands in the address.
struct IncidentFilter: Equatable, Sendable {
  /// A force; the partnership's area where empty.
  var force = ""
  /// A category in the source's words; all where empty.
  var category = ""
  /// Months as typed, so that a wrong one can be shown again.
  var from = ""
  var to = ""
  var page = 1

  init(force: String = "", category: String = "", from: String = "", to: String = "") {
    self.force = force
    self.category = category
    self.from = from
    self.to = to
  }

  init(_ query: Fields) {
    force = query["force"] ?? ""
    category = query["category"] ?? ""
    from = query["from"] ?? ""
    to = query["to"] ?? ""
    page = min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 10_000)
  }

  /// The query of the address; what is not asked for is left out.
  var fields: Fields {
    let all = [
      ("force", force), ("category", category), ("from", from), ("to", to),
      ("page", page > 1 ? String(page) : ""),
    ]
    return Fields(all.filter { !$0.1.isEmpty })
  }

  /// The same with another page.
  func page(_ page: Int) -> IncidentFilter {
    var other = self
    other.page = page
    return other
  }

  /// The same for one category.
  func category(_ category: String) -> IncidentFilter {
    var other = self
    other.category = category
    other.page = 1
    return other
  }

  /// The months asked for; throws what is wrong with them, by field.
  func months() throws(Refusal) -> (from: Month?, to: Month?) {
    var refused: [Refusal.Entry] = []
    for (field, text) in [("from", from), ("to", to)] where !text.isEmpty && Month(text) == nil {
      refused.append(.init(field: field, message: "Enter a month such as 2026-01"))
    }
    if let first = Month(from), let last = Month(to), last < first {
      refused.append(.init(field: "to", message: "The last month must not be before the first"))
    }
    guard refused.isEmpty else { throw Refusal(refused) }
    return (Month(from), Month(to))
  }
}
