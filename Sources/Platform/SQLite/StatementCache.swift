/// The prepared statements of one connection, by their text; the least recently used go first.
final class StatementCache {
  private final class Entry {
    let statement: Statement
    var use = 0
    /// A text that runs inside itself gets a second statement, which is not kept.
    var isRunning = false

    init(_ statement: Statement) { self.statement = statement }
  }

  private let capacity: Int
  private var entries: [String: Entry] = [:]
  private var uses = 0

  init(capacity: Int = 128) { self.capacity = capacity }

  var count: Int { entries.count }

  /// Runs `body` with the statement of a text, which `prepare` makes where there is none yet.
  func withStatement(
    of text: String, prepare: () throws -> Statement, _ body: (Statement) throws -> Void
  ) throws {
    let known = entries[text]
    if let known, known.isRunning { return try body(prepare()) }
    let entry = try known ?? Entry(prepare())
    if known == nil { add(entry, for: text) }
    uses += 1
    entry.use = uses
    entry.isRunning = true
    defer {
      entry.statement.clear()
      entry.isRunning = false
    }
    try body(entry.statement)
  }

  func removeAll() { entries = [:] }

  private func add(_ entry: Entry, for text: String) {
    if entries.count >= capacity,
      let oldest = entries.filter({ !$0.value.isRunning }).min(by: { $0.value.use < $1.value.use })
    {
      entries.removeValue(forKey: oldest.key)
    }
    entries[text] = entry
  }
}
