import Access
import Database
import Kernel
import Partnership
import Secrets

/// Whether an account may sign in.
enum AccountState: String, Sendable, CaseIterable, Bindable {
  case active
  case disabled

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// One account, opened for those who may see it.
struct AccountRecord: Sendable {
  let id: ID<Account>
  let organisation: ID<Organisation>
  let role: Role
  let state: AccountState
  let name: Sensitive<String>
  let email: Sensitive<String>
  let hasPassword: Bool
  let hasSecondFactor: Bool
  let created: Instant
  let version: Int

  static let columns: SQL = """
    a.id, a.organisation, a.role, a.state, a.name, a.email,
    CASE WHEN a.password IS NULL THEN 0 ELSE 1 END, CASE WHEN a.totp IS NULL THEN 0 ELSE 1 END,
    a.created, a.version
    """

  init(row: inout Row, _ keyring: Keyring) throws {
    id = try row.id()
    organisation = try row.id()
    role = Role(rawValue: try row.text())
    state = try row.choice()
    name = try keyring.open(try row.bytes(), table: "account", row: id, column: "name")
    email = try keyring.open(try row.bytes(), table: "account", row: id, column: "email")
    hasPassword = try row.bool()
    hasSecondFactor = try row.bool()
    created = try row.parsed()
    version = try row.int()
  }

  /// The account as other features see it.
  var person: Person {
    Person(
      id: id, name: name, organisation: organisation, role: role, isActive: state == .active)
  }

  /// How the audit trail names it.
  var subject: String { Self.subject(id) }

  static func subject(_ id: ID<Account>) -> String { "account/\(id)" }
}
