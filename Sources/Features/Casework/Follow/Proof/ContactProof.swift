internal import Database
internal import Kernel
internal import Messages
internal import Secrets

/// Somebody's way to show that a contact is theirs: a code is sent there, and typed in here.
struct ContactProof: Sendable {
  let id: ID<ContactProof>
  let contact: ProvedContact
  let isProved: Bool
}

/// Proofs in the database.
///
/// Asking writes the same whether the contact is known or not, and sends nothing: a job does, later.
struct ContactProofStore: Sendable {
  static let table: StaticString = "contact_proof"
  static let codeMinutes = 15
  static let mostTries = 5
  static let sessionSeconds = 30.0 * 60
  /// How long the asking is remembered, so that codes can be counted.
  static let keptSeconds = 86_400.0

  let keyring: Keyring

  /// Keeps that somebody asks for a code.
  func ask(
    _ token: String, _ contact: ProvedContact, at now: Instant, in write: Write
  ) throws -> ID<ContactProof> {
    let until = now.adding(seconds: Double(Self.codeMinutes) * 60)
    let empty: [UInt8] = []
    let id: ID<ContactProof>? = try write.first(
      """
      INSERT INTO contact_proof (token_hash, kind, contact, contact_token, code, asked_at, expires_at)
      VALUES (\(SecretToken.hash(token)), \(contact.token.kind), \(empty),
        \(contact.token.hash(keyring)), \(empty), \(now), \(until))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the proof was given no id") }
    let sealed = keyring.seal(contact.text, table: Self.table, row: id, column: "contact")
    try write.run("UPDATE contact_proof SET contact = \(sealed) WHERE id = \(id)")
    return id
  }

  /// The proof the holder of a token began, while its time lasts.
  func find(_ token: String, at now: Instant, _ read: Read) throws -> ContactProof? {
    try first("token_hash = \(SecretToken.hash(token)) AND expires_at > \(now)", read)
  }

  /// One that waits for its code.
  func waiting(_ id: ID<ContactProof>, at now: Instant, _ read: Read) throws -> ContactProof? {
    try first("id = \(id) AND expires_at > \(now) AND proved_at IS NULL", read)
  }

  /// How many were asked for one contact since a moment, this one included.
  func count(_ contact: ProvedContact, since: Instant, _ read: Read) throws -> Int {
    try read.count(
      """
      SELECT COUNT(*) FROM contact_proof
      WHERE contact_token IN (\(list: contact.token.hashes(keyring))) AND asked_at > \(since)
      """)
  }

  /// Keeps the hash of the code of a proof.
  func set(_ code: String, of id: ID<ContactProof>, in write: Write) throws {
    let hash = keyring.token(Self.written(code, id), for: "casework.code")
    try write.run("UPDATE contact_proof SET code = \(hash) WHERE id = \(id)")
  }

  enum Answer: Equatable {
    case proved
    case wrong
    /// It was tried too often, or is over.
    case over
  }

  /// Tries a code; one that is right makes `fresh` the token from then on.
  func prove(
    _ token: String, _ code: String, fresh: String, at now: Instant, in write: Write
  ) throws -> Answer {
    guard let proof = try find(token, at: now, write), !proof.isProved else { return .over }
    let isCounted = try write.run(
      """
      UPDATE contact_proof SET tries = tries + 1
      WHERE id = \(proof.id) AND tries < \(Self.mostTries)
      """)
    guard isCounted == 1 else { return .over }
    let kept = try write.first("SELECT code FROM contact_proof WHERE id = \(proof.id)") { row in
      try row.bytes()
    }
    let hashes = keyring.tokens(Self.written(code, proof.id), for: "casework.code")
    guard let kept, hashes.contains(where: { equalInConstantTime(kept, $0) }) else {
      return .wrong
    }
    try write.run(
      """
      UPDATE contact_proof SET proved_at = \(now), token_hash = \(SecretToken.hash(fresh)),
        expires_at = \(now.adding(seconds: Self.sessionSeconds))
      WHERE id = \(proof.id)
      """)
    try proof.contact.keep(at: now, keyring, in: write)
    return .proved
  }

  /// Ends what the holder of a token opened.
  func end(_ token: String, at now: Instant, in write: Write) throws {
    try write.run(
      """
      UPDATE contact_proof SET expires_at = \(now) WHERE token_hash = \(SecretToken.hash(token))
      """)
  }

  /// Forgets those past the day for which they are counted.
  static func purge(at now: Instant, in write: Write) throws {
    let day = now.adding(seconds: -keptSeconds)
    try write.run("DELETE FROM contact_proof WHERE asked_at <= \(day)")
  }

  private func first(_ condition: SQL, _ read: Read) throws -> ContactProof? {
    try read.first(
      "SELECT id, kind, contact, proved_at FROM contact_proof WHERE \(condition)"
    ) { row in
      let id: ID<ContactProof> = try row.id()
      let kind: ContactToken.Kind = try row.choice()
      let text = try keyring.open(try row.bytes(), table: Self.table, row: id, column: "contact")
      return ContactProof(
        id: id, contact: ProvedContact(way: kind == .email ? .email : .text, text: text),
        isProved: try row.optionalText() != nil)
    }
  }

  /// The figures of a code as they are hashed, bound to their proof.
  private static func written(_ code: String, _ id: ID<ContactProof>) -> String {
    "\(id) \(code.filter { ("0"..."9").contains($0) })"
  }
}
