internal import Database
internal import Kernel
internal import Names
internal import Secrets

/// Keeps what people, cases and reports are found by, in the transaction that changes them.
struct SearchIndex: Sendable {
  let keyring: Keyring

  /// The first bytes of a keyed hash that are kept: enough that no two texts share them.
  static let bytes = 16

  /// The hash of a text under the newest key.
  private func token(_ text: String) -> [UInt8] {
    Array(keyring.token(text, for: "casework.search").prefix(Self.bytes))
  }

  /// The hashes of a text under every key.
  func tokens(_ text: String) -> [[UInt8]] {
    keyring.tokens(text, for: "casework.search").map { Array($0.prefix(Self.bytes)) }
  }

  /// Keeps the tokens of somebody in a case in place of what was kept before.
  func keep(_ id: ID<CasePerson>, _ content: CasePerson.Content, in write: Write) throws {
    try keep(
      .person, id.rawValue, [content.name, content.otherNames ?? ""],
      born: content.born.flatMap { Day($0) }, in: write)
  }

  /// Keeps the tokens of those a report names.
  func keep(
    _ id: ID<Report>, _ reporter: Reporter, _ subject: ReportSubject, in write: Write
  ) throws {
    try keep(.reporter, id.rawValue, [reporter.name], born: nil, in: write)
    try keep(.subject, id.rawValue, [subject.name], born: nil, in: write)
  }

  private func keep(
    _ kind: FoundKind, _ record: Int64, _ names: [String], born: Day?, in write: Write
  ) throws {
    try write.run("DELETE FROM search_token WHERE record = \(record) AND kind = \(kind)")
    let texts = PersonKeys.kept(try NameWords(names), born: born)
    var rest = Set(texts.map(token)).map { [$0.bound, record.bound, kind.bound] }
    try write.insert(into: "search_token", columns: ["token", "record", "kind"]) { rest.popLast() }
  }

  /// Keeps the words of a case: its title, place, kind and tags.
  func keepWords(of file: ID<CaseFile>, in write: Write) throws {
    let found = try write.first(
      "SELECT title, place_name, kind FROM case_file WHERE id = \(file)"
    ) { row in
      [try row.text(), try row.optionalText() ?? "", ReportKind.of(try row.text()).title]
    }
    let tags = try CaseTags.of(file, write)
    try keepWords(.file, file.rawValue, (found ?? []) + tags, in: write)
  }

  /// Keeps the words of a report: its place and kind.
  func keepWords(
    of report: ID<Report>, place: String?, kind: ReportKind, in write: Write
  ) throws {
    try keepWords(.report, report.rawValue, [place ?? "", kind.title], in: write)
  }

  private func keepWords(
    _ kind: FoundText, _ record: Int64, _ texts: [String], in write: Write
  ) throws {
    try write.run("DELETE FROM search_word WHERE record = \(record) AND kind = \(kind)")
    let words = try NameWords.plain(texts.joined(separator: " ")).filter { $0.count > 1 }
    var rest = Set(words).map { [$0.bound, record.bound, kind.bound] }
    try write.insert(into: "search_word", columns: ["word", "record", "kind"]) { rest.popLast() }
  }
}
