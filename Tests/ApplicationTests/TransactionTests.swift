import Access
import Accounts
import Database
import Design
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Application

@Suite("A request's transaction", .database)
struct TransactionTests {
  @Test("is one for session, facts and page, and writes nothing", arguments: Engine.tested)
  func one(engine: Engine) throws {
    let fixture = try SiteFixture(engine)
    defer { fixture.close() }
    let cookie = try fixture.session(.administrator)
    let pages = [
      ("/indicators", 200), ("/plans", 200), ("/indicators/figures", 200), ("/incidents", 200),
      ("/incidents/import", 200), ("/admin", 200), ("/admin/audit", 200),
      ("/admin/organisations", 200), ("/account", 200), ("/admin/none", 404), ("/sign-in", 303),
      ("/", 200), ("/performance", 200), ("/design", 200), ("/nowhere", 404),
    ]
    for (path, status) in pages {
      #expect(fixture.get(path, cookie).status == status, "\(path)")
      #expect(fixture.driver.taken() == .init(reads: 1, writes: 0), "\(path)")
    }
    for path in ["/", "/performance", "/sign-in", "/indicators"] {
      _ = fixture.get(path)
      #expect(fixture.driver.taken() == .init(reads: 1, writes: 0), "\(path)")
    }
  }

  @Test("refuses a write within a page, and lets its read go on")
  func nested() throws {
    let fixture = try SiteFixture(.sqlite)
    defer { fixture.close() }
    try fixture.services.database.read { read in
      let visit = StaffVisit(
        request: Request(), actor: Actor(account: ID(1), organisation: ID(1), role: .analyst),
        now: fixture.clock.clock.now(), frame: .sample, services: fixture.services, in: read)
      #expect(throws: DatabaseError.self) { try visit.write { _ in } }
      let isSame = try visit.read { inner in inner === read }
      #expect(isSame)
    }
  }

  @Test(
    "is not the one that notes a session's use, which is noted once a minute",
    arguments: Engine.tested)
  func notes(engine: Engine) throws {
    let fixture = try SiteFixture(engine)
    defer { fixture.close() }
    let cookie = try fixture.session(.analyst)
    func seen() throws -> Int {
      let now = fixture.clock.clock.now()
      return try fixture.other.read { read in
        try read.count("SELECT COUNT(*) FROM session WHERE seen = \(now)")
      }
    }
    fixture.clock.advance(seconds: 59)
    _ = fixture.get("/plans", cookie)
    try fixture.site.notes.flush(fixture.services)
    #expect(try fixture.driver.taken() == .init(reads: 1, writes: 0) && seen() == 0)
    fixture.clock.advance(seconds: 2)
    for _ in 1...3 { _ = fixture.get("/plans", cookie) }
    #expect(fixture.driver.taken() == .init(reads: 3, writes: 0))
    try fixture.site.notes.flush(fixture.services)
    #expect(try fixture.driver.taken() == .init(reads: 0, writes: 1) && seen() == 1)
    _ = fixture.get("/plans", cookie)
    try fixture.site.notes.flush(fixture.services)
    #expect(fixture.driver.taken() == .init(reads: 1, writes: 0))
  }

  @Test("reads what another process changed a moment before", arguments: Engine.tested)
  func facts(engine: Engine) throws {
    let fixture = try SiteFixture(engine)
    defer { fixture.close() }
    let cookie = try fixture.session(.analyst)
    for name in ["Harbour Partnership", "Hill & Vale Partnership"] {
      try fixture.other.write { try AccountsStore.name(partnership: name, in: $0) }
      let shown = name.replacing("&", with: "&amp;")
      for path in ["/", "/performance", "/nowhere"] {
        #expect(fixture.get(path).words.contains(shown), "\(path)")
      }
      #expect(fixture.get("/indicators", cookie).words.contains(shown))
    }
  }

  @Test("shows the audit trail in words, with the codes below")
  func audit() throws {
    let fixture = try SiteFixture(.sqlite)
    defer { fixture.close() }
    let page = fixture.get("/admin/audit", try fixture.session(.auditor)).words
    #expect(page.contains("Account added<br><span class=\"xs quiet\">account.added</span>"))
  }

  @Test("shows the signed-in the way to their work, and strangers the way to sign in")
  func entrance() throws {
    let fixture = try SiteFixture(.sqlite)
    defer { fixture.close() }
    let cookie = try fixture.session(.councillor)
    let strange = fixture.get("/performance")
    #expect(strange.words.contains("Staff sign in") && !strange.words.contains("Go to work pages"))
    let known = fixture.get("/performance", cookie)
    #expect(known.words.contains("Go to work pages") && !known.words.contains("Staff sign in"))
    #expect(known.header("Cache-Control") == "no-store")
    let signIn = fixture.get("/sign-in", cookie)
    #expect(signIn.status == 303 && signIn.header("Location") == "/indicators")
    #expect(fixture.get("/sign-in", "hamlet=unknown").status == 200)
  }
}
