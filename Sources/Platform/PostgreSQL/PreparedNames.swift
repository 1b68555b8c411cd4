/// The statements a connection has prepared, by text and types; the least recently used go first.
struct PreparedNames {
  struct Key: Hashable {
    let text: String
    let types: [UInt32]
  }

  private struct Entry {
    let name: String
    var use: Int
  }

  private let capacity: Int
  private var entries: [Key: Entry] = [:]
  private var uses = 0
  private var made = 0

  init(capacity: Int = 256) { self.capacity = capacity }

  mutating func name(of key: Key) -> String? {
    uses += 1
    entries[key]?.use = uses
    return entries[key]?.name
  }

  /// A name for a new statement, and the name of the one that must go for it.
  mutating func add(_ key: Key) -> (name: String, evicted: String?) {
    var evicted: String?
    if entries.count >= capacity, let oldest = entries.min(by: { $0.value.use < $1.value.use }) {
      evicted = entries.removeValue(forKey: oldest.key)?.name
    }
    made += 1
    uses += 1
    let name = "hamlet\(made)"
    entries[key] = Entry(name: name, use: uses)
    return (name, evicted)
  }

  mutating func remove(_ key: Key) { entries[key] = nil }
}
