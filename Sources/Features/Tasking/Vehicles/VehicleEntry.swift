internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// A vehicle on the restricted list, or proposed for it.
struct VehicleEntry: Sendable {
  /// The most that are in force at a time.
  static let most = 10
  /// The longest an inclusion lasts.
  static let longestDays = 90

  let id: ID<VehicleEntry>
  let version: Int
  let plate: Sensitive<String>
  let purpose: Sensitive<String>
  let grading: SourceGrading
  /// Under which conditions it may be shared; empty where there are none.
  let conditions: Sensitive<String>
  let proposedBy: ID<Account>?
  let authorisedBy: ID<Account>?
  let authorisedAt: Instant?
  /// The last day it is on the list.
  let expires: Day

  /// Whether it may be printed: somebody answers for it.
  var isInForce: Bool { authorisedBy != nil }
}

extension VehicleEntry {
  static let columns: SQL = """
    v.id, v.version, v.plate, v.purpose, v.source_grade, v.assessment, v.handling, v.conditions,
    v.proposed_by, v.authorised_by, v.authorised_at, v.expires_on
    """

  init(row: inout Row, _ keyring: Keyring) throws {
    let id: ID<VehicleEntry> = try row.id()
    func opened(_ sealed: [UInt8], _ column: StaticString) throws -> Sensitive<String> {
      try keyring.open(sealed, table: VehicleStore.table, row: id, column: column)
    }
    self.id = id
    version = try row.int()
    plate = try opened(try row.bytes(), "plate")
    purpose = try opened(try row.bytes(), "purpose")
    grading = SourceGrading(
      source: try row.choice(), assessment: try row.choice(), handling: try row.choice())
    conditions = try opened(try row.bytes(), "conditions")
    proposedBy = try row.optionalID()
    authorisedBy = try row.optionalID()
    authorisedAt = try row.optionalParsed()
    expires = try row.parsed()
  }
}
