internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Links to actions in the database: hashes of tokens and codes, sealed mailboxes.
struct LinkStore: Sendable {
  private static let table: StaticString = "case_link"
  private static let columns: SQL = """
    l.id, l.case_file, l.action, l.referral, l.organisation, l.made_at, l.expires_at, l.ended_at,
    l.answered_at, l.codes, l.tries, l.code_at, l.holder, l.held_until, l.mailbox, l.words
    """

  let keyring: Keyring

  /// Makes a link; earlier ones that ask the same stop working.
  func make(
    _ form: LinkForm, _ asks: LinkAsks, of organisation: ID<Organisation>, in file: ID<CaseFile>,
    by account: ID<Account>?, at now: Instant, write: Write
  ) throws -> String {
    let asked: SQL =
      switch asks {
      case .action(let id): "action = \(id)"
      case .referral(let id): "referral = \(id)"
      }
    try write.run(
      """
      UPDATE case_link SET ended_at = \(now)
      WHERE case_file = \(file) AND \(asked) AND answered_at IS NULL AND ended_at IS NULL
      """)
    let token = SecretToken.random()
    let empty: [UInt8] = []
    let id: ID<CaseLink>? = try write.first(
      """
      INSERT INTO case_link (case_file, action, referral, organisation, token_hash, mailbox, made_at,
        made_by, expires_at)
      VALUES (\(file), \(asks.action), \(asks.referral), \(organisation),
        \(SecretToken.hash(token)), \(empty), \(now), \(account), \(form.expiry(from: now)))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the link was given no id") }
    let sealed = keyring.seal(form.mailbox, table: Self.table, row: id, column: "mailbox")
    let words = form.words.map {
      keyring.seal(Sensitive($0), table: Self.table, row: id, column: "words")
    }
    try write.run("UPDATE case_link SET mailbox = \(sealed), words = \(words) WHERE id = \(id)")
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
    _ id: ID<CaseLink>, of file: ID<CaseFile>, at now: Instant, in write: Write
  ) throws -> Bool {
    try write.run(
      """
      UPDATE case_link SET ended_at = \(now), holder = NULL, held_until = NULL
      WHERE id = \(id) AND case_file = \(file) AND ended_at IS NULL AND answered_at IS NULL
      """) > 0
  }

  // Codes

  /// A new code for a link; `nil` where no further one is sent.
  func code(for link: CaseLink, at now: Instant, in write: Write) throws -> String? {
    let code = String(SecretToken.code().prefix(9))
    let hash = keyring.token(Self.plain(code), for: "case.link-code")
    let changed = try write.run(
      """
      UPDATE case_link SET code_hash = \(hash), code_at = \(now), tries = 0, codes = codes + 1
      WHERE id = \(link.id) AND codes < \(LinkRule.mostCodes) AND answered_at IS NULL
      """)
    return changed > 0 ? code : nil
  }

  /// Tries a code that was typed; each try counts before it is compared.
  func enter(
    _ typed: String, for link: CaseLink, holder: [UInt8], at now: Instant, in write: Write
  ) throws -> Bool {
    let since = now.adding(seconds: -LinkRule.codeSeconds)
    let kept = try write.first(
      """
      UPDATE case_link SET tries = tries + 1
      WHERE id = \(link.id) AND code_hash IS NOT NULL AND tries < \(LinkRule.mostTries)
        AND code_at > \(since) AND answered_at IS NULL AND ended_at IS NULL
      RETURNING code_hash
      """
    ) { row in try row.bytes() }
    let hashes = keyring.tokens(Self.plain(typed), for: "case.link-code")
    guard let kept, hashes.contains(where: { equalInConstantTime($0, kept) }) else { return false }
    // A code opens once.
    try write.run(
      """
      UPDATE case_link SET code_hash = NULL, code_at = NULL, holder = \(holder),
        held_until = \(now.adding(seconds: LinkRule.heldSeconds))
      WHERE id = \(link.id)
      """)
    return true
  }

  /// Spends a link; false where it was spent, taken back or too old.
  func spend(_ link: CaseLink, at now: Instant, in write: Write) throws -> Bool {
    try write.run(
      """
      UPDATE case_link SET answered_at = \(now), holder = NULL, held_until = NULL
      WHERE id = \(link.id) AND answered_at IS NULL AND ended_at IS NULL AND expires_at > \(now)
      """) > 0
  }

  /// A code however it is typed.
  private static func plain(_ typed: String) -> String {
    typed.uppercased().filter { $0.isLetter || $0.isNumber }
      .replacing("O", with: "0").replacing("I", with: "1").replacing("L", with: "1")
  }

  private func link(_ row: inout Row) throws -> CaseLink {
    let id: ID<CaseLink> = try row.id()
    return CaseLink(
      id: id, file: try row.id(), asks: try Self.asks(&row), organisation: try row.id(),
      madeAt: try row.parsed(), expiresAt: try row.parsed(), endedAt: try row.optionalParsed(),
      answeredAt: try row.optionalParsed(), codes: try row.int(), tries: try row.int(),
      codeAt: try row.optionalParsed(), holder: try row.optionalBytes(),
      heldUntil: try row.optionalParsed(),
      mailbox: try keyring.open(
        try row.bytes(), table: Self.table, row: id, column: "mailbox"),
      words: try row.optionalBytes().map {
        try keyring.open($0, table: Self.table, row: id, column: "words")
      })
  }

  private static func asks(_ row: inout Row) throws -> LinkAsks {
    let action: ID<CaseAction>? = try row.optionalID()
    let referral: ID<CaseReferral>? = try row.optionalID()
    if let action { return .action(action) }
    guard let referral else { throw DatabaseError.shape("a link asks for nothing") }
    return .referral(referral)
  }
}
