import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Application

@Suite("What must be on record", .database)
struct ReadingTests {
  @Test("is recorded before the page is sent, after its reading is done", arguments: Engine.tested)
  func recorded(engine: Engine) throws {
    let fixture = try SiteFixture(engine)
    defer { fixture.close() }
    let cookie = try fixture.session(.analyst)
    _ = fixture.driver.taken()
    #expect(fixture.get("/tasking/vehicles", cookie).status == 200)
    #expect(fixture.driver.taken() == .init(reads: 1, writes: 1))
    #expect(fixture.get("/tasking", cookie).status == 200)
    #expect(fixture.driver.taken() == .init(reads: 1, writes: 0))
    let last = try fixture.other.read { read in
      try fixture.services.audit.page(AuditFilter(), before: nil, limit: 1, read).entries.first
    }
    #expect(last?.action == "tasking.vehicles-read")
    #expect(last?.actor != nil)
  }

  @Test("withholds the page where it cannot be recorded")
  func withheld() throws {
    let fixture = try SiteFixture(.sqlite)
    defer { fixture.close() }
    let cookie = try fixture.session(.analyst)
    try fixture.other.write { write in try write.run("DELETE FROM audit_head") }
    let answer = fixture.get("/tasking/vehicles", cookie)
    #expect(answer.status == 500)
    #expect(!answer.words.contains("On the list"))
    #expect(answer.words.contains("audit trail"))
  }
}
