import HTTP
import Kernel

/// What the public reads: the latest issue, every issue at an address of its own, and its files.
enum PerformanceRoute: Route {
  case latest
  /// Every issue of a plan.
  case issues(plan: String)
  case issue(plan: String, slug: String)
  case print(plan: String, slug: String)
  case file(plan: String, slug: String, Format)

  /// What an issue can be taken out as.
  enum Format: String, Sendable, CaseIterable {
    case csv, xlsx, json

    var file: IssueFile.Name {
      switch self {
      case .csv: .csv
      case .xlsx: .xlsx
      case .json: .issue
      }
    }
  }

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard method != .post, path.first == "performance" else { return nil }
    switch path.count {
    case 1: self = .latest
    case 2: self = .issues(plan: path[1])
    case 3:
      let parts = path[2].split(separator: ".", omittingEmptySubsequences: false)
      if parts.count == 2, let format = Format(rawValue: String(parts[1])) {
        self = .file(plan: path[1], slug: String(parts[0]), format)
      } else if parts.count == 1 {
        self = .issue(plan: path[1], slug: path[2])
      } else {
        return nil
      }
    case 4 where path[3] == "print": self = .print(plan: path[1], slug: path[2])
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .latest: Path("performance").text
    case .issues(let plan): Path("performance", plan).text
    case .issue(let plan, let slug): Path("performance", plan, slug).text
    case .print(let plan, let slug): Path("performance", plan, slug, "print").text
    case .file(let plan, let slug, let format):
      Path("performance", plan, "\(slug).\(format.rawValue)").text
    }
  }
}
