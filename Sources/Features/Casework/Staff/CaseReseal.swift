internal import Database
internal import Jobs
internal import Kernel
internal import Partnership
internal import Secrets

/// Seals what cases keep under the newest version of the key, after a rotation.
enum CaseReseal {
  private static let batch = 200

  static let job = JobKind<Services>.resealing(
    "cases", "records of cases", columns.map(sealing) + [vehicles])

  private static func sealing(_ column: Column) -> JobKind<Services>.Sealing {
    { services, last, write in try reseal(column, after: last, services.keyring, in: write) }
  }

  private static let vehicles: JobKind<Services>.Sealing = { services, last, write in
    try VehicleStore.reseal(after: last, services.keyring, in: write)
  }

  /// A sealed column of a table whose rows a whole number names.
  struct Column: Sendable {
    let table: StaticString
    let name: StaticString
    private let key: StaticString

    init(_ table: StaticString, _ name: StaticString, key: StaticString = "id") {
      self.table = table
      self.name = name
      self.key = key
    }

    /// The next rows that have something in it.
    func rows(after last: Int64, limit: Int) -> SQL {
      let (table, name, key) = (part(table), part(name), part(key))
      return """
        SELECT \(key), \(name) FROM \(table) WHERE \(key) > \(last) AND length(\(name)) > 0
        ORDER BY \(key) LIMIT \(limit)
        """
    }

    func setting(_ sealed: [UInt8], of row: Int64) -> SQL {
      "UPDATE \(part(table)) SET \(part(name)) = \(sealed) WHERE \(part(key)) = \(row)"
    }

    private func part(_ text: StaticString) -> SQL { SQL(trusted: text.description) }
  }

  static let columns = [
    Column("report_decision", "reason", key: "report"),
    Column("case_person", "content"),
    Column("case_action", "task"),
    Column("case_entry", "words"),
    Column(SurveyStore.table, "words", key: "report"),
    Column("risk_assessment", "content"),
    Column("visit_marker", "content"),
    Column("case_place", "words"),
    Column("case_referral", "content"),
    Column("case_support", "content"),
    Column("case_review_complaint", "content"),
    Column("case_review_record", "content"),
    Column("case_review_recommendation", "words"),
    Column("case_review_recommendation", "answer_words"),
    Column("case_review_choice", "content"),
    Column("case_review_papers", "content"),
    Column("case_link", "mailbox"),
    Column("case_link", "words"),
    Column("case_party", "content"),
    Column(SampleStore.table, "note"),
    Column("case_mapping", "content"),
    Column("known_source", "contact"),
    Column("known_request", "content"),
    Column("retention_hold", "reason"),
    Column("access_request", "content"),
    Column("access_request", "bundle"),
    Column("access_decision", "content"),
    Column("court_bundle", "content"),
    Column("court_bundle", "fixed"),
    Column("court_bundle_paper", "content"),
    Column("case_letter", "content"),
  ]

  /// Seals the next rows of a column anew; their ids.
  static func reseal(
    _ column: Column, after last: Int64, _ keyring: Keyring, in write: Write
  ) throws -> [Int64] {
    let rows = try write.all(column.rows(after: last, limit: batch)) { row in
      (id: Int64(try row.int()), sealed: try row.bytes())
    }
    for row in rows where keyring.sealedVersion(row.sealed) < keyring.version {
      let id = ID<Column>(row.id)
      let opened = try keyring.open(row.sealed, table: column.table, row: id, column: column.name)
      let sealed = keyring.seal(opened, table: column.table, row: id, column: column.name)
      try write.run(column.setting(sealed, of: row.id))
    }
    return rows.map(\.id)
  }
}
