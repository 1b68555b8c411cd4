internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// The saved mappings in the database; a saved version is never changed.
struct CaseMappingStore: Sendable {
  private static let table: StaticString = "case_mapping"
  private static let noBytes: [UInt8] = []

  let keyring: Keyring

  /// Keeps a sheet as the next version of its key; the newest version where it says the same.
  func save(
    _ sheet: String, as key: String, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> Int {
    let newest = try find(key, write)
    if let newest, newest.sheet == sheet { return newest.version }
    let version = (newest?.version ?? 0) + 1
    let id: ID<KeptMapping>? = try write.first(
      """
      INSERT INTO case_mapping (key, version, saved_at, saved_by, content)
      VALUES (\(key), \(version), \(now), \(account), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the mapping was given no id") }
    let sealed = keyring.seal(Sensitive(sheet), table: Self.table, row: id, column: "content")
    try write.run("UPDATE case_mapping SET content = \(sealed) WHERE id = \(id)")
    return version
  }

  /// The newest version of a key, or a given one; the shipped one where none was saved.
  func find(_ key: String, version: Int? = nil, _ read: Read) throws -> KeptMapping? {
    let isWanted: SQL = if let version { "version = \(version)" } else { "1 = 1" }
    let saved = try read.first(
      """
      SELECT id, key, version, content FROM case_mapping
      WHERE key = \(key) AND \(isWanted) ORDER BY version DESC LIMIT 1
      """, kept)
    if let saved { return saved }
    let shipped = KeptMapping.shipped
    return shipped?.key == key && (version ?? 0) == 0 ? shipped : nil
  }

  /// The newest version of every key, by key; the shipped one among them.
  func all(_ read: Read) throws -> [KeptMapping] {
    let saved = try read.all(
      """
      SELECT id, key, version, content FROM case_mapping m
      WHERE version = (SELECT MAX(o.version) FROM case_mapping o WHERE o.key = m.key)
      ORDER BY key LIMIT 100
      """, kept)
    let isReplaced = saved.contains { $0.key == CarrySample.key }
    return saved + (isReplaced ? [] : [KeptMapping.shipped].compactMap(\.self))
  }

  private func kept(_ row: inout Row) throws -> KeptMapping {
    let id: ID<KeptMapping> = try row.id()
    let (key, version) = (try row.text(), try row.int())
    let sheet = try keyring.open(
      try row.bytes(), table: Self.table, row: id, column: "content"
    ).reveal(for: "reading tables by a mapping")
    return KeptMapping(
      key: key, version: version, sheet: sheet,
      mapping: try CaseMappingSheet.read(sheet, name: key))
  }
}
