import Access
import Commands
import Database
import Design
import FeatureKit
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

extension CaseworkFixture {
  /// The answer to somebody who keeps registers or decides about requests.
  @discardableResult
  func known(
    _ path: String = "/known", as role: Role = .administrator, form: [(String, String)]? = nil,
    files: [UploadedFile] = []
  ) throws -> Response? {
    let visit = StaffVisit(
      request: try Request(path, form: form, files: files), actor: Self.actor(role), now: now,
      frame: .sample, services: services)
    return try KnownHandlers(visit: visit).respond()
  }

  /// The second organisation's register of tenants, loaded and on.
  func register(_ list: String = "name,born\nMohammed Quagga,12/03/1980\n") throws {
    try known(
      "/known/add",
      form: [("organisation", "2"), ("kind", "tenancy"), ("contact", "Duty desk, 0300 Okapi")])
    try load(list)
    try known("/known/turn/1", form: [("to", "on")])
  }

  @discardableResult
  func load(_ list: String) throws -> Response? {
    let path = try TemporaryFolder.ofCase().path + "/list"
    try Data(list.utf8).write(to: URL(filePath: path))
    let file = UploadedFile(
      field: "list-1", name: "list.csv", path: path, size: list.utf8.count)
    return try known("/known/load/1", form: [], files: [file])
  }

  /// A case with somebody complained of.
  func caseAbout(_ name: String, born: String? = "1980-03-12") throws -> Reference {
    let file = try openCase(try report())
    let born = born.map { date("born", $0) } ?? []
    _ = try answer(
      "/cases/\(file)/person", form: [("part", "subject"), ("name", name)] + born)
    return file
  }

  static let asking = [
    ("known-person", "1"), ("known-source", "1"), ("known-purpose", "To visit together"),
  ]

  @discardableResult
  func askKnown(_ file: Reference, as role: Role = .officer) throws -> Int {
    try work("/cases/\(file)/known-ask", as: role, form: Self.asking)
  }

  func decide(_ decision: String, as role: Role = .manager) throws -> Response? {
    try known(
      "/known/decide", as: role,
      form: [("known-request", "1"), ("known-reason", "Zebra"), ("decision", decision)])
  }

  func words(of file: Reference) throws -> String {
    try answer("/cases/\(file)")?.words ?? ""
  }
}

@Suite("Whether an organisation knows somebody", .database)
struct KnownTests {
  @Test("is asked of nobody until a register is turned on", arguments: Engine.tested)
  func off(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.caseAbout("Muhammad Quagga")
    #expect(!(try fixture.words(of: file).contains("Also known to")))
    try fixture.register()
    #expect(try fixture.words(of: file).contains("Ask whether somebody is known"))
    try fixture.known("/known/turn/1", form: [("to", "off")])
    #expect(!(try fixture.words(of: file).contains("Also known to")))
    #expect(try fixture.askKnown(file) == 422)
  }

  @Test(
    "is told on an approved request alone, to the case", arguments: Engine.tested,
    [
      ("Muhammad Quagga", "1980-03-12", true), ("Quagga, Mohamed", "1980-03-12", true),
      ("Muhammad Quagga", "1980-03-13", false), ("Rosa Quagga", "1980-03-12", false),
    ])
  func approved(engine: Engine, person: (name: String, born: String, isKnown: Bool)) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.register()
    let file = try fixture.caseAbout(person.name, born: person.born)
    #expect(try fixture.askKnown(file) == 303)
    let before = try fixture.words(of: file)
    #expect(before.contains("A manager decides") && !before.contains("Okapi"))
    let page = try #require(try fixture.known(as: .manager)).words
    #expect(
      page.contains("To visit together") && !page.contains("Quagga") && !page.contains("Okapi"))
    #expect(try fixture.decide("approve")?.status == 303)
    let after = try fixture.words(of: file)
    #expect(after.contains("Duty desk, 0300 Okapi") == person.isKnown)
    #expect(after.contains("not known under this name") != person.isKnown)
    let trail = try fixture.trail().filter { $0.contains("known-") }
    #expect(
      trail.map { String($0.prefix { $0 != " " }) } == [
        "casework.known-added", "casework.known-loaded", "casework.known-on",
        "casework.case-known-ask", "casework.known-approved",
      ])
    #expect(!trail.joined().contains("Quagga") && !trail.joined().contains("Zebra"))
    #expect(try fixture.decide("approve")?.status == 422)
  }

  @Test("is not told where it is refused, or by whoever asked", arguments: Engine.tested)
  func refused(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.register()
    let file = try fixture.caseAbout("Muhammad Quagga")
    #expect(try fixture.askKnown(file, as: .manager) == 303)
    let own = try #require(try fixture.decide("approve"))
    #expect(own.status == 422 && own.words.contains("You asked this yourself"))
    let second = try fixture.caseAbout("Muhammad Quagga")
    let asking = [("known-person", "2")] + CaseworkFixture.asking.dropFirst()
    #expect(try fixture.work("/cases/\(second)/known-ask", as: .officer, form: asking) == 303)
    try fixture.known(
      "/known/decide", as: .manager,
      form: [("known-request", "2"), ("known-reason", "Not needed"), ("decision", "refuse")])
    let page = try fixture.words(of: second)
    #expect(page.contains("Refused: Not needed") && !page.contains("Okapi"))
  }

  @Test("is not asked without two names and a date of birth, or a purpose")
  func asking() throws {
    let fixture = try CaseworkFixture()
    try fixture.register()
    let file = try fixture.caseAbout("Muhammad Quagga", born: nil)
    let table = [
      (CaseworkFixture.asking, "Two names and the date of birth are needed"),
      ([("known-person", "9")], "Choose somebody of this case"),
      ([("known-source", "9")], "Choose a register that may be asked"),
      ([("known-purpose", "")], "Enter what the answer is needed for"),
    ]
    for (form, words) in table {
      let answer = try #require(try fixture.answer("/cases/\(file)/known-ask", form: form))
      #expect(answer.status == 422 && answer.words.contains(words), "\(words)")
    }
  }

  @Test(
    "kinds whose existence says too much are never asked", arguments: KnownKind.never.keys.sorted())
  func never(kind: String) throws {
    let fixture = try CaseworkFixture()
    let page = try #require(
      try fixture.known(
        "/known/add", form: [("organisation", "2"), ("kind", kind), ("contact", "x")]))
    #expect(page.status == 422 && page.words.contains("such a register is never asked"))
    #expect(KnownKind(rawValue: kind) == nil)
    #expect(run(fixture, ["known", "add", "centre", kind, "--contact", "x"]).status == 2)
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM known_source") } == 0)
  }

  @Test(
    "registers hold hashes and no name, and a new list takes the old one's place",
    arguments: Engine.tested)
  func lists(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.register()
    let sealed = try fixture.database.read { read in
      try read.all("SELECT token FROM known_token UNION ALL SELECT contact FROM known_source") {
        row in String(decoding: try row.bytes(), as: UTF8.self).lowercased()
      }
    }
    #expect(sealed.count > 1)
    #expect(!sealed.contains { $0.contains("quagga") || $0.contains("okapi") })
    let file = try fixture.caseAbout("Muhammad Quagga")
    try fixture.askKnown(file)
    try fixture.load("name,born\nAda Giraffe,1/1/1990\n")
    _ = try fixture.decide("approve")
    #expect(try fixture.words(of: file).contains("not known under this name"))
    let tokens = try KnownTokens(keyring: fixture.services.keyring).kept(
      ["Ada Giraffe"], Day(number: 0))
    let plan = try QueryPlan.of(KnownTokens.query(Array(tokens), ID(1)), fixture.database)
    #expect(!plan.readsAll(of: "known_token"), "\(plan)")
    for sql in [KnownRequestStore.query(of: ID(1)), KnownRequestStore.waitingQuery] {
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(!plan.readsAll(of: "q"), "\(plan)")
    }
  }

  @Test("somebody is known after a rotation of the key too", arguments: Engine.tested)
  func rotation(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.register()
    let file = try fixture.caseAbout("Muhammad Quagga")
    try fixture.askKnown(file)
    try fixture.services.keyring.rotate(at: fixture.now)
    _ = try fixture.decide("approve")
    #expect(try fixture.words(of: file).contains("Okapi"))
  }

  @Test(
    "lists are refused with the line and what to do",
    arguments: [
      ("name,born,address\n", "the headings must be name,born"), ("name,born\n", "it names nobody"),
      ("name,born\nAda Quagga,soon\n", "line 2: the date of birth is no day"),
      ("name,born\nQuagga,1/1/1980\n", "line 2: two names are needed"),
    ])
  func refusedLists(list: String, words: String) throws {
    let fixture = try CaseworkFixture()
    try fixture.register()
    let page = try #require(try fixture.load(list))
    #expect(page.status == 422 && page.words.contains(words))
    #expect(!page.words.contains("Quagga"))
  }

  @Test("who may do what is one table of role and act", arguments: Role.all)
  func policy(role: Role) throws {
    let rights: [Role: Set<KnownRight>] = [
      .administrator: [.configure], .manager: [.ask, .decide], .officer: [.ask],
    ]
    let actor = CaseworkFixture.actor(role)
    let found = Set(KnownRight.allCases.filter { KnownPolicy.allows($0, actor) })
    #expect(found == rights[role] ?? [])
    let fixture = try CaseworkFixture()
    try fixture.register()
    let (mayConfigure, mayDecide) = (found.contains(.configure), found.contains(.decide))
    func status(_ path: String, _ form: [(String, String)]? = nil) throws -> Int {
      try FeatureKit.status { try fixture.known(path, as: role, form: form) }
    }
    #expect(try status("/known") == (mayConfigure || mayDecide ? 200 : 404))
    #expect(try status("/known/decide", []) == (mayDecide ? 422 : 404))
    for path in ["/known/add", "/known/load/1"] {
      #expect(try status(path, []) == (mayConfigure ? 422 : 404))
    }
    #expect(try status("/known/turn/1", []) == (mayConfigure ? 303 : 404))
  }

  @Test("parties of the case read nothing of it", arguments: Engine.tested)
  func parties(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.register()
    let file = try fixture.caseAbout("Muhammad Quagga")
    try fixture.askKnown(file)
    _ = try fixture.decide("approve")
    try fixture.give(file, [("party", "3")])
    let page = try #require(try fixture.shared("/cases/shared/\(file)", of: 3)).words
    #expect(page.contains("Quagga"))
    #expect(!page.contains("Okapi") && !page.contains("To visit together"))
  }

  @Test("registers are kept from the shell too", arguments: Engine.tested)
  func commands(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let path = try TemporaryFolder.ofCase().path + "/list.csv"
    try Data("name,born\nAda Quagga,1/1/1980\n".utf8).write(to: URL(filePath: path))
    #expect(run(fixture, ["known", "add", "centre", "tenancy", "--contact", "Desk"]).status == 0)
    #expect(
      run(fixture, ["known", "load", "centre", "tenancy", path]).output == "One person is loaded.\n"
    )
    #expect(run(fixture, ["known", "on", "centre", "tenancy"]).status == 0)
    #expect(run(fixture, ["known", "list"]).output == "centre  tenancy  on  1 people\n")
    #expect(run(fixture, ["known", "off", "centre", "youth"]).status == 2)
    #expect(run(fixture, ["known", "on", "nobody", "tenancy"]).status == 2)
  }
}
