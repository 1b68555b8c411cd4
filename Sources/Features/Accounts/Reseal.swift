import Access
import Database
import Glibc
import Jobs
import Kernel
import Partnership
import Secrets

/// Seals what accounts keep under the newest version of the key, in the background after a rotation.
///
/// Doing it twice does no harm: a row that is sealed anew is passed over.
enum Reseal {
  static let name = "accounts.reseal"
  private static let batch = 100
  /// Seconds within which every process has taken up a new version of the key.
  private static let takenUpSeconds = 5.0

  static let job = JobKind<Services>(name: name, retries: 5) { run, services in
    try wait(run, services)
    let accounts = AccountStore(keyring: services.keyring)
    let total = try services.database.read { try accounts.count($0) }
    var last = ID<Account>(0)
    var done = 0
    while true {
      try run.checkStopping()
      let ids = try services.database.read { try next(after: last, $0) }
      guard let end = ids.last else { break }
      try services.database.write { write in
        for id in ids { try reseal(id, accounts, in: write) }
      }
      last = end
      done += ids.count
      run.progress(done: done, total: total, note: "Sealing accounts anew")
    }
    run.record("\(done) accounts are sealed under version \(services.keyring.version)")
  }

  private static func wait(_ run: JobRun, _ services: Services) throws {
    while Clock.system.now().since(services.keyring.made) < takenUpSeconds {
      try run.checkStopping()
      usleep(100_000)
    }
  }

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
