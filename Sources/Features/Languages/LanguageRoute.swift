internal import HTTP

/// The pages of languages.
enum LanguageRoute: Route {
  static let section = "languages"

  /// The languages there are; a POST adds one.
  case list
  /// The pages in one language; a POST takes a file of words.
  case language(String)
  /// The words of one page; a POST keeps them, or says whether the page was checked.
  case page(String, String)
  /// All words of a language, for translators.
  case sheet(String)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == Self.section else { return nil }
    switch path.count {
    case 1: self = .list
    case 2: self = .language(path[1])
    case 3 where path[2] == Self.file && method != .post: self = .sheet(path[1])
    case 3 where path[2] != Self.file: self = .page(path[1], path[2])
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .list: Path(Self.section).text
    case .language(let code): Path(Self.section, code).text
    case .page(let code, let page): Path(Self.section, code, page).text
    case .sheet(let code): Path(Self.section, code, Self.file).text
    }
  }

  private static let file = "words.csv"
}
