import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Sharing

@Suite("An agreement", .database)
struct AgreementTests {
  static let form: [(String, String)] =
    [
      ("title", "Noise together"), ("purposes", "To answer noise"), ("parties", "1"),
      ("parties", "2"), ("fields", "identity"), ("fields", "events"),
    ] + SharingFixture.date("signed", "2026-01-05") + SharingFixture.date("review", "2026-12-01")

  @Test("is written down, due on its day, reviewed and ended", arguments: Engine.tested)
  func life(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    #expect(try fixture.status("/sharing/agreements/new", as: .manager, form: Self.form) == 303)
    let page = try fixture.words("/sharing/agreements/1", as: .manager)
    for words in [
      "Noise together", "Thornmere Council, Thornmere Constabulary", "In force",
      "Names and dates of birth; What happened: reports and notes",
    ] { #expect(page.contains(words), "\(words)") }
    fixture.clock.advance(seconds: 10 * 86_400)
    #expect(!(try fixture.words("/sharing").contains("due for review")))
    fixture.clock.advance(seconds: 86_400)
    #expect(try fixture.words("/sharing").contains("1 agreement is due for review"))
    func change(_ fields: [(String, String)], _ version: Int) throws -> Int {
      try fixture.status(
        "/sharing/agreements/1", as: .manager, form: fields + [("version", String(version))])
    }
    let review = [("act", "review")] + SharingFixture.date("review", "2027-12-01")
    #expect(try change([("act", "review")] + SharingFixture.date("review", "2026-12-01"), 1) == 422)
    #expect(try change(review, 1) == 303)
    #expect(try change(review, 1) == 409)
    #expect(!(try fixture.words("/sharing").contains("due for review")))
    let end =
      [("act", "end"), ("ending", "A newer one")] + SharingFixture.date("ended", "2026-12-01")
    #expect(try change([("act", "end")] + SharingFixture.date("ended", "2026-01-04"), 2) == 422)
    #expect(try change(end, 2) == 303)
    #expect(try change(end, 3) == 404)
    #expect(try fixture.words("/sharing/agreements/1").contains("Why it ended A newer one"))
    let actions = try fixture.services.actionsTaken()
    #expect(
      actions == [
        "sharing.agreement-added", "sharing.agreement-reviewed", "sharing.agreement-ended",
      ])
  }

  static let refusals: [(field: String, value: String, words: String)] = [
    ("title", "", "Enter what the agreement is called"),
    ("purposes", "", "Enter what is shared under it for"),
    ("parties", "2", "Choose the organisations that signed it, two or more"),
    ("fields", "", "Choose what may be shared under it"),
    ("signed-year", "2027", "Choose today or an earlier day: nothing is shared before it"),
    ("review-year", "2025", "Choose a day after 5 January 2026"),
    ("review-year", "2028", "Choose a day up to 6 January 2028, two years on"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let fixture = try SharingFixture()
    let form = Self.form.filter { $0.0 != field } + [(field, value)]
    let response = try #require(
      try fixture.visit("/sharing/agreements/new", as: .manager, form: form))
    #expect(response.status == 422)
    #expect(response.words.contains(words), "\(response.words)")
  }

  @Test("is asked of each share with an organisation from a day on", arguments: Engine.tested)
  func rule(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    _ = try fixture.visit("/sharing/agreements/new", as: .manager, form: Self.form)
    let rule = SharingFixture.date("needed", "2026-11-21")
    #expect(try fixture.status("/sharing/agreements", as: .manager, form: rule) == 303)
    _ = try fixture.record()
    fixture.clock.advance(seconds: 86_400)
    func refusal(_ changes: [(String, String)]) throws -> String {
      do { _ = try fixture.record(changes) } catch let refused as SharingFixture.NotRecorded {
        return refused.words
      }
      return ""
    }
    #expect(
      try refusal([]).contains("Choose the agreement it falls under: the partnership asks for one"))
    #expect(
      try refusal([("agreement", "1")]).contains("Noise together does not cover “Allegations"))
    let covered = [("agreement", "1"), ("shared", "identity")]
    #expect(
      try refusal(covered + [("recipient", "3")]).contains(
        "Millwharf Housing has not signed this agreement"))
    let reference = try fixture.record(covered)
    #expect(try fixture.words("/sharing/\(reference)").contains("Agreement Noise together"))
    _ = try fixture.record([
      ("recipient", "outside"), ("outside", "A school"), ("recipient-said", "yes"),
    ])
    #expect(try fixture.status("/sharing/agreements", as: .manager, form: []) == 303)
    _ = try fixture.record()
  }
}

@Suite("The grounds in law", .database)
struct GroundTests {
  @Test("are those of the Acts, each with its section, once", arguments: Engine.tested)
  func shipped(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let grounds = try fixture.database.read(GroundStore.all)
    #expect(grounds.count == 34)
    #expect(Set(grounds.map { "\($0.ground.part) \($0.ground.key)" }).count == grounds.count)
    #expect(grounds.allSatisfy { !$0.ground.section.isEmpty && $0.from != nil && $0.isShipped })
  }

  /// Recognised legitimate interests began on 5 February 2026 (SI 2026/82, regulation 2(c)).
  @Test(
    "are offered on the days they are law",
    arguments: [("2026-02-04", false), ("2026-02-05", true)])
  func dated(day: String, isThere: Bool) throws {
    let fixture = try SharingFixture()
    let day = try #require(Day(day))
    let choices = try fixture.database.read { try GroundStore.choices(on: day, $0) }
    #expect((choices.ground(.basis, "recognised") != nil) == isThere)
    #expect(choices.ground(.basis, "public-task") != nil)
  }

  @Test(
    "are added and dated by an administrator; a record keeps them as they stood",
    arguments: Engine.tested)
  func added(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let form = [
      ("part", "gateway"), ("key", "new-act"), ("title", "A new power"),
      ("section", "New Act 2027, section 1"), ("regime", "any"),
    ]
    #expect(try fixture.status("/sharing/law/new", as: .administrator, form: form) == 303)
    #expect(try fixture.status("/sharing/law/new", as: .administrator, form: form) == 422)
    #expect(try fixture.words("/sharing/law").contains("Check commencement"))
    #expect(throws: SharingFixture.NotRecorded.self) {
      try fixture.record([("gateway", "new-act")])
    }
    func date(_ from: String, _ through: String?, _ version: Int) throws -> Int {
      try fixture.status(
        "/sharing/law/gateway/new-act", as: .administrator,
        form: SharingFixture.date("from", from)
          + (through.map { SharingFixture.date("through", $0) } ?? [])
          + [("version", String(version))])
    }
    #expect(try date("2026-11-20", "2026-11-19", 1) == 422)
    #expect(try date("2026-11-20", nil, 1) == 303)
    #expect(try date("2026-11-20", nil, 1) == 409)
    let reference = try fixture.record([("gateway", "new-act")])
    #expect(try date("2026-11-01", "2026-11-19", 2) == 303)
    #expect(throws: SharingFixture.NotRecorded.self) {
      try fixture.record([("gateway", "new-act")])
    }
    #expect(try fixture.words("/sharing/\(reference)").contains("New Act 2027, section 1"))
  }
}
