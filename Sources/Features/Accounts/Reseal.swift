import Access
import Database
import Jobs
import Kernel
import Partnership
import Secrets

/// Seals what accounts keep under the newest version of the key, in the background after a rotation.
///
/// Doing it twice does no harm: a row that is sealed anew is passed over.
enum Reseal {
  private static let batch = 100

  static let job = JobKind<Services>.resealing(
    "accounts", "accounts",
    [
      { services, last, write in
        let ids = try next(after: ID(last), write)
        let accounts = AccountStore(keyring: services.keyring)
        for id in ids { try reseal(id, accounts, in: write) }
        return ids.map(\.rawValue)
      }
    ])

  private static func next(after last: ID<Account>, _ read: Read) throws -> [ID<Account>] {
    try read.all("SELECT id FROM account WHERE id > \(last) ORDER BY id LIMIT \(batch)") { row in
      try row.id()
    }
  }

  private static func reseal(
    _ id: ID<Account>, _ accounts: AccountStore, in write: Write
  ) throws {
    let keyring = accounts.keyring
    let row = try write.first("SELECT version, name, email, totp FROM account WHERE id = \(id)") {
      row in
      (
        version: try row.int(), name: try row.bytes(), email: try row.bytes(),
        totp: try row.optionalBytes()
      )
    }
    guard let row else { return }
    let oldest = [row.name, row.email, row.totp].compactMap(\.self).map(keyring.sealedVersion).min()
    guard let oldest, oldest < keyring.version else { return }
    let name = try keyring.open(row.name, table: "account", row: id, column: "name")
    let email = try keyring.open(row.email, table: "account", row: id, column: "email")
    let totp = try row.totp.map { try keyring.open($0, table: "account", row: id, column: "totp") }
    let token = keyring.token(email.reveal(for: "look-up"), for: AccountStore.emailPurpose)
    // The version is left as it is: nobody changed anything. It holds off another writer.
    try write.update(
      """
      UPDATE account SET name = \(accounts.seal(name, id, "name")),
        email = \(accounts.seal(email, id, "email")), email_token = \(token),
        totp = \(totp.map { accounts.seal($0, id, "totp") })
      WHERE id = \(id) AND version = \(row.version)
      """)
  }
}
