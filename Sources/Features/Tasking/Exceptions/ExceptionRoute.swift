internal import HTTP
internal import Kernel

/// The pages of exceptions.
enum ExceptionRoute: Route {
  /// What stands out of a source in a stretch of time; a POST tests it.
  case report(ExceptionFilter)
  /// The incidents behind one line of a report, its lines and pages counted from 1.
  case incidents(ID<KeptReport>, line: Int, page: Int)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.starts(with: ["tasking", "exceptions"]) else { return nil }
    switch path.count {
    case 2: self = .report(ExceptionFilter(query))
    case 4:
      guard method != .post, let id = ID<KeptReport>(path[2]), let line = Int(path[3]), line > 0,
        line < 10_000
      else { return nil }
      self = .incidents(id, line: line, page: pageNumber(query))
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .report(let filter): Path("tasking", "exceptions").with(filter.fields).text
    case .incidents(let id, let line, let page):
      Path("tasking", "exceptions", id.description, String(line))
        .with(page == 1 ? [] : [("page", String(page))]).text
    }
  }
}

/// Which source and stretch are looked at, as it stands in the address.
struct ExceptionFilter: Hashable, Sendable {
  var source: String?
  var period: String?

  init(source: String? = nil, period: String? = nil) {
    self.source = source
    self.period = period
  }

  init(_ query: Fields) {
    source = query["source"].flatMap { $0.isEmpty ? nil : $0 }
    period = query["period"].flatMap { $0.isEmpty ? nil : $0 }
  }

  var fields: Fields {
    Fields(
      [("source", source), ("period", period)].compactMap { name, value in
        value.map { (name, $0) }
      })
  }
}

/// The page of a list a query asks for, from 1 to more than any list has.
func pageNumber(_ query: Fields) -> Int {
  min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 100_000)
}
