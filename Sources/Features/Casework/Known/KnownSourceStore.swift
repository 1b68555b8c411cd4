internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// The registers of organisations in the database.
struct KnownSourceStore: Sendable {
  private static let table: StaticString = "known_source"
  private static let noBytes: [UInt8] = []
  private static let columns: SQL =
    "s.id, s.version, s.organisation, s.kind, s.is_on, s.people, s.loaded_at, s.contact"

  let keyring: Keyring

  /// Adds a register, which is off.
  func add(
    _ kind: KnownKind, of organisation: ID<Organisation>, contact: String, at now: Instant,
    in write: Write
  ) throws -> ID<KnownSource> {
    let id: ID<KnownSource>? = try write.first(
      """
      INSERT INTO known_source (organisation, kind, added_at, contact)
      VALUES (\(organisation), \(kind), \(now), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the register was given no id") }
    let sealed = keyring.seal(Sensitive(contact), table: Self.table, row: id, column: "contact")
    try write.run("UPDATE known_source SET contact = \(sealed) WHERE id = \(id)")
    return id
  }

  func all(_ read: Read) throws -> [KnownSource] {
    try read.all(
      "SELECT \(Self.columns) FROM known_source s ORDER BY s.organisation, s.kind LIMIT 200", source
    )
  }

  func find(_ id: ID<KnownSource>, _ read: Read) throws -> KnownSource? {
    try read.first("SELECT \(Self.columns) FROM known_source s WHERE s.id = \(id)", source)
  }

  /// Turns a register on or off.
  func set(_ source: KnownSource, on isOn: Bool, in write: Write) throws {
    try write.update(
      """
      UPDATE known_source SET is_on = \(isOn ? 1 : 0), version = version + 1
      WHERE id = \(source.id) AND version = \(source.version)
      """)
  }

  /// Keeps a register in place of what was loaded before.
  func load(
    _ people: [KnownPerson], into source: KnownSource, at now: Instant, in write: Write
  ) throws {
    let tokens = KnownTokens(keyring: keyring)
    try write.run("DELETE FROM known_token WHERE source = \(source.id)")
    var all: Set<[UInt8]> = []
    for person in people { all.formUnion(try tokens.kept([person.name], person.born)) }
    var rest = all.map { [$0.bound, source.id.rawValue.bound] }
    try write.insert(into: "known_token", columns: ["token", "source"]) { rest.popLast() }
    try write.update(
      """
      UPDATE known_source SET people = \(people.count), loaded_at = \(now), version = version + 1
      WHERE id = \(source.id) AND version = \(source.version)
      """)
  }

  private func source(_ row: inout Row) throws -> KnownSource {
    let (id, version): (ID<KnownSource>, Int) = (try row.id(), try row.int())
    let organisation: ID<Organisation> = try row.id()
    let (kind, isOn): (KnownKind, Bool) = (try row.choice(), try row.bool())
    let (people, loaded): (Int, Instant?) = (try row.int(), try row.optionalParsed())
    return KnownSource(
      id: id, version: version, organisation: organisation, kind: kind, isOn: isOn,
      contact: try keyring.open(
        try row.bytes(), table: Self.table, row: id, column: "contact"), people: people,
      loadedAt: loaded)
  }
}
