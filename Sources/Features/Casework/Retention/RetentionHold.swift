internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// Why somebody keeps a record beyond its time.
enum HoldGround: String, CaseIterable, Sendable, Bindable {
  case review
  case order
  case court
  case request
  case other

  var title: String {
    switch self {
    case .review: "A review or inquiry needs it"
    case .order: "An order or notice rests on it"
    case .court: "A court or a lawyer needs it"
    case .request: "Somebody asked for their data or complained"
    case .other: "Another reason"
    }
  }
}

/// A record that somebody keeps until a day, whatever its rule says.
struct RetentionHold: Sendable {
  let id: ID<RetentionHold>
  let ground: HoldGround
  let until: Day
  let madeAt: Instant
  let account: ID<Account>?
  /// When it was lifted before its day.
  let endedAt: Instant?
  let reason: Sensitive<String>

  func holds(on day: Day) -> Bool { endedAt == nil && until >= day }
}

/// Holds in the database, their reasons sealed.
struct HoldStore: Sendable {
  private static let table: StaticString = "retention_hold"

  let keyring: Keyring

  func add(
    _ form: HoldForm, on reference: Reference, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    let id: ID<RetentionHold>? = try write.first(
      """
      INSERT INTO retention_hold (reference, ground, until_on, made_at, account, reason)
      VALUES (\(reference.description), \(form.ground), \(form.until), \(now), \(account),
        \([UInt8]())) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the hold was given no id") }
    let sealed = keyring.seal(form.reason, table: Self.table, row: id, column: "reason")
    try write.run("UPDATE retention_hold SET reason = \(sealed) WHERE id = \(id)")
  }

  /// Lifts those that hold a record; how many there were.
  func lift(_ reference: Reference, at now: Instant, in write: Write) throws -> Int {
    try write.run(
      """
      UPDATE retention_hold SET ended_at = \(now)
      WHERE reference = \(reference.description) AND until_on >= \(London.day(now))
        AND ended_at IS NULL
      """)
  }

  /// The holds of some records, the newest first.
  func of(_ references: [Reference], _ read: Read) throws -> [RetentionHold] {
    guard !references.isEmpty else { return [] }
    return try read.all(
      """
      SELECT id, ground, until_on, made_at, account, ended_at, reason FROM retention_hold
      WHERE reference IN (\(list: references.map(\.description))) ORDER BY id DESC LIMIT 50
      """
    ) { row in
      let id: ID<RetentionHold> = try row.id()
      return RetentionHold(
        id: id, ground: try row.choice(), until: try row.parsed(), madeAt: try row.parsed(),
        account: try row.optionalID(), endedAt: try row.optionalParsed(),
        reason: try keyring.open(try row.bytes(), table: Self.table, row: id, column: "reason"))
    }
  }

  /// Whether nobody holds the record a column names, as a condition.
  static func isFree(_ reference: SQL, on day: Day) -> SQL {
    """
    NOT EXISTS (SELECT 1 FROM retention_hold h
      WHERE h.reference = \(reference) AND h.until_on >= \(day) AND h.ended_at IS NULL)
    """
  }
}
