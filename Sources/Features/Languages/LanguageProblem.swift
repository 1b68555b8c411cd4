internal import Kernel

/// Why something of a language cannot be shown or done.
enum LanguageProblem: Problem, Equatable {
  case notFound
  case unknown(String)
  case isThere(String)
  case noSuchPage(String)
  case notWhole(missing: Int)

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .unknown(let code):
      "There is no language \(code). List them with hamlet languages list, or add it first."
    case .isThere(let code): "\(code) is there already."
    case .noSuchPage(let page):
      "There is no page \(page). hamlet languages show lists the pages of a language."
    case .notWhole(let missing):
      "\(missing) \(missing == 1 ? "text has" : "texts have") no words in this language yet. Enter "
        + "them, then have the page checked."
    }
  }

  var status: Int {
    switch self {
    case .notFound, .unknown, .noSuchPage: 404
    case .isThere, .notWhole: 409
    }
  }
}
