internal import Documents
internal import Kernel

/// The first rows of a file, to make a mapping by.
///
/// It is kept nowhere: the page carries it along as text, the values cut to what a preview needs.
struct Sample: Equatable, Sendable {
  /// Rows of a sample, those above the headings included.
  static let mostRows = 40
  /// Letters of a value that are kept.
  static let mostLetters = 100
  /// The most bytes of a sample in a form.
  private static let mostBytes = 400_000

  private(set) var rows: [Row] = []
  private var bytes = 0

  struct Row: Equatable, Sendable {
    let line: Int
    let values: [String]
  }

  init() {}

  /// Whether it can hold no more.
  var isFull: Bool { rows.count >= Self.mostRows || bytes >= Self.mostBytes }

  /// Takes up a row, unless it is empty.
  mutating func add(_ row: some ExtractRow) {
    guard !isFull, !row.isEmpty else { return }
    let values = (0..<row.count).map { String(row.text($0).prefix(Self.mostLetters)) }
    bytes += values.reduce(0) { $0 + $1.utf8.count + 1 }
    rows.append(Row(line: row.line, values: values))
  }

  /// The headings: the first row with as many values as the widest.
  var headings: [String] {
    let widest = rows.map(\.values.count).max() ?? 0
    return rows.first { $0.values.count == widest }?.values.filter { !$0.isEmpty } ?? []
  }

  /// The sample as CSV, each row after its line.
  var text: String {
    var text = ""
    for row in rows {
      let values = [String(row.line)] + row.values
      text += values.map(Self.quoted).joined(separator: ",") + "\n"
    }
    return text
  }

  private static func quoted(_ value: String) -> String {
    "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Reads ``text``; nothing where it is not that.
  init(text: String) {
    var reader = CSVReader(maximumFields: 2_001)
    var rows: [Row] = []
    let take = { (record: CSVRecord) in
      guard let line = Int(record.text(0)), rows.count < Self.mostRows else { return }
      rows.append(Row(line: line, values: Array(record.texts.dropFirst())))
    }
    do {
      try Array(text.utf8).withUnsafeBytes { try reader.read($0, take) }
      try reader.finish(take)
    } catch { rows = [] }
    self.rows = rows
  }
}
