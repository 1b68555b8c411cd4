import Glibc
import Access
import Database
import Design
import HTTP
import Jobs
import Kernel
import Messages
import Partnership
import Secrets
import TestKit

@testable import Accounts

/// A small partnership in a database of its own: one council, and accounts as a test asks for them.
struct Borough {
  static let password = "river anchor tulip seven"
  /// Hashed cheaply: tests make many accounts.
  static let hash = (try? Passwords.hash(password, cost: .least)) ?? ""

  let database: TestDatabase
  let clock = TestClock()
  let services: Services
  let accounts: AccountServices
  let council: ID<Organisation>

  init(
    _ engine: Engine, keyring: Keyring = .forTests(), demonstration: Bool = false,
    carriers: [Carrier] = [], settings change: (inout Settings) -> Void = { _ in }
  ) throws {
    database = try TestDatabase(
      engine,
      migrations: Audit.migrations + JobQueue.migrations + KeptPages.migrations
        + Outbox.migrations + Accounts.feature.migrations)
    var settings = Settings()
    change(&settings)
    let audit = Audit(keyring)
    services = Services(
      database: database.database, clock: clock.clock, keyring: keyring, audit: audit,
      jobs: JobQueue(database: database.database, clock: clock.clock), settings: settings,
      measures: [], people: Accounts.people(keyring, audit), carriers: carriers)
    accounts = AccountServices(services)
    council = try database.write { write in
      if demonstration { try AccountsStore.markDemonstration(in: write) }
      return try OrganisationStore().add(
        key: "council", name: "Thornmere Council", kind: .council, in: write)
    }
  }

  var now: Instant { clock.clock.now() }

  /// An account with a password, unless the test wants none.
  @discardableResult
  func account(
    _ role: Role = .officer, email: String = "officer@thornmere.example",
    name: String = "Officer D", hash: String? = Borough.hash
  ) throws -> ID<Account> {
    try database.write { write in
      guard let email = EmailAddress(email) else { throw AccountsProblem.notFound }
      let new = NewAccount(
        name: Sensitive(name), email: email, role: role, organisation: council)
      let id = try accounts.accounts.add(new, at: now, in: write)
      if let hash { try accounts.accounts.set(passwordHash: hash, of: id, at: now, in: write) }
      return id
    }
  }

  func signIn(
    _ email: String = "officer@thornmere.example", _ password: String = Borough.password,
    client: String = "192.0.2.1"
  ) throws -> SignIn.Outcome {
    try patiently {
      try SignIn(accounts, at: now).tryPassword(email: email, password: password, client: client)
    }
  }

  /// A whole session of an account.
  func session(of account: ID<Account>) throws -> String {
    try database.write { write in
      try accounts.sessions.begin(account, .full, replacing: nil, at: now, in: write)
    }
  }

  func identify(_ token: String) throws -> SignedIn? {
    try database.read { try Sessions(services).identify(token: token, now: now, $0) }
  }

  /// Has the outbox hand over what is due.
  func send() throws {
    let outbox = services.outbox
    let kind = JobKind<Services>(name: Outbox.jobName) { run, services in
      try outbox.send(run, services.database, services.clock)
    }
    let runner = JobRunner(queue: services.jobs, kinds: [kind], context: services)
    while try runner.runNext() {}
  }

  /// Tries again while the many tests that run at once check too many passwords.
  func patiently<Result>(_ body: () throws -> Result) throws -> Result {
    while true {
      do { return try body() } catch is PasswordsBusy { usleep(10_000) }
    }
  }

  /// The actions of the audit trail in order.
  func actions() throws -> [String] {
    let page = try database.read {
      try services.audit.page(AuditFilter(), before: nil, limit: 1000, $0)
    }
    return page.entries.reversed().map(\.action)
  }

  func answer(_ request: Request) throws -> Response? {
    var frame = Frame.sample
    frame.person = nil
    let visit = PublicVisit(request: request, now: now, frame: frame, services: services)
    return try patiently {
      try Accounts.feature.publicPages(visit)
    }
  }

  func answer(_ request: Request, as account: ID<Account>, _ role: Role) throws -> Response? {
    let actor = Actor(account: account, organisation: council, role: role)
    return try patiently {
      try Accounts.feature.staffPages(
        StaffVisit(request: request, actor: actor, now: now, frame: .sample, services: services))
    }
  }
}

extension SignIn.Outcome {
  var token: String? { if case .begun(let token, _) = self { token } else { nil } }
  var stage: SessionStage? { if case .begun(_, let stage) = self { stage } else { nil } }
}

extension Response {
  var words: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }

  /// The value of a cookie the answer sets.
  func cookie(_ name: String) -> String? {
    for header in headers where header.name == "Set-Cookie" && header.value.hasPrefix(name + "=") {
      return String(header.value.dropFirst(name.count + 1).prefix { $0 != ";" })
    }
    return nil
  }

  /// The value of a hidden field of the page.
  func hidden(_ name: String) -> String? {
    guard let start = words.range(of: "name=\"\(name)\" value=\"") else { return nil }
    return String(words[start.upperBound...].prefix { $0 != "\"" })
  }
}

extension StringProtocol {
  /// The first place of a text; the tests use no Foundation.
  func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
