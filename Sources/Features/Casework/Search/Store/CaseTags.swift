internal import Database
internal import HTTP
internal import Kernel

/// The tags of a case: an officer's words in the clear that name nobody.
enum CaseTags {
  static let most = 10
  static let longest = 40

  static func of(_ file: ID<CaseFile>, _ read: Read) throws -> [String] {
    try read.all(
      "SELECT tag FROM case_tag WHERE case_file = \(file) ORDER BY tag LIMIT \(most)"
    ) { row in try row.text() }
  }

  /// Reads tags as they are typed: parted by commas, each once, in small letters.
  static func read(_ fields: Fields) throws(Refusal) -> [String] {
    var tags: [String] = []
    for part in (fields["tags"] ?? "").split(separator: ",") {
      let tag = part.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard tag.count <= longest else {
        throw Refusal("tags", "Use \(longest) characters or fewer for each tag")
      }
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    guard tags.count <= most else { throw Refusal("tags", "Give at most \(most) tags") }
    return tags.sorted()
  }

  /// Keeps tags in place of those there were, and what the case is found by.
  static func keep(
    _ tags: [String], of file: ID<CaseFile>, _ index: SearchIndex, in write: Write
  ) throws {
    try write.run("DELETE FROM case_tag WHERE case_file = \(file)")
    for tag in tags {
      try write.run("INSERT INTO case_tag (case_file, tag) VALUES (\(file), \(tag))")
    }
    try index.keepWords(of: file, in: write)
  }
}
