package import Database
import Partnership

/// The few facts about the whole partnership that are kept beside its accounts.
package enum AccountsStore {
  /// Whether this database is the demonstration, whose people are all made up.
  package static func isDemonstration(_ read: Read) throws -> Bool {
    try setting("demonstration", read) == "yes"
  }

  /// Marks this database as the demonstration, for good.
  package static func markDemonstration(in write: Write) throws {
    try set("demonstration", "yes", in: write)
  }

  /// Whether the demonstration was made to its end.
  package static func isDemonstrationWhole(_ read: Read) throws -> Bool {
    try setting("demonstration-whole", read) == "yes"
  }

  /// Notes that the demonstration was made to its end.
  package static func markDemonstrationWhole(in write: Write) throws {
    try set("demonstration-whole", "yes", in: write)
  }

  /// The mark of the keys this database was made with; `nil` before they were first used.
  package static func keyMark(_ read: Read) throws -> String? { try setting("key-mark", read) }

  /// Keeps the mark of the keys.
  package static func setKeyMark(_ mark: String, in write: Write) throws {
    try set("key-mark", mark, in: write)
  }

  /// Whether there is no account yet: nobody can have entered anything.
  package static func isEmpty(_ read: Read) throws -> Bool {
    try read.first("SELECT id FROM account LIMIT 1") { row in try row.int() } == nil
  }

  /// What every page says: the partnership's name, `nil` before it is set, and whether this is the
  /// demonstration.
  package static func facts(
    _ read: Read
  ) throws -> (partnership: String?, isDemonstration: Bool) {
    let rows = try read.all(
      "SELECT name, value FROM setting WHERE name IN ('partnership', 'demonstration')"
    ) { row in (name: try row.text(), value: try row.text()) }
    let values = Dictionary(rows.map { ($0.name, $0.value) }) { first, _ in first }
    return (values["partnership"], values["demonstration"] == "yes")
  }

  /// Sets the partnership's name, and has every process show it from the next page on.
  package static func name(partnership: String, in write: Write) throws {
    try set("partnership", partnership, in: write)
    try KeptPages.changed(in: write)
  }

  private static func setting(_ name: String, _ read: Read) throws -> String? {
    try read.first("SELECT value FROM setting WHERE name = \(name)") { row in try row.text() }
  }

  private static func set(_ name: String, _ value: String, in write: Write) throws {
    try write.run(
      """
      INSERT INTO setting (name, value) VALUES (\(name), \(value))
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """)
  }
}
