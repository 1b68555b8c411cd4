internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// A link by which an organisation without accounts answers what a conference asks about one case.
struct ResearchLink: Sendable {
  let shared: AnswerLink
  let research: ID<Research>
  let referral: ID<Referral>
}

/// Links to questions in the database.
struct ResearchLinkStore: Sendable {
  private static let columns: SQL = "\(AnswerLinkTable.columns), l.research, l.case_id"
  static let most = 50

  /// What these links have in common with those of other features.
  let shared: AnswerLinkTable

  init(_ services: Services) {
    shared = AnswerLinkTable(
      "conference_link", purpose: "conference.link-code", keyring: services.keyring)
  }

  /// Makes a link; an earlier one that asks the same stops working.
  func make(
    _ research: Research, to mailbox: Sensitive<String>, until expiry: Instant,
    by account: ID<Account>?, at now: Instant, write: Write
  ) throws -> (id: ID<AnswerLink>, token: String) {
    try shared.end(where: "research = \(research.id)", at: now, in: write)
    let token = SecretToken.random()
    let empty: [UInt8] = []
    let id = ID<AnswerLink>.spaced()
    try write.run(
      """
      INSERT INTO conference_link (id, research, case_id, organisation, token_hash, mailbox, made_at,
        made_by, expires_at)
      VALUES (\(id), \(research.id), \(research.referral), \(research.organisation),
        \(SecretToken.hash(token)), \(empty), \(now), \(account), \(expiry))
      """)
    try shared.keep(mailbox, of: id, in: write)
    return (id, token)
  }

  func find(_ token: String, _ read: Read) throws -> ResearchLink? {
    try read.first(
      """
      SELECT \(Self.columns) FROM conference_link l WHERE l.token_hash = \(SecretToken.hash(token))
      """
    ) { row in try link(&row) }
  }

  /// The links of a case, the newest first.
  func links(of referral: ID<Referral>, _ read: Read) throws -> [ResearchLink] {
    try read.all(Self.query(of: referral)) { row in try link(&row) }
  }

  static func query(of referral: ID<Referral>) -> SQL {
    """
    SELECT \(columns) FROM conference_link l WHERE l.case_id = \(referral)
    ORDER BY l.id DESC LIMIT \(most)
    """
  }

  /// Takes a link back; false where it is none of the case's, or is spent.
  func end(
    _ id: ID<AnswerLink>, of referral: ID<Referral>, at now: Instant, in write: Write
  ) throws -> Bool {
    try shared.end(where: "id = \(id) AND case_id = \(referral)", at: now, in: write) > 0
  }

  private func link(_ row: inout Row) throws -> ResearchLink {
    ResearchLink(
      shared: try shared.link(&row), research: try row.id(), referral: try row.id())
  }
}
