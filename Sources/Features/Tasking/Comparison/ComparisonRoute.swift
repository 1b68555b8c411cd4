internal import HTTP

/// The page that compares areas; a POST compares those of a file.
enum ComparisonRoute: Route {
  case compare(ComparisonFilter)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path == ["tasking", "comparison"] else { return nil }
    self = .compare(ComparisonFilter(query))
  }

  var path: String {
    switch self {
    case .compare(let filter): Path("tasking", "comparison").with(filter.fields).text
    }
  }
}

/// Which source and kind are compared.
struct ComparisonFilter: Hashable, Sendable {
  var source: String?
  var category: String?

  init() {}

  init(_ query: Fields) {
    source = query["source"].flatMap { $0.isEmpty ? nil : $0 }
    category = query["category"].flatMap { $0.isEmpty ? nil : $0 }
  }

  var fields: Fields {
    Fields(
      [("source", source), ("category", category)].compactMap { name, value in
        value.map { (name, $0) }
      })
  }
}
