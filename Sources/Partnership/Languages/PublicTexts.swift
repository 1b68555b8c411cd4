/// The words of one public page, so that they can be put into other languages.
///
/// They stand as ``Translation/Wording`` looks them up: what is in a line, whole, its elements as
/// `{1}…{/1}` and its values as `{number}`, `{date}` or `{text}`. A test of the page's feature
/// holds that every text it can show is among them.
public struct PublicTexts: Sendable {
  /// What the page is called in paths and on the command line: letters, digits and dashes.
  public let page: String
  /// What people call it, such as "Where it happens".
  public let title: String
  /// The paths it stands at, in which `*` is any one part; none for what stands on every page.
  public let paths: [[String]]
  /// Its texts in English, each once, in the order in which they are read.
  public let texts: [String]

  /// The words of a page at some paths, such as `report/where` or `report/answer/*`.
  public init(_ page: String, _ title: String, at paths: [String], _ texts: [String]) {
    self.page = page
    self.title = title
    self.paths = paths.map { $0.split(separator: "/").map(String.init) }
    var seen: Set<String> = []
    self.texts = texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Whether it stands at a path.
  func stands(at path: [String]) -> Bool {
    paths.contains { own in
      own.count == path.count && zip(own, path).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }
}

extension Sequence<PublicTexts> {
  /// The page that stands at a path; `nil` where that has no words to translate.
  public func page(at path: [String]) -> PublicTexts? {
    first { $0.stands(at: path) }
  }
}
