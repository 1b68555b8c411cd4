import TestKit

/// Every address somebody can reach from page to page, a few of each shape.
struct Crawl {
  /// Addresses that are asked for of one shape, such as `/indicators/#`.
  private static let ofShape = 2
  private static let left: Set<String> = ["/sign-out", "/assets"]
  /// What takes another program to make: known by its address, and not opened.
  private static let made = [".docx", ".pdf"]

  /// Whether an address is that of a file another program makes, with the time it was made in it.
  static func isMade(_ address: String) -> Bool { made.contains(where: address.hasSuffix) }

  /// The addresses that pages link to.
  private(set) var addresses: [String] = []
  /// Where their forms are sent, with the fields they hold.
  private(set) var forms: [(path: String, fields: [(String, String)])] = []
  /// What pages link to and is not there, with the page that links to it.
  private(set) var broken: [(address: String, from: String)] = []
  private var seen: [String: Int] = [:]
  private var known: Set<String> = []
  private var sent: Set<String> = []

  /// Follows every link from some pages on; an address with one of `words` in it is never left out.
  ///
  /// Of those that `isWanted` does not take none is opened.
  mutating func walk(
    _ visitor: Visitor, from starts: [String], keeping words: [String],
    where isWanted: (String) -> Bool = { _ in true }
  ) throws {
    var waiting = starts.map { (address: $0, from: "") }
    while let (address, from) = waiting.popLast() {
      guard isWanted(address), isNew(address, words) else { continue }
      addresses.append(address)
      guard !Self.isMade(address) else { continue }
      let answer = try visitor.get(address)
      if answer.status >= 400 { broken.append((address, from)) }
      guard answer.headers["content-type"]?.hasPrefix("text/html") == true else { continue }
      waiting += Self.links(answer.text).map { ($0, address) }
      for form in Self.forms(answer.text) {
        let fields = form.fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        if sent.insert(Self.shape(form.path, words) + fields).inserted { forms.append(form) }
      }
    }
  }

  private mutating func isNew(_ address: String, _ words: [String]) -> Bool {
    guard address.hasPrefix("/"), !Self.left.contains(where: address.hasPrefix),
      known.insert(address).inserted
    else { return false }
    let shape = Self.shape(address, words)
    seen[shape, default: 0] += 1
    return seen[shape, default: 0] <= Self.ofShape
  }

  /// The address without what tells one record from another.
  private static func shape(_ address: String, _ words: [String]) -> String {
    if words.contains(where: address.contains) { return address }
    let parts = address.split(separator: "?", maxSplits: 1)
    let path = parts[0].split(separator: "/").map { part in
      part.contains(where: \.isNumber) ? "#" : String(part)
    }
    let names = parts.dropFirst().first?.split(separator: "&").map { $0.prefix { $0 != "=" } } ?? []
    return path.joined(separator: "/") + "?" + names.joined(separator: "&")
  }

  private static func links(_ page: String) -> [String] {
    page.matches(of: /href="([^"#]+)[^"]*"/).map {
      String($0.1).replacing("&amp;", with: "&").replacing("&#38;", with: "&")
    }
  }

  /// The forms that change something, with their hidden fields, first choices and buttons.
  private static func forms(_ page: String) -> [(path: String, fields: [(String, String)])] {
    page.split(separator: "<form").dropFirst().compactMap { text in
      let form = text.firstRange(of: "</form>").map { text[..<$0.lowerBound] } ?? text
      guard form.firstMatch(of: /method="post"/) != nil,
        let action = form.firstMatch(of: /action="([^"]+)"/)?.1
      else { return nil }
      let named = form.matches(of: /name="([^"]+)"[^>]*value="([^"]*)"/).map {
        (String($0.1), String($0.2))
      }.filter { $0.0 != "csrf" }
      let path = String(action)
      return left.contains(where: path.hasPrefix) ? nil : (path, named)
    }
  }
}
