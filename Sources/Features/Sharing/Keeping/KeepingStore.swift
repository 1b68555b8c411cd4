internal import Access
internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Partnership
internal import Secrets

/// Shares and requests past their time, in the database: somebody looks at each before it is deleted.
struct KeepingStore: Sendable {
  static let most = 25
  private static let table: StaticString = "sharing_kept"

  let keyring: Keyring

  func rule(_ kind: KeptKind, _ read: Read) throws -> KeepingRule {
    let months = try read.first(
      "SELECT months FROM sharing_keeping WHERE kind = \(kind.rawValue)"
    ) { row in try row.int() }
    guard let months else { throw DatabaseError.shape("a kind has no time it is kept for") }
    return KeepingRule(months: months)
  }

  func change(
    _ kind: KeptKind, to months: Int, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE sharing_keeping SET months = \(months), changed_at = \(now), changed_by = \(account)
      WHERE kind = \(kind.rawValue)
      """)
  }

  /// Those of a kind that are due, the one that was over first at the top.
  func due(_ kind: KeptKind, on today: Day, _ read: Read) throws -> [KeptRecord] {
    try read.all(Self.query(kind, try rule(kind, read), on: today)) { row in
      let (id, reference): (Int64, Reference) = (Int64(try row.int()), try row.parsed())
      let over: Day =
        switch kind {
        case .share: London.day((try row.parsed() as Instant).adding(seconds: -0.001))
        case .request: try row.parsed()
        }
      return KeptRecord(kind: kind, id: id, reference: reference, over: over)
    }
  }

  static func query(_ kind: KeptKind, _ rule: KeepingRule, on today: Day) -> SQL {
    let last = rule.cutoff(on: today)
    let isKept: SQL = """
      EXISTS (SELECT 1 FROM sharing_kept k
        WHERE k.kind = \(kind.rawValue) AND k.record = r.id AND k.until_on >= \(today))
      """
    switch kind {
    case .share:
      return """
        SELECT r.id, r.reference, r.ends_at FROM sharing_share r
        WHERE r.ends_at <= \(London.start(of: last.adding(days: 1))) AND NOT \(isKept)
        ORDER BY r.ends_at, r.id LIMIT \(most)
        """
    case .request:
      return """
        SELECT r.id, r.reference, r.answered_on FROM sharing_request r
        WHERE r.answered_on IS NOT NULL AND r.answered_on <= \(last) AND NOT \(isKept)
        ORDER BY r.answered_on, r.id LIMIT \(most)
        """
    }
  }

  func keep(
    _ record: KeptRecord, _ form: KeepUntilForm, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    let empty: [UInt8] = []
    let id: ID<KeptReason>? = try write.first(
      """
      INSERT INTO sharing_kept (kind, record, until_on, made_by, made_at, content)
      VALUES (\(record.kind.rawValue), \(record.id), \(form.until), \(account), \(now), \(empty))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the reason was given no id") }
    try seal(Sensitive(form.reason), id, in: write)
  }

  func delete(_ record: KeptRecord, in write: Write) throws {
    try write.run(
      """
      DELETE FROM sharing_kept WHERE kind = \(record.kind.rawValue) AND record = \(record.id)
      """)
    switch record.kind {
    case .share: try write.run("DELETE FROM sharing_share WHERE id = \(record.id)")
    case .request: try write.run("DELETE FROM sharing_request WHERE id = \(record.id)")
    }
  }

  /// Seals the next reasons after an id anew; their ids.
  func sealAnew(after last: Int64, in write: Write) throws -> [Int64] {
    let rows: [(id: ID<KeptReason>, sealed: [UInt8])] = try write.all(
      "SELECT id, content FROM sharing_kept WHERE id > \(last) ORDER BY id LIMIT 100"
    ) { row in (try row.id(), try row.bytes()) }
    for row in rows {
      try seal(
        try keyring.open(row.sealed, table: Self.table, row: row.id, column: "content"), row.id,
        in: write)
    }
    return rows.map(\.id.rawValue)
  }

  private func seal(
    _ reason: Sensitive<String>, _ id: ID<KeptReason>, in write: Write
  ) throws {
    let sealed = keyring.seal(reason, table: Self.table, row: id, column: "content")
    try write.run("UPDATE sharing_kept SET content = \(sealed) WHERE id = \(id)")
  }
}

/// Why something is kept beyond its time.
enum KeptReason {}
