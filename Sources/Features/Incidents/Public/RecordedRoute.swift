internal import HTTP
internal import Kernel

/// What the public reads of recorded incidents.
enum RecordedRoute: Route {
  /// All wards together, and the list of them.
  case all
  case ward(String)
  case csv

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard method != .post, path.starts(with: ["performance", "recorded"]) else { return nil }
    switch Array(path.dropFirst(2)) {
    case []: self = .all
    case ["recorded.csv"]: self = .csv
    case let parts where parts.count == 2 && parts[0] == "wards": self = .ward(parts[1])
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .all: Path("performance", "recorded").text
    case .ward(let code): Path("performance", "recorded", "wards", code).text
    case .csv: Path("performance", "recorded", "recorded.csv").text
    }
  }
}
