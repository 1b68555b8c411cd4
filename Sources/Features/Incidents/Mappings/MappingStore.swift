internal import Access
internal import Commands
internal import Database
internal import Kernel

/// The mappings and their versions.
enum MappingStore {
  /// The most mappings of a partnership that are listed.
  private static let mostListed = 500

  /// Every mapping as it is now, by name.
  static func all(_ read: Read) throws -> [SavedMapping] {
    try read.all(
      """
      SELECT \(SavedMapping.columns) FROM incident_mapping m \
      JOIN incident_mapping_version v ON v.mapping = m.id AND v.version = m.version \
      ORDER BY v.title, m.id LIMIT \(mostListed)
      """
    ) { row in try SavedMapping(row: &row) }
  }

  /// A mapping as it is now, by its key.
  static func find(_ key: String, _ read: Read) throws -> SavedMapping? {
    try read.first(
      """
      SELECT \(SavedMapping.columns) FROM incident_mapping m \
      JOIN incident_mapping_version v ON v.mapping = m.id AND v.version = m.version \
      WHERE m.key = \(key)
      """
    ) { row in try SavedMapping(row: &row) }
  }

  /// One version of a mapping.
  static func version(
    _ version: Int, of id: ID<Mapping>, _ read: Read
  ) throws -> SavedMapping? {
    try read.first(
      """
      SELECT \(SavedMapping.columns) FROM incident_mapping_version v \
      JOIN incident_mapping m ON m.id = v.mapping \
      WHERE v.mapping = \(id) AND v.version = \(version)
      """
    ) { row in try SavedMapping(row: &row) }
  }

  /// The versions of a mapping, the latest first.
  static func versions(of id: ID<Mapping>, _ read: Read) throws -> [SavedMapping] {
    try read.all(
      """
      SELECT \(SavedMapping.columns) FROM incident_mapping_version v \
      JOIN incident_mapping m ON m.id = v.mapping WHERE v.mapping = \(id) \
      ORDER BY v.version DESC LIMIT 100
      """
    ) { row in try SavedMapping(row: &row) }
  }

  /// Keeps a mapping as the next version of its key; the one that says the same already stays.
  ///
  /// `version` is the one it was edited from, 0 for a new mapping, `nil` whatever there is: where
  /// another came between, it throws ``DatabaseError/stale``.
  static func save(
    _ mapping: Mapping, after version: Int? = nil, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws -> SavedMapping {
    let before = try find(mapping.key, write)
    if let version, version != before?.version ?? 0 { throw DatabaseError.stale }
    if let before, before.mapping == mapping { return before }
    let next = (before?.version ?? 0) + 1
    let id: ID<Mapping> = ID(
      Int64(
        try write.count(
          """
          INSERT INTO incident_mapping (key, version) VALUES (\(mapping.key), \(next)) \
          ON CONFLICT (key) DO UPDATE SET version = excluded.version RETURNING id
          """)))
    try write.run(
      """
      INSERT INTO incident_mapping_version \
        (mapping, version, title, definition, saved_at, account) \
      VALUES (\(id), \(next), \(mapping.title), \(mapping.json.description), \(now), \(account))
      """)
    guard let saved = try find(mapping.key, write) else { throw DatabaseError.stale }
    return saved
  }
}
