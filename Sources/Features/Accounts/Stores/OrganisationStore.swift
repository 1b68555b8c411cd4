import Access
import Database
import Kernel
import Partnership

/// The bodies of the partnership in the database.
struct OrganisationStore: Sendable {
  private static let columns: SQL = "id, key, name, kind"

  /// Every body, by name.
  func all(_ read: Read) throws -> [Agency] {
    try read.all("SELECT \(Self.columns) FROM organisation ORDER BY name LIMIT 1000", Self.agency)
  }

  /// One body.
  func find(_ id: ID<Organisation>, _ read: Read) throws -> Agency? {
    try read.first("SELECT \(Self.columns) FROM organisation WHERE id = \(id)", Self.agency)
  }

  /// The body of a key such as `police`, or of a whole name.
  func find(named word: String, _ read: Read) throws -> Agency? {
    try read.first(
      "SELECT \(Self.columns) FROM organisation WHERE key = \(word) OR name = \(word) ORDER BY id",
      Self.agency)
  }

  /// Adds a body.
  func add(
    key: String, name: String, kind: AgencyKind, in write: Write
  ) throws -> ID<Organisation> {
    let taken = try write.count(
      "SELECT count(*) FROM organisation WHERE key = \(key) OR name = \(name)")
    guard taken == 0 else { throw AccountsProblem.organisationTaken }
    let id: ID<Organisation>? = try write.first(
      """
      INSERT INTO organisation (key, name, kind) VALUES (\(key), \(name), \(kind.rawValue))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw AccountsProblem.notFound }
    return id
  }

  private static func agency(_ row: inout Row) throws -> Agency {
    Agency(
      id: try row.id(), key: try row.text(), name: try row.text(), kind: try row.choice())
  }
}
