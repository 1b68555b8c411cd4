internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Agreements in the database: tens, not thousands.
enum AgreementStore {
  /// The most that are read at once.
  static let most = 500

  /// All of them, the first to be reviewed first.
  static func all(_ read: Read) throws -> [Agreement] {
    try some(
      "SELECT \(columns) FROM sharing_agreement a ORDER BY a.review_on, a.id LIMIT \(most)", read)
  }

  static func inForce(on day: Day, _ read: Read) throws -> [Agreement] {
    try some(
      """
      SELECT \(columns) FROM sharing_agreement a
      WHERE a.signed_on <= \(day) AND (a.ended_on IS NULL OR a.ended_on >= \(day))
      ORDER BY a.title, a.id LIMIT \(most)
      """, read)
  }

  static func find(_ id: ID<ShareAgreement>, _ read: Read) throws -> Agreement? {
    try some("SELECT \(columns) FROM sharing_agreement a WHERE a.id = \(id)", read).first
  }

  /// How many are to be reviewed by a day.
  static func due(on day: Day, _ read: Read) throws -> Int { try read.count(dueQuery(on: day)) }

  static func dueQuery(on day: Day) -> SQL {
    "SELECT COUNT(*) FROM sharing_agreement WHERE ended_on IS NULL AND review_on <= \(day)"
  }

  static func add(
    _ form: AgreementForm, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> ID<ShareAgreement> {
    let id: ID<ShareAgreement>? = try write.first(
      """
      INSERT INTO sharing_agreement (title, purposes, fields, signed_on, review_on, made_at, account)
      VALUES (\(form.title), \(form.purposes), \(form.fields.stored), \(form.signedOn),
        \(form.reviewOn), \(now), \(account)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the agreement was given no id") }
    for party in form.parties {
      try write.run(
        "INSERT INTO sharing_agreement_party (agreement, organisation) VALUES (\(id), \(party))")
    }
    return id
  }

  /// Sets the next review; ``DatabaseError/stale`` where somebody changed it since.
  static func review(_ agreement: Agreement, next: Day, in write: Write) throws {
    try write.update(
      """
      UPDATE sharing_agreement SET review_on = \(next), version = version + 1
      WHERE id = \(agreement.id) AND version = \(agreement.version)
      """)
  }

  static func end(
    _ agreement: Agreement, on day: Day, because reason: String, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE sharing_agreement SET ended_on = \(day), ending = \(reason), version = version + 1
      WHERE id = \(agreement.id) AND version = \(agreement.version)
      """)
  }

  private static let columns: SQL = """
    a.id, a.version, a.title, a.purposes, a.fields, a.signed_on, a.review_on, a.ended_on, a.ending
    """

  private static func some(_ sql: SQL, _ read: Read) throws -> [Agreement] {
    let parties = try read.all(
      "SELECT agreement, organisation FROM sharing_agreement_party ORDER BY agreement, organisation"
    ) { row in (try row.id(ShareAgreement.self), try row.id(Organisation.self)) }
    let byAgreement = Dictionary(grouping: parties, by: \.0).mapValues { $0.map(\.1) }
    return try read.all(sql) { row in
      var agreement = Agreement(
        id: try row.id(), version: try row.int(), title: try row.text(),
        purposes: try row.text(), fields: Array(stored: try row.text()),
        signedOn: try row.parsed(), reviewOn: try row.parsed(),
        endedOn: try row.optionalParsed(), ending: try row.text())
      agreement.parties = byAgreement[agreement.id] ?? []
      return agreement
    }
  }
}
