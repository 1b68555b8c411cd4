import Database
import Design
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Application

@Suite("Leaving a page at once", .database)
struct ExitTests {
  @Test(
    "is offered on every page of reports, on those of problems too",
    arguments: [
      ("/report", 200), ("/report/track", 200), ("/report/counts", 200), ("/report/answered", 200),
      ("/report/none", 404), ("/report/track/none", 404), ("/case-review", 200),
      ("/case-review/none", 404),
    ])
  func offered(path: String, status: Int) throws {
    let fixture = try SiteFixture(.sqlite)
    defer { fixture.close() }
    let answer = fixture.get(path)
    #expect(answer.status == status)
    #expect(answer.words.contains("Leave this page") && answer.words.contains("bbc.co.uk/weather"))
    #expect(answer.headers.filter { $0.name == "Cache-Control" }.map(\.value) == ["no-store"])
  }

  @Test(
    "is not offered where nobody is in danger by being seen",
    arguments: ["/", "/performance", "/none"])
  func elsewhere(path: String) throws {
    let fixture = try SiteFixture(.sqlite)
    defer { fixture.close() }
    #expect(!fixture.get(path).words.contains("Leave this page"))
  }

  @Test(
    "comes with what a resident can do where nothing works",
    arguments: [DatabaseError.full, .busy, .unreachable("")])
  func fault(error: DatabaseError) throws {
    let fixture = try SiteFixture(.sqlite)
    defer { fixture.close() }
    let request = Request(path: ["report", "words"])
    let answer = fixture.site.refusal(error, request, fixture.site.frame(of: request))
    #expect(answer.status == 503 && answer.words.contains("Leave this page"))
    #expect(answer.words.contains(Refusals.resident) && answer.words.contains("101"))
    #expect(!answer.words.contains("administrator"))
    let staff = Request(path: ["work"])
    let other = fixture.site.refusal(error, staff, fixture.site.frame(of: staff))
    #expect(!other.words.contains(Refusals.resident))
  }

  @Test("says of a fault of ours what a resident can do, and what to quote")
  func own() throws {
    struct Broken: Error {}
    let fixture = try SiteFixture(.sqlite)
    defer { fixture.close() }
    let request = Request(path: ["report", "words"])
    let answer = fixture.site.refusal(Broken(), request, fixture.site.frame(of: request))
    #expect(answer.status == 500 && answer.words.contains(Refusals.resident))
    #expect(answer.words.contains("quote"))
  }
}
