internal import Access
internal import Database
internal import Jobs
internal import Kernel
internal import Partnership
internal import Secrets

/// Why somebody opened an original, released or deleted a file.
struct EvidenceReason: Sendable {
  let at: Instant
  let act: EvidenceAct
  let account: ID<Account>
  let words: Sensitive<String>
}

/// The reasons in the database, sealed.
struct EvidenceReasons: Sendable {
  private static let table: StaticString = "evidence_reason"
  private static let noBytes: [UInt8] = []

  let keyring: Keyring

  func add(
    _ words: String, for act: EvidenceAct, on file: ID<EvidenceFile>, by account: ID<Account>,
    at now: Instant, in write: Write
  ) throws {
    let id: ID<EvidenceReason>? = try write.first(
      """
      INSERT INTO evidence_reason (evidence, at, act, account, words)
      VALUES (\(file), \(now), \(act.rawValue), \(account), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the reason was given no id") }
    try seal(Sensitive(words), id, in: write)
  }

  /// The reasons of a file, the earliest first.
  func of(_ file: ID<EvidenceFile>, _ read: Read) throws -> [EvidenceReason] {
    try read.all(
      """
      SELECT id, at, act, account, words FROM evidence_reason WHERE evidence = \(file)
      ORDER BY id LIMIT 200
      """
    ) { row in
      let id: ID<EvidenceReason> = try row.id()
      return EvidenceReason(
        at: try row.parsed(), act: try row.choice(), account: try row.id(),
        words: try open(try row.bytes(), id))
    }
  }

  /// Seals the next ones anew, after a rotation of the key.
  func reseal(after last: Int64, limit: Int, in write: Write) throws -> [Int64] {
    let rows = try write.all(
      "SELECT id, words FROM evidence_reason WHERE id > \(last) ORDER BY id LIMIT \(limit)"
    ) { row in (try row.id(EvidenceReason.self), try row.bytes()) }
    for (id, sealed) in rows { try seal(open(sealed, id), id, in: write) }
    return rows.map(\.0.rawValue)
  }

  private func seal(
    _ words: Sensitive<String>, _ id: ID<EvidenceReason>, in write: Write
  ) throws {
    let sealed = keyring.seal(words, table: Self.table, row: id, column: "words")
    try write.run("UPDATE evidence_reason SET words = \(sealed) WHERE id = \(id)")
  }

  private func open(_ sealed: [UInt8], _ id: ID<EvidenceReason>) throws -> Sensitive<String> {
    try keyring.open(sealed, table: Self.table, row: id, column: "words")
  }
}

/// Seals keys, names and reasons under the newest version of the key, after a rotation.
///
/// The files themselves are sealed under keys of their own and stay as they are.
enum EvidenceReseal {
  private static let batch = 200

  static let job = JobKind<Services>.resealing(
    "evidence", "files and reasons",
    [
      { services, last, write in
        try EvidenceStore(services).reseal(after: last, limit: batch, in: write)
      },
      { services, last, write in
        try EvidenceReasons(keyring: services.keyring)
          .reseal(after: last, limit: batch, in: write)
      },
    ])
}
