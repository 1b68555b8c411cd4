import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Whoever made a report that is deleted", .database)
struct DeletedReportTests {
  /// A report that was withdrawn, deleted after its time; its reference and secret.
  private func deleted(_ fixture: CaseworkFixture) throws -> ReportReceipt {
    let (id, receipt) = try fixture.database.write { write in
      try fixture.store.add(CaseworkFixture.report(), at: fixture.now, in: write)
    }
    try fixture.database.write { try fixture.store.move(id, to: .withdrawn, in: $0) }
    fixture.wait(until: "2028-11-20T12:00:00Z")
    #expect(
      try fixture.retentionStatus(
        "/retention/report/\(receipt.reference)/delete", form: [("looked", "yes")]) == 303)
    return receipt
  }

  @Test("is told in plain words what became of it", arguments: Engine.tested)
  func told(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let receipt = try deleted(fixture)
    let resident = Resident(fixture)
    try resident.go("/report/track")
    try resident.post([("reference", receipt.reference), ("secret", receipt.secret)])
    let words = resident.page.words
    #expect(words.contains("This report is deleted"))
    #expect(words.contains("We deleted it on 20 November 2028"))
    #expect(words.contains("a report that we did not open a case for 2 years from the day"))
    for word in ["Planted", "Zebedee", "Ropewalk"] { #expect(!words.contains(word)) }
  }

  @Test("by the link that asked how satisfied they are too", arguments: Engine.tested)
  func link(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (id, receipt) = try fixture.database.write { write in
      try fixture.store.add(CaseworkFixture.report(), at: fixture.now, in: write)
    }
    let token = try fixture.database.write { write in
      try fixture.store.move(id, to: .withdrawn, in: write)
      return try SurveyStore(keyring: fixture.services.keyring).ask(id, at: fixture.now, in: write)
    }
    let path = ReportRoute.answer(try #require(token)).path
    fixture.wait(until: "2028-11-20T12:00:00Z")
    let resident = Resident(fixture)
    try resident.go(path)
    #expect(resident.page.status == 404)
    _ = try fixture.retention(
      "/retention/report/\(receipt.reference)/delete", form: [("looked", "yes")])
    try resident.go(path)
    #expect(resident.page.words.contains("We deleted it on 20 November 2028"))
  }

  @Test("and nobody else: without the secret it never was", arguments: Engine.tested)
  func stranger(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let receipt = try deleted(fixture)
    let resident = Resident(fixture)
    var pages: [String] = []
    var generator = SystemRandom()
    let never = Reference(letters: "TM", using: &generator).description
    for reference in [receipt.reference, try fixture.report().description, never] {
      try resident.go("/report/track")
      try resident.post([("reference", reference), ("secret", "K7QD-2MXP-9RTA")])
      pages.append(resident.page.words.replacing(reference, with: ""))
    }
    #expect(pages[0].contains(TrackForm.unknown))
    #expect(pages[0] == pages[1] && pages[0] == pages[2])
  }
}
