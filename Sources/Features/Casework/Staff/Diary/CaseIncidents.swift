internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// The incidents that those who work a case wrote down: an entry of its story, and when it happened.
struct CaseIncidents: Sendable {
  static let migrations = [
    Migration(
      feature: "cases-diary", number: 1,
      text: """
        CREATE TABLE case_incident (
          entry {i64} NOT NULL PRIMARY KEY REFERENCES case_entry (id),
          case_file {i64} NOT NULL REFERENCES case_file (id), day {text} NOT NULL,
          hour {i64} CHECK (hour BETWEEN 0 AND 23), minutes {i64}
        ) {clustered};
        CREATE INDEX case_incident_of ON case_incident (case_file, day);
        """)
  ]

  let keyring: Keyring

  /// Keeps when it was that an entry tells of.
  func keep(
    _ occasion: Occasion, as entry: ID<CaseEntry>, of file: ID<CaseFile>, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO case_incident (entry, case_file, day, hour, minutes)
      VALUES (\(entry), \(file), \(occasion.day), \(occasion.hour), \(occasion.minutes))
      """)
  }

  /// The incidents of a case, the latest first.
  func of(_ file: ID<CaseFile>, _ read: Read) throws -> [CaseDiary.Line] {
    try read.all(Self.query(file)) { row in
      let occasion = Occasion(
        day: try row.parsed(), hour: try row.optionalInt(), minutes: try row.optionalInt())
      let (entry, account): (ID<CaseEntry>, ID<Account>?) = (try row.id(), try row.optionalID())
      return CaseDiary.Line(
        occasion: occasion, report: nil, account: account,
        words: try keyring.open(
          try row.bytes(), table: "case_entry", row: entry, column: "words"))
    }
  }

  static func query(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT i.day, i.hour, i.minutes, e.id, e.account, e.words FROM case_incident i
    JOIN case_entry e ON e.id = i.entry
    WHERE i.case_file = \(file) ORDER BY i.day DESC, i.entry DESC LIMIT \(CaseDiary.most + 1)
    """
  }
}
