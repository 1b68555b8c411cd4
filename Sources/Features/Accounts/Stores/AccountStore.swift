import Access
import Database
import Kernel
import Partnership
import Secrets

/// Accounts in the database.
///
/// Every change bumps `version`.
struct AccountStore: Sendable {
  static let emailPurpose: StaticString = "account.email"

  let keyring: Keyring

  /// One account.
  func find(_ id: ID<Account>, _ read: Read) throws -> AccountRecord? {
    try read.first("SELECT \(AccountRecord.columns) FROM account a WHERE a.id = \(id)") { row in
      try AccountRecord(row: &row, keyring)
    }
  }

  /// The account of an address.
  func find(_ email: EmailAddress, _ read: Read) throws -> AccountRecord? {
    let tokens = keyring.tokens(email.text.reveal(for: "look-up"), for: Self.emailPurpose)
    return try read.first(
      """
      SELECT \(AccountRecord.columns) FROM account a WHERE a.email_token IN (\(list: tokens))
      """
    ) { row in try AccountRecord(row: &row, keyring) }
  }

  /// Makes an account without a password; it gets one through a one-time link.
  func add(_ new: NewAccount, at now: Instant, in write: Write) throws -> ID<Account> {
    guard try find(new.email, write) == nil else { throw AccountsProblem.emailTaken }
    let token = keyring.token(new.email.text.reveal(for: "look-up"), for: Self.emailPurpose)
    let empty: [UInt8] = []
    let id: ID<Account>? = try write.first(
      """
      INSERT INTO account (organisation, role, state, name, email, email_token, created)
      VALUES (\(new.organisation), \(new.role.rawValue), \(AccountState.active), \(empty),
        \(empty), \(token), \(now))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw AccountsProblem.notFound }
    try write.run(
      """
      UPDATE account SET name = \(seal(new.name, id, "name")),
        email = \(seal(new.email.text, id, "email")) WHERE id = \(id)
      """)
    return id
  }

  /// Gives an account another role or organisation.
  func change(
    _ id: ID<Account>, role: Role, organisation: ID<Organisation>, version: Int, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE account SET role = \(role.rawValue), organisation = \(organisation),
        version = version + 1 WHERE id = \(id) AND version = \(version)
      """)
  }

  /// Lets an account sign in, or no longer.
  func set(_ state: AccountState, of id: ID<Account>, version: Int, in write: Write) throws {
    try write.update(
      """
      UPDATE account SET state = \(state), version = version + 1
      WHERE id = \(id) AND version = \(version)
      """)
  }

  /// Keeps the hash of a new password.
  func set(passwordHash hash: String, of id: ID<Account>, at now: Instant, in write: Write) throws {
    try write.run(
      """
      UPDATE account SET password = \(hash), password_changed = \(now), version = version + 1
      WHERE id = \(id)
      """)
  }

  /// What signing in needs of the account of an address.
  func credentials(of email: EmailAddress, _ read: Read) throws -> Credentials? {
    let tokens = keyring.tokens(email.text.reveal(for: "look-up"), for: Self.emailPurpose)
    return try read.first(
      "SELECT \(Credentials.columns) FROM account WHERE email_token IN (\(list: tokens))"
    ) { row in try Credentials(row: &row) }
  }

  /// What checking the password of a person who has signed in needs.
  func credentials(of id: ID<Account>, _ read: Read) throws -> Credentials? {
    try read.first("SELECT \(Credentials.columns) FROM account WHERE id = \(id)") { row in
      try Credentials(row: &row)
    }
  }

  /// What signing in needs of an account, which nobody else can change until the transaction ends.
  func lockedCredentials(of id: ID<Account>, in write: Write) throws -> Credentials? {
    try write.first(
      "UPDATE account SET state = state WHERE id = \(id) RETURNING \(Credentials.columns)"
    ) { row in try Credentials(row: &row) }
  }

  /// What signing in needs of an account.
  struct Credentials: Sendable, Equatable {
    let account: ID<Account>
    let state: AccountState
    let hash: String?
    let hasSecondFactor: Bool

    static let columns: SQL = "id, state, password, totp"

    init(row: inout Row) throws {
      account = try row.id()
      state = try row.choice()
      hash = try row.optionalText()
      hasSecondFactor = try row.optionalBytes() != nil
    }
  }

  func seal(
    _ text: Sensitive<String>, _ id: ID<Account>, _ column: StaticString
  ) -> [UInt8] { keyring.seal(text, table: "account", row: id, column: column) }
}

/// An account to be made.
struct NewAccount: Sendable {
  let name: Sensitive<String>
  let email: EmailAddress
  let role: Role
  let organisation: ID<Organisation>
}
