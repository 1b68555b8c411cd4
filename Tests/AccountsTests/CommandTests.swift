import Access
import Commands
import Database
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Accounts

@Suite("The commands of accounts", .database)
struct CommandTests {
  /// What a command wrote and how it ended.
  struct Run {
    let status: Commands.ExitStatus
    let out: String
    let messages: String
  }

  func run(_ borough: Borough, _ arguments: [String]) -> Run {
    let out = Guarded<[UInt8]>([])
    let messages = Guarded<[UInt8]>([])
    let console = Console(
      out: { bytes in out.withLock { $0 += bytes } },
      err: { bytes in messages.withLock { $0 += bytes } })
    let program = Program(
      name: "hamlet", summary: "", version: "test", commands: Accounts.feature.commands)
    let status = program.run(arguments, console: console) { _ in borough.services }
    return Run(
      status: status, out: String(decoding: out.withLock { $0 }, as: UTF8.self),
      messages: String(decoding: messages.withLock { $0 }, as: UTF8.self))
  }

  @Test("add an account and print its link", arguments: Engine.tested)
  func add(engine: Engine) throws {
    let borough = try Borough(engine)
    let added = run(
      borough,
      [
        "account", "add", "Analyst J", "--email", "analyst@thornmere.example", "--agency",
        "council", "--role", "analyst",
      ])
    #expect(added.status == .done, "\(added.messages)")
    #expect(added.out.hasPrefix("http://127.0.0.1:8080/link/"))
    let listed = run(borough, ["account", "list"])
    #expect(
      listed.out == "1\tAnalyst J\tanalyst@thornmere.example\tThornmere Council\tanalyst\tactive\n")
    #expect(try borough.actions() == ["account.added", "account.listed"])
  }

  @Test(
    "say which argument is wrong",
    arguments: [
      (["--email", "x", "--agency", "council", "--role", "analyst"], "--email"),
      (["--email", "a@b.example", "--agency", "fire", "--role", "analyst"], "--agency"),
      (["--email", "a@b.example", "--agency", "council", "--role", "king"], "--role"),
      (["--email", "a@b.example", "--agency", "council"], "--role"),
    ])
  func wrong(arguments: [String], named: String) throws {
    let result = run(try Borough(.sqlite), ["account", "add", "Analyst J"] + arguments)
    #expect(result.status == .wrongUse)
    #expect(result.messages.contains(named))
  }

  @Test(
    "find an account by number, address or name", arguments: Engine.tested,
    [
      "1", "officer@thornmere.example", "officer d",
    ])
  func disable(engine: Engine, word: String) throws {
    let borough = try Borough(engine)
    let token = try borough.session(of: try borough.account())
    #expect(run(borough, ["account", "disable", word]).status == .done)
    #expect(try borough.identify(token) == nil)
    #expect(run(borough, ["account", "link", word]).status == .failed)
  }

  @Test("refuse a name that is nobody's, or two people's", arguments: Engine.tested)
  func ambiguous(engine: Engine) throws {
    let borough = try Borough(engine)
    try borough.account(email: "a@thornmere.example")
    try borough.account(email: "b@thornmere.example")
    #expect(run(borough, ["account", "link", "Officer D"]).messages.contains("Several accounts"))
    #expect(run(borough, ["account", "link", "Officer X"]).messages.contains("No account"))
  }

  @Test("verify the audit trail and name the broken row", arguments: Engine.tested)
  func verify(engine: Engine) throws {
    let borough = try Borough(engine)
    for _ in 1...3 { _ = run(borough, ["account", "list"]) }
    let whole = run(borough, ["audit", "verify"])
    #expect(whole.status == .done)
    #expect(whole.out == "The audit trail is whole: 3 rows.\n")
    try borough.database.write { try $0.run("DELETE FROM audit_entry WHERE number = 2") }
    let broken = run(borough, ["audit", "verify"])
    #expect(broken.status == .failed)
    #expect(broken.messages.contains("Row 2 of the audit trail is missing"))
    #expect(run(borough, ["audit", "verify", "--json"]).out.contains("\"row\":2"))
  }

  @Test("add and list organisations, and name the partnership", arguments: Engine.tested)
  func organisations(engine: Engine) throws {
    let borough = try Borough(engine)
    let add = ["organisation", "add", "police", "--name", "Thornmere Constabulary"]
    #expect(run(borough, add + ["--kind", "police"]).status == .done)
    #expect(run(borough, add + ["--kind", "police"]).status == .failed)
    #expect(
      run(borough, ["organisation", "list"]).out
        == "police\tpolice\tThornmere Constabulary\ncouncil\tcouncil\tThornmere Council\n")
    #expect(run(borough, ["partnership", "name", "Thornmere CSP"]).status == .done)
    #expect(try borough.database.read(AccountsStore.facts).partnership == "Thornmere CSP")
    #expect(try borough.database.read(KeptPages.version) == 2)
  }

  @Test(
    "add an organisation under the rules of the page",
    arguments: [
      ("Police HQ", "Harbour Police", "KEY: Use small letters and hyphens only"),
      ("police", "", "--name: Enter the organisation's name"),
      ("police", String(repeating: "x", count: 101), "--name: "),
      (String(repeating: "k", count: 31), "Harbour Police", "KEY: "),
    ])
  func organisationRefused(key: String, name: String, words: String) throws {
    let borough = try Borough(.sqlite)
    let ran = run(borough, ["organisation", "add", key, "--name", name, "--kind", "police"])
    #expect(ran.status == .wrongUse)
    #expect(ran.messages.contains(words), "\(ran.messages)")
    #expect(try borough.database.read { try OrganisationStore().all($0).count } == 1)
  }

  @Test("make a key file once")
  func newKey() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let program = Program(
      name: "hamlet", summary: "", version: "test", commands: [OperatorCommands.newKey])
    let silent = Console(out: { _ in }, err: { _ in })
    let path = folder.path + "/keys"
    #expect(program.run(["key", "new"], console: silent) { _ in path } == .done)
    #expect(program.run(["key", "new"], console: silent) { _ in path } == .failed)
    #expect(try Keyring.load(path).version == 1)
  }

  @Test(
    "rotate the key, after which accounts are sealed anew in the background",
    arguments: Engine.tested)
  func rotate(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    #expect(run(borough, ["key", "rotate"]).status == .done)
    let runner = JobRunner(
      queue: borough.services.jobs, kinds: [Reseal.job], context: borough.services, threads: 1)
    let worked = try runner.runNext()
    #expect(worked)
    let versions = try borough.database.read { read in
      try read.first("SELECT name, email FROM account WHERE id = \(id)") { row in
        [try row.bytes(), try row.bytes()].map(borough.services.keyring.sealedVersion)
      }
    }
    #expect(versions == [2, 2])
    #expect(try borough.signIn().stage == .full)
  }
}

@Suite("The demonstration's accounts", .database)
struct DemonstrationTests {
  @Test("are one for each role, and seven organisations", arguments: Engine.tested)
  func made(engine: Engine) throws {
    let database = try TestDatabase(
      engine,
      migrations: Audit.migrations + JobQueue.migrations + KeptPages.migrations
        + Accounts.feature.migrations)
    let clock = TestClock()
    let keyring = Keyring.forTests()
    let audit = Audit(keyring)
    let services = Services(
      database: database.database, clock: clock.clock, keyring: keyring, audit: audit,
      jobs: JobQueue(database: database.database), settings: Settings(), measures: [],
      people: Accounts.people(keyring, audit))
    try Accounts.feature.demonstrate(World(today: Day(number: 20_000)), services)
    let people = services.people
    let kinds = try database.read { try people.agencies($0).map(\.kind) }
    #expect(kinds.count == 7 && Set(kinds) == Set(AgencyKind.allCases))
    for role in Role.all {
      let found = try database.read { try people.people([role], $0) }
      #expect(found.count == 1)
    }
    #expect(try database.read(AccountsStore.isDemonstration))
    let outcome = try SignIn(AccountServices(services), at: clock.clock.now()).tryPassword(
      email: Demonstration.email(of: .analyst), password: Demonstration.password,
      client: "127.0.0.1")
    #expect(outcome.stage == .full)
  }
}
