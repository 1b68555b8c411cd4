import Database
import Kernel
import Secrets
import TestKit
import Testing

@testable import Access

@Suite("Reading the audit trail", .database)
struct AuditReadingTests {
  let tests = AuditTests()

  @Test("gives pages from the newest to the oldest", arguments: Engine.tested)
  func pages(engine: Engine) throws {
    let database = try tests.filled(engine)
    let first = try database.read {
      try tests.audit.page(AuditFilter(), before: nil, limit: 4, $0)
    }
    #expect(first.entries.map(\.number) == [10, 9, 8, 7])
    #expect(first.hasOlder)
    let last = try database.read { try tests.audit.page(AuditFilter(), before: 3, limit: 4, $0) }
    #expect(last.entries.map(\.number) == [2, 1])
    #expect(!last.hasOlder)
  }

  @Test("filters by who, what, on what and when", arguments: Engine.tested)
  func filters(engine: Engine) throws {
    let database = try tests.filled(engine)
    func numbers(_ change: (inout AuditFilter) -> Void) throws -> [Int] {
      var filter = AuditFilter()
      change(&filter)
      return try database.read { read in
        try tests.audit.page(filter, before: nil, limit: 20, read).entries.map(\.number)
      }
    }
    #expect(try numbers { $0.actor = ID(1) } == [9, 6, 3])
    #expect(try numbers { $0.action = "test.done" }.count == 10)
    #expect(try numbers { $0.action = "test.undone" } == [])
    #expect(try numbers { $0.subject = "thing/4" } == [4])
    #expect(try numbers { $0.from = tests.now.adding(seconds: 9) } == [10, 9])
    #expect(try numbers { $0.until = tests.now.adding(seconds: 3) } == [2, 1])
  }

  @Test("gives the words of a row in the order of their names", arguments: Engine.tested)
  func detail(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Audit.migrations)
    let detail = ["role": "analyst", "from": "officer", "sign": "\"'<&é/"]
    try database.write { write in
      try tests.audit.record(
        AuditEvent(actor: nil, action: "a.b", subject: "c/1", detail: detail, at: tests.now),
        in: write)
    }
    let entry = try database.read {
      try tests.audit.page(AuditFilter(), before: nil, limit: 1, $0)
    }.entries.first
    #expect(entry?.actor == nil)
    #expect(entry?.detail.map(\.name) == ["from", "role", "sign"])
    #expect(entry?.detail.map(\.value) == ["officer", "analyst", "\"'<&é/"])
  }

  @Test("uses an index for each filter", arguments: Engine.tested, ["actor", "action", "subject"])
  func plans(engine: Engine, column: String) throws {
    let database = try tests.filled(engine)
    var filter = AuditFilter()
    switch column {
    case "actor": filter.actor = ID(1)
    case "action": filter.action = "test.done"
    default: filter.subject = "thing/4"
    }
    let sql: SQL = """
      SELECT number FROM audit_entry WHERE \(filter.condition) ORDER BY number DESC LIMIT 50
      """
    let plan = try QueryPlan.of(sql, database)
    #expect(!plan.readsAll(of: "audit_entry"), "\(plan)")
  }
}

@Suite("Views of records", .database)
struct AuditViewsTests {
  let tests = AuditTests()

  @Test("are recorded together when flushed, chained each", arguments: Engine.tested)
  func flush(engine: Engine) throws {
    let database = try tests.filled(engine, rows: 2)
    for number in 3...7 { try tests.audit.viewed(tests.event(number)) }
    #expect(try database.read(tests.audit.verify) == .intact(rows: 2))
    try tests.audit.views.flush(tests.audit, database.database)
    #expect(try database.read(tests.audit.verify) == .intact(rows: 7))
    try tests.audit.views.flush(tests.audit, database.database)
    #expect(try database.read(tests.audit.verify) == .intact(rows: 7))
  }

  @Test("are recorded within about a second", arguments: Engine.tested)
  func timer(engine: Engine) throws {
    let database = try tests.filled(engine, rows: 1)
    tests.audit.views.start(tests.audit, database.database)
    defer { tests.audit.views.stop() }
    let start = Clock.system.now()
    try tests.audit.viewed(tests.event(2))
    while try database.read(tests.audit.verify) != .intact(rows: 2) {
      try #require(Clock.system.now().since(start) < 10)
    }
    #expect(Clock.system.now().since(start) > 0.5)
  }

  @Test("do not keep a process that cannot record them from stopping")
  func stopping() throws {
    let database = try TestDatabase(.sqlite)
    tests.audit.views.start(tests.audit, database.database)
    try tests.audit.viewed(tests.event(1))
    tests.audit.views.stop()
  }

  @Test("are recorded at an orderly stop", arguments: Engine.tested)
  func stop(engine: Engine) throws {
    let database = try tests.filled(engine, rows: 1)
    tests.audit.views.start(tests.audit, database.database)
    for number in 2...4 { try tests.audit.viewed(tests.event(number)) }
    tests.audit.views.stop()
    #expect(try database.read(tests.audit.verify) == .intact(rows: 4))
  }

  @Test("stay gathered while they cannot be recorded, and then hold up further views")
  func behind() throws {
    let database = try TestDatabase(.sqlite)
    try tests.audit.viewed(tests.event(1))
    #expect(throws: (any Error).self) {
      try tests.audit.views.flush(tests.audit, database.database)
    }
    for number in 2...AuditViews.limit { try tests.audit.viewed(tests.event(number)) }
    #expect(throws: AuditProblem.behind) { try tests.audit.viewed(tests.event(0)) }
  }
}

@Suite("A policy table")
struct PolicyTableTests {
  enum Action { case read, write }
  static let table = PolicyTable<Action>([.read: [Role(rawValue: "a"), Role(rawValue: "b")]])

  @Test(
    "allows what it names and nothing else",
    arguments: [
      (Action.read, "a", true), (.read, "b", true), (.read, "c", false), (.write, "a", false),
    ])
  func allows(action: Action, role: String, expected: Bool) {
    #expect(Self.table.allows(action, Role(rawValue: role)) == expected)
  }
}
