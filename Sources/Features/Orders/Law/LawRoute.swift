internal import HTTP
internal import Kernel

/// The pages of the law.
enum LawRoute: Route {
  /// Every set, and what is law on a day.
  case book(on: Day?)
  /// The form that adds a set.
  case new
  /// One set; a POST dates it or adds a rule.
  case set(String)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.starts(with: ["orders", "law"]) else { return nil }
    switch path.count {
    case 2 where method == .post: return nil
    case 2: self = .book(on: query["on"].flatMap { Day($0) })
    case 3 where path[2] == "new": self = .new
    case 3: self = .set(path[2])
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .book(let day):
      Path("orders", "law").with(day.map { [("on", $0.description)] } ?? []).text
    case .new: Path("orders", "law", "new").text
    case .set(let key): Path("orders", "law", key).text
    }
  }
}
