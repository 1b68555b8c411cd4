/// The prepared statements of one connection, by their text; the least recently used go first.
///
/// A statement is taken out while it runs, so that one text may run inside itself.
final class StatementCache {
  private struct Entry {
    let statement: Statement
    let use: Int
  }

  private let capacity: Int
  private var entries: [String: Entry] = [:]
  private var uses = 0

  init(capacity: Int = 128) { self.capacity = capacity }

  var count: Int { entries.count }

  func take(_ text: String) -> Statement? { entries.removeValue(forKey: text)?.statement }

  func keep(_ statement: Statement, for text: String) {
    uses += 1
    entries[text] = Entry(statement: statement, use: uses)
    guard entries.count > capacity else { return }
    if let oldest = entries.min(by: { $0.value.use < $1.value.use }) {
      entries.removeValue(forKey: oldest.key)
    }
  }

  func removeAll() { entries = [:] }
}
