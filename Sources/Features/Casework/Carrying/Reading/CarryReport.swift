/// Something about a line: what, and what to do.
///
/// Its words repeat nothing of what the line says.
struct CarryFault: Equatable, Sendable {
  let file: String
  /// `nil` for a file that is no table.
  let line: Int?
  /// The heading of the column; `nil` where the line as a whole is meant.
  let column: String?
  let reason: String
}

/// A word of a list that means nothing here yet, and how many lines have it.
struct UnknownWord: Equatable, Sendable {
  let list: CarryList
  let word: String
  var lines: Int

  /// Lines with such a word are kept all the same: the case is nobody's.
  var isHarmless: Bool { list == .officer }
}

/// What an import did, or would do.
struct CarryReport: Equatable, Sendable {
  var cases = 0
  var people = 0
  var actions = 0
  var notes = 0
  var files = 0
  /// Lines and files that were kept by an earlier run.
  var known = 0
  /// Lines that are left out.
  var left = 0
  var faults: [CarryFault] = []
  /// Lines that are kept, with something to know.
  var warnings: [CarryFault] = []
  var unknown: [UnknownWord] = []

  var stored: Int { cases + people + actions + notes + files }

  /// Such as "2 cases, 3 people, 1 action, 4 notes and 0 files".
  var words: String {
    func words(_ count: Int, _ one: String, _ more: String) -> String {
      "\(count) \(count == 1 ? one : more)"
    }
    return [
      words(cases, "case", "cases"), words(people, "person", "people"),
      words(actions, "action", "actions"), words(notes, "note", "notes"),
    ].joined(separator: ", ") + " and " + words(files, "file", "files")
  }

  mutating func add(unknown word: String, of list: CarryList) {
    let shown = String(word.prefix(60))
    if let place = unknown.firstIndex(where: { $0.list == list && $0.word == shown }) {
      unknown[place].lines += 1
    } else {
      unknown.append(UnknownWord(list: list, word: shown, lines: 1))
    }
  }
}
