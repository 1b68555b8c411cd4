internal import Access
internal import Database
internal import Kernel

/// Who watches which case: it is on their list, whoever works on it.
enum CaseWatch {
  static func begin(
    _ file: ID<CaseFile>, by account: ID<Account>, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO case_watch (account, case_file, since) VALUES (\(account), \(file), \(now))
      ON CONFLICT (account, case_file) DO NOTHING
      """)
  }

  static func end(_ file: ID<CaseFile>, by account: ID<Account>, in write: Write) throws {
    try write.run(
      "DELETE FROM case_watch WHERE account = \(account) AND case_file = \(file)")
  }

  /// Those who watch a case watch another in its place.
  static func move(from: ID<CaseFile>, to into: ID<CaseFile>, in write: Write) throws {
    try write.run(
      """
      INSERT INTO case_watch (account, case_file, since)
      SELECT account, \(into), since FROM case_watch WHERE case_file = \(from)
      ON CONFLICT (account, case_file) DO NOTHING
      """)
    try write.run("DELETE FROM case_watch WHERE case_file = \(from)")
  }

  static func holds(_ file: ID<CaseFile>, by account: ID<Account>, _ read: Read) throws -> Bool {
    try read.count(
      "SELECT COUNT(*) FROM case_watch WHERE account = \(account) AND case_file = \(file)") > 0
  }
}
