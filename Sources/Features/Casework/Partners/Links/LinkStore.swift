internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Links to actions in the database: hashes of tokens and codes, sealed mailboxes.
struct LinkStore: Sendable {
  private static let table: StaticString = "case_link"
  private static let columns: SQL =
    "\(AnswerLinkTable.columns), l.case_file, l.action, l.referral, l.words, l.share"

  let keyring: Keyring

  /// What these links have in common with those of other features.
  var shared: AnswerLinkTable {
    AnswerLinkTable(Self.table, purpose: "case.link-code", keyring: keyring)
  }

  /// Makes a link; earlier ones that ask the same stop working.
  func make(
    _ form: LinkForm, _ asks: LinkAsks, of organisation: ID<Organisation>, in file: ID<CaseFile>,
    recorded share: Reference?, by account: ID<Account>?, at now: Instant, write: Write
  ) throws -> String {
    let asked: SQL =
      switch asks {
      case .action(let id): "action = \(id)"
      case .referral(let id): "referral = \(id)"
      }
    try shared.end(where: "case_file = \(file) AND \(asked)", at: now, in: write)
    let token = SecretToken.random()
    let empty: [UInt8] = []
    let id: ID<AnswerLink>? = try write.first(
      """
      INSERT INTO case_link (case_file, action, referral, organisation, token_hash, mailbox, made_at,
        made_by, expires_at, share)
      VALUES (\(file), \(asks.action), \(asks.referral), \(organisation),
        \(SecretToken.hash(token)), \(empty), \(now), \(account), \(form.expiry(from: now)),
        \(share?.description))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the link was given no id") }
    try shared.keep(form.mailbox, of: id, in: write)
    let words = form.words.map {
      keyring.seal(Sensitive($0), table: Self.table, row: id, column: "words")
    }
    try write.run("UPDATE case_link SET words = \(words) WHERE id = \(id)")
    return token
  }

  /// The link of a token, with the case it belongs to.
  func find(_ token: String, _ read: Read) throws -> CaseLink? {
    try read.first(
      "SELECT \(Self.columns) FROM case_link l WHERE l.token_hash = \(SecretToken.hash(token))"
    ) { row in try link(&row) }
  }

  /// The links of a case, the newest first.
  func links(of file: ID<CaseFile>, _ read: Read) throws -> [CaseLink] {
    try read.all(Self.query(of: file)) { row in try link(&row) }
  }

  static func query(of file: ID<CaseFile>) -> SQL {
    """
    SELECT \(columns) FROM case_link l WHERE l.case_file = \(file) ORDER BY l.id DESC LIMIT 50
    """
  }

  /// Takes a link back; false where it is none of the case's, or is spent.
  func end(
    _ id: ID<AnswerLink>, of file: ID<CaseFile>, at now: Instant, in write: Write
  ) throws -> Bool {
    try shared.end(where: "id = \(id) AND case_file = \(file)", at: now, in: write) > 0
  }

  private func link(_ row: inout Row) throws -> CaseLink {
    let shared = try shared.link(&row)
    return CaseLink(
      shared: shared, file: try row.id(), asks: try Self.asks(&row),
      words: try row.optionalBytes().map {
        try keyring.open($0, table: Self.table, row: shared.id, column: "words")
      }, share: try row.optionalParsed())
  }

  private static func asks(_ row: inout Row) throws -> LinkAsks {
    let action: ID<CaseAction>? = try row.optionalID()
    let referral: ID<CaseReferral>? = try row.optionalID()
    if let action { return .action(action) }
    guard let referral else { throw DatabaseError.shape("a link asks for nothing") }
    return .referral(referral)
  }
}
