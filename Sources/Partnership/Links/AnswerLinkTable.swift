public import Database
public import Kernel
public import Secrets

/// The part of a feature's table of links that is the same in each: tokens, codes and browsers by
/// their hashes, the mailbox sealed.
///
/// The table has the columns `id`, `organisation`, `token_hash`, `mailbox`, `made_at`, `expires_at`,
/// `ended_at`, `answered_at`, `code_hash`, `code_at`, `codes`, `tries`, `holder` and `held_until`,
/// beside what says what is asked.
public struct AnswerLinkTable: Sendable {
  /// The columns of a link in the order ``link(_:)`` reads them, of a table called `l`.
  public static let columns: SQL = """
    l.id, l.organisation, l.made_at, l.expires_at, l.ended_at, l.answered_at, l.codes, l.tries,
    l.code_at, l.holder, l.held_until, l.mailbox
    """

  private let table: StaticString
  private let purpose: StaticString
  private let keyring: Keyring

  /// The links of a table.
  ///
  /// - Parameters:
  ///   - table: its name.
  ///   - purpose: what the hashes of its codes are for, such as `case.link-code`.
  ///   - keyring: what mailboxes are sealed and codes are hashed with.
  public init(_ table: StaticString, purpose: StaticString, keyring: Keyring) {
    (self.table, self.purpose, self.keyring) = (table, purpose, keyring)
  }

  private var name: SQL { SQL(trusted: table.description) }

  /// Reads a link from its columns.
  public func link(_ row: inout Row) throws -> AnswerLink {
    let id: ID<AnswerLink> = try row.id()
    return AnswerLink(
      id: id, organisation: try row.id(), madeAt: try row.parsed(), expiresAt: try row.parsed(),
      endedAt: try row.optionalParsed(), answeredAt: try row.optionalParsed(),
      codes: try row.int(), tries: try row.int(), codeAt: try row.optionalParsed(),
      holder: try row.optionalBytes(), heldUntil: try row.optionalParsed(),
      mailbox: try keyring.open(try row.bytes(), table: table, row: id, column: "mailbox"))
  }

  /// Seals the mailbox of a link that was just made.
  public func keep(
    _ mailbox: Sensitive<String>, of id: ID<AnswerLink>, in write: Write
  ) throws {
    let sealed = keyring.seal(mailbox, table: table, row: id, column: "mailbox")
    try write.run("UPDATE \(name) SET mailbox = \(sealed) WHERE id = \(id)")
  }

  /// A new code for a link; `nil` where no further one is sent.
  public func code(for id: ID<AnswerLink>, at now: Instant, in write: Write) throws -> String? {
    let code = String(SecretToken.code().prefix(9))
    let hash = keyring.token(Self.plain(code), for: purpose)
    let changed = try write.run(
      """
      UPDATE \(name) SET code_hash = \(hash), code_at = \(now), tries = 0, codes = codes + 1
      WHERE id = \(id) AND codes < \(LinkRule.mostCodes) AND answered_at IS NULL
      """)
    return changed > 0 ? code : nil
  }

  /// Tries a code that was typed; each try counts before it is compared.
  public func enter(
    _ typed: String, for id: ID<AnswerLink>, holder: [UInt8], at now: Instant, in write: Write
  ) throws -> Bool {
    let since = now.adding(seconds: -LinkRule.codeSeconds)
    let kept = try write.first(
      """
      UPDATE \(name) SET tries = tries + 1
      WHERE id = \(id) AND code_hash IS NOT NULL AND tries < \(LinkRule.mostTries)
        AND code_at > \(since) AND answered_at IS NULL AND ended_at IS NULL
      RETURNING code_hash
      """
    ) { row in try row.bytes() }
    let hashes = keyring.tokens(Self.plain(typed), for: purpose)
    guard let kept, hashes.contains(where: { equalInConstantTime($0, kept) }) else { return false }
    // A code opens once.
    try write.run(
      """
      UPDATE \(name) SET code_hash = NULL, code_at = NULL, holder = \(holder),
        held_until = \(now.adding(seconds: LinkRule.heldSeconds))
      WHERE id = \(id)
      """)
    return true
  }

  /// Spends a link; false where it was spent, taken back or too old.
  public func spend(_ id: ID<AnswerLink>, at now: Instant, in write: Write) throws -> Bool {
    try write.run(
      """
      UPDATE \(name) SET answered_at = \(now), holder = NULL, held_until = NULL
      WHERE id = \(id) AND answered_at IS NULL AND ended_at IS NULL AND expires_at > \(now)
      """) > 0
  }

  /// Takes links back that were not answered, where a condition over the columns of the table holds; how
  /// many there were.
  @discardableResult
  public func end(where condition: SQL, at now: Instant, in write: Write) throws -> Int {
    try write.run(
      """
      UPDATE \(name) SET ended_at = \(now), holder = NULL, held_until = NULL
      WHERE \(condition) AND ended_at IS NULL AND answered_at IS NULL
      """)
  }

  /// Seals the next mailboxes after an id under the newest version of the key; the links' ids, none
  /// where there are no more.
  public func reseal(after last: Int64, in write: Write) throws -> [Int64] {
    let rows: [(id: ID<AnswerLink>, sealed: [UInt8])] = try write.all(
      "SELECT id, mailbox FROM \(name) WHERE id > \(last) ORDER BY id LIMIT 100"
    ) { row in (try row.id(), try row.bytes()) }
    for row in rows {
      try keep(
        try keyring.open(row.sealed, table: table, row: row.id, column: "mailbox"), of: row.id,
        in: write)
    }
    return rows.map(\.id.rawValue)
  }

  /// A code however it is typed.
  private static func plain(_ typed: String) -> String {
    typed.uppercased().filter { $0.isLetter || $0.isNumber }
      .replacing("O", with: "0").replacing("I", with: "1").replacing("L", with: "1")
  }
}
