public import Database

/// The number that changes whenever a kept public page may have changed.
///
/// Public pages are kept rendered. Whoever changes what they show calls ``changed(in:)`` in the
/// transaction of the change; every process compares ``version(_:)`` before it answers with a page
/// it kept, so that a kept page is never stale.
public enum KeptPages {
  /// The table of the one number.
  public static let migrations = [
    Migration(
      feature: "kept", number: 1,
      text: """
        CREATE TABLE kept_pages (
          id {i64} PRIMARY KEY CHECK (id = 1),
          version {i64} NOT NULL
        ) {strict};
        INSERT INTO kept_pages (id, version) VALUES (1, 1);
        """)
  ]

  /// Makes every kept page of every process stale once the transaction is durable.
  public static func changed(in write: Write) throws {
    try write.run("UPDATE kept_pages SET version = version + 1 WHERE id = 1")
  }

  /// The present number.
  public static func version(_ read: Read) throws -> Int {
    try read.count("SELECT version FROM kept_pages WHERE id = 1")
  }
}
