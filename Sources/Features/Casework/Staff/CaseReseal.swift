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

  /// A sealed column, with the statements that read and write it.
  struct Column: Sendable {
    let table: StaticString
    let name: StaticString
    let read: @Sendable (_ after: Int64, _ limit: Int) -> SQL
    let write: @Sendable (_ sealed: [UInt8], _ row: Int64) -> SQL
  }

  static let columns = [
    Column(
      table: "report_decision", name: "reason",
      read: {
        "SELECT report, reason FROM report_decision WHERE report > \($0) ORDER BY report LIMIT \($1)"
      }, write: { "UPDATE report_decision SET reason = \($0) WHERE report = \($1)" }),
    Column(
      table: "case_person", name: "content",
      read: { "SELECT id, content FROM case_person WHERE id > \($0) ORDER BY id LIMIT \($1)" },
      write: { "UPDATE case_person SET content = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_action", name: "task",
      read: { "SELECT id, task FROM case_action WHERE id > \($0) ORDER BY id LIMIT \($1)" },
      write: { "UPDATE case_action SET task = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_entry", name: "words",
      read: { "SELECT id, words FROM case_entry WHERE id > \($0) ORDER BY id LIMIT \($1)" },
      write: { "UPDATE case_entry SET words = \($0) WHERE id = \($1)" }),
    Column(
      table: SurveyStore.table, name: "words",
      read: {
        """
        SELECT report, words FROM report_survey WHERE report > \($0) AND words IS NOT NULL
        ORDER BY report LIMIT \($1)
        """
      }, write: { "UPDATE report_survey SET words = \($0) WHERE report = \($1)" }),
    Column(
      table: "risk_assessment", name: "content",
      read: {
        "SELECT id, content FROM risk_assessment WHERE id > \($0) ORDER BY id LIMIT \($1)"
      }, write: { "UPDATE risk_assessment SET content = \($0) WHERE id = \($1)" }),
    Column(
      table: "visit_marker", name: "content",
      read: { "SELECT id, content FROM visit_marker WHERE id > \($0) ORDER BY id LIMIT \($1)" },
      write: { "UPDATE visit_marker SET content = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_place", name: "words",
      read: { "SELECT id, words FROM case_place WHERE id > \($0) ORDER BY id LIMIT \($1)" },
      write: { "UPDATE case_place SET words = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_referral", name: "content",
      read: { "SELECT id, content FROM case_referral WHERE id > \($0) ORDER BY id LIMIT \($1)" },
      write: { "UPDATE case_referral SET content = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_support", name: "content",
      read: { "SELECT id, content FROM case_support WHERE id > \($0) ORDER BY id LIMIT \($1)" },
      write: { "UPDATE case_support SET content = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_review_complaint", name: "content",
      read: {
        """
        SELECT id, content FROM case_review_complaint WHERE id > \($0) ORDER BY id LIMIT \($1)
        """
      }, write: { "UPDATE case_review_complaint SET content = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_review_record", name: "content",
      read: {
        "SELECT id, content FROM case_review_record WHERE id > \($0) ORDER BY id LIMIT \($1)"
      }, write: { "UPDATE case_review_record SET content = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_review_recommendation", name: "words",
      read: {
        """
        SELECT id, words FROM case_review_recommendation WHERE id > \($0) ORDER BY id LIMIT \($1)
        """
      }, write: { "UPDATE case_review_recommendation SET words = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_review_recommendation", name: "answer_words",
      read: {
        """
        SELECT id, answer_words FROM case_review_recommendation
        WHERE id > \($0) AND answer_words IS NOT NULL ORDER BY id LIMIT \($1)
        """
      }, write: { "UPDATE case_review_recommendation SET answer_words = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_link", name: "mailbox",
      read: { "SELECT id, mailbox FROM case_link WHERE id > \($0) ORDER BY id LIMIT \($1)" },
      write: { "UPDATE case_link SET mailbox = \($0) WHERE id = \($1)" }),
    Column(
      table: "case_party", name: "content",
      read: { "SELECT id, content FROM case_party WHERE id > \($0) ORDER BY id LIMIT \($1)" },
      write: { "UPDATE case_party SET content = \($0) WHERE id = \($1)" }),
  ]

  /// Seals the next rows of a column anew; their ids.
  static func reseal(
    _ column: Column, after last: Int64, _ keyring: Keyring, in write: Write
  ) throws -> [Int64] {
    let rows = try write.all(column.read(last, batch)) { row in
      (id: Int64(try row.int()), sealed: try row.bytes())
    }
    for row in rows where keyring.sealedVersion(row.sealed) < keyring.version {
      let id = ID<Column>(row.id)
      let opened = try keyring.open(row.sealed, table: column.table, row: id, column: column.name)
      let sealed = keyring.seal(opened, table: column.table, row: id, column: column.name)
      try write.run(column.write(sealed, row.id))
    }
    return rows.map(\.id)
  }
}
