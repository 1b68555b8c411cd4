import Access
import Database
import Kernel
import Messages
import Partnership
import Secrets

/// What the flows of this feature work with, drawn from the services of the process.
struct AccountServices: Sendable {
  let database: Database
  let audit: Audit
  let keyring: Keyring
  let settings: Settings
  let outbox: Outbox
  let accounts: AccountStore
  let sessions: Sessions
  let factors: SecondFactorStore
  let links = LinkStore()
  let throttle = ThrottleStore()
  let organisations = OrganisationStore()

  init(_ services: Services) {
    database = services.database
    audit = services.audit
    keyring = services.keyring
    settings = services.settings
    outbox = services.outbox
    accounts = AccountStore(keyring: keyring)
    sessions = Sessions(services)
    factors = SecondFactorStore(keyring: keyring)
  }

  /// Records what an account did, or what was done to it by somebody else.
  func record(
    _ action: String, _ account: ID<Account>, by actor: ID<Account>?,
    _ detail: [String: String] = [:], at now: Instant, in write: Write
  ) throws {
    try audit.record(
      AuditEvent(
        actor: actor, action: "account." + action, subject: AccountRecord.subject(account),
        detail: detail, at: now),
      in: write)
  }
}
