internal import HTTP
internal import Kernel

/// What the public reads of the incidents of a source; of the police's files where it is `nil`.
enum RecordedRoute: Route {
  /// All wards together, and the list of them.
  case all(source: String?)
  case ward(String, source: String?)
  case csv(source: String?)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard method != .post, path.starts(with: ["performance", "recorded"]) else { return nil }
    var rest = path.dropFirst(2)
    var source: String?
    if rest.first == "sources" {
      guard rest.count >= 2 else { return nil }
      source = rest[rest.startIndex + 1]
      rest = rest.dropFirst(2)
    }
    switch Array(rest) {
    case []: self = .all(source: source)
    case ["recorded.csv"]: self = .csv(source: source)
    case let parts where parts.count == 2 && parts[0] == "wards":
      self = .ward(parts[1], source: source)
    default: return nil
    }
  }

  /// The source asked for.
  var source: String? {
    switch self {
    case .all(let source), .ward(_, let source), .csv(let source): source
    }
  }

  var path: String {
    switch self {
    case .all: Path(parts).text
    case .ward(let code, _): Path(parts + ["wards", code]).text
    case .csv: Path(parts + ["recorded.csv"]).text
    }
  }

  private var parts: [String] {
    ["performance", "recorded"] + (source.map { ["sources", $0] } ?? [])
  }
}
