package import Database

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

  /// Whether there is no account yet: nobody can have entered anything.
  package static func isEmpty(_ read: Read) throws -> Bool {
    try read.first("SELECT id FROM account LIMIT 1") { row in try row.int() } == nil
  }

  /// The partnership's name, as every page shows it; `nil` before it is set.
  package static func partnership(_ read: Read) throws -> String? {
    try setting("partnership", read)
  }

  /// Sets the partnership's name.
  package static func name(partnership: String, in write: Write) throws {
    try set("partnership", partnership, in: write)
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
