internal import Database
internal import Kernel

/// A case or report found by words of its title, place, kind or tags.
struct FoundRecord: Sendable {
  let kind: FoundText
  let place: FoundPlace
  let receivedAt: Instant
}

/// Looks cases and reports up by the words of their titles, places, kinds and tags; all must be met.
struct TextSearch {
  static let shown = 50
  /// The last word may be unfinished from this length on.
  private static let prefixed = 3
  /// The most words beginning alike that are read.
  private static let mostBeginning = 500

  /// Cases and reports that have every word, the newest first; whether there are more.
  static func find(
    _ words: [String], _ read: Read
  ) throws -> (records: [FoundRecord], hasMore: Bool) {
    guard !words.isEmpty else { return ([], false) }
    let found = try read.all(sql(words)) { row in
      (kind: try row.choice(FoundText.self), record: Int64(try row.int()))
    }
    let kept = found.prefix(shown)
    func ids(_ kind: FoundText) -> [Int64] { kept.filter { $0.kind == kind }.map(\.record) }
    let records = try cases(ids(.file), read) + reports(ids(.report), read)
    return (records.sorted { $0.receivedAt > $1.receivedAt }, found.count > shown)
  }

  static func sql(_ words: [String]) -> SQL {
    guard let first = words.first else { return "" }
    guard words.count > 1 else { return alone(first) }
    let others = words.dropFirst().enumerated().map { index, word -> SQL in
      let isLast = index == words.count - 2
      return """
         AND EXISTS (SELECT 1 FROM search_word o
          WHERE o.record = w.record AND o.kind = w.kind AND \(isLast ? beginning("o", word) : "o.word = \(word)"))
        """
    }
    return "SELECT w.kind, w.record FROM search_word w WHERE w.word = \(first)"
      + others.reduce("") { $0 + $1 }
      + " ORDER BY w.record DESC, w.kind DESC LIMIT \(shown + 1)"
  }

  /// One word: those who have it whole before those who have a longer one.
  private static func alone(_ word: String) -> SQL {
    """
    SELECT kind, record FROM (
      SELECT * FROM (SELECT kind, record, 1 AS part FROM search_word WHERE word = \(word)
        ORDER BY record DESC, kind DESC LIMIT \(shown + 1)) whole
      UNION ALL
      SELECT * FROM (SELECT w.kind, w.record, 2 AS part FROM search_word w
        WHERE \(beginning("w", word)) LIMIT \(mostBeginning)) begun) met
    GROUP BY kind, record ORDER BY MIN(part), record DESC, kind DESC LIMIT \(shown + 1)
    """
  }

  /// Whether a word is or begins with what was typed; text compares by code point.
  private static func beginning(_ table: StaticString, _ word: String) -> SQL {
    let column = SQL(trusted: "\(table).word")
    guard word.count >= prefixed else { return "\(column) = \(word)" }
    return "\(column) >= \(word) AND \(column) < \(word + "\u{7F}")"
  }

  private static func cases(_ ids: [Int64], _ read: Read) throws -> [FoundRecord] {
    guard !ids.isEmpty else { return [] }
    return try read.all(
      """
      SELECT reference, title, state, place_name, received_at FROM case_file
      WHERE id IN (\(list: ids)) LIMIT \(shown)
      """
    ) { row in
      let place = FoundPlace(
        isCase: true, reference: try row.parsed(), title: try row.text(),
        state: try row.choice(CaseState.self).title, placeName: try row.optionalText())
      return FoundRecord(kind: .file, place: place, receivedAt: try row.parsed())
    }
  }

  private static func reports(_ ids: [Int64], _ read: Read) throws -> [FoundRecord] {
    guard !ids.isEmpty else { return [] }
    return try read.all(
      """
      SELECT reference, kind, state, place_name, received_at FROM report
      WHERE id IN (\(list: ids)) LIMIT \(shown)
      """
    ) { row in
      let place = FoundPlace(
        isCase: false, reference: try row.parsed(), title: ReportKind.of(try row.text()).title,
        state: try row.choice(ReportState.self).title, placeName: try row.optionalText())
      return FoundRecord(kind: .report, place: place, receivedAt: try row.parsed())
    }
  }
}
