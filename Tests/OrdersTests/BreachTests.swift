import FeatureKit
import Access
import Database
import Design
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("Breaches and the public page", .database)
struct BreachTests {
  private static func breach(_ day: String) -> [(String, String)] {
    RegisterTests.day("breached", day).map { ($0.key, $0.value) } + [
      ("act", "breach"), ("breach-evidence", "Seen by the warden"),
    ]
  }

  private static func decide(_ decision: String, version: Int = 1) -> [(String, String)] {
    [
      ("act", "decide"), ("breach", "1"), ("version", String(version)), ("decision", decision),
      ("outcome", "Given at the door"),
    ]
  }

  /// A notice served on 15 November, in force; its path.
  private static func notice(_ fixture: OrdersFixture) throws -> String {
    let warning = try RegisterTests.add(fixture, .protectionWarning, RegisterTests.warning)
    let fields = RegisterTests.warning
      .merging(RegisterTests.day("starts", "2026-11-15")) { $1 }
      .merging(RegisterTests.day("served", "2026-11-15")) { $1 }
      .merging(["warning": String(warning.split(separator: "/")[1])]) { $1 }
    return try RegisterTests.add(fixture, .protectionNotice, fields)
  }

  @Test("are written down and decided on, with the window of a penalty", arguments: Engine.tested)
  func deciding(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Self.notice(fixture)
    #expect(
      try fixture.status("\(path)/breaches", as: .auditor, form: Self.breach("2026-11-18")) == 404)
    #expect(try fixture.visit("\(path)/breaches", form: Self.breach("2026-11-18"))?.status == 303)
    #expect(try #require(try fixture.visit(path)).words.contains("Seen by the warden"))
    #expect(try fixture.visit("\(path)/breaches", form: Self.decide("penalty"))?.status == 303)
    let page = try #require(try fixture.visit(path)).words
    #expect(page.contains("Fixed penalty notice") && page.contains("until 4 December 2026"))
    #expect(page.contains("section 52"))
    let again = try fixture.visit("\(path)/breaches", form: Self.decide("no-action"))
    #expect(again?.status == 422)
    #expect(try fixture.actions().suffix(4).contains("orders.breach-decided"))
  }

  @Test(
    "are refused outside the time the order was in force",
    arguments: [("2026-11-14", "not in force before"), ("2026-11-21", "not to come")])
  func outside(day: String, words: String) throws {
    let fixture = try OrdersFixture()
    let path = try Self.notice(fixture)
    let response = try #require(try fixture.visit("\(path)/breaches", form: Self.breach(day)))
    #expect(response.status == 422)
    #expect(response.words.contains(words))
  }

  @Test("are not had of a warning, nor penalties of an injunction")
  func others() throws {
    let fixture = try OrdersFixture()
    let warning = try RegisterTests.add(fixture, .protectionWarning, RegisterTests.warning)
    #expect(
      try fixture.status("\(warning)/breaches", as: .officer, form: Self.breach("2026-11-18"))
        == 404)
    let injunction = try RegisterTests.add(fixture, .injunction, RegisterTests.injunction)
    #expect(
      try fixture.visit("\(injunction)/breaches", form: Self.breach("2026-11-20"))?.status == 303)
    let refused = try #require(
      try fixture.visit("\(injunction)/breaches", form: Self.decide("penalty")))
    #expect(refused.status == 422)
    #expect(refused.words.contains("No fixed penalty can be given"))
  }

  @Test("show the public the orders of areas in force, and nobody's name")
  func publicPage() throws {
    let fixture = try OrdersFixture()
    try RegisterTests.add(fixture, .injunction, RegisterTests.injunction)
    let fields = RegisterTests.said.merging(RegisterTests.day("starts", "2026-11-20")) { $1 }
      .merging(RegisterTests.day("ends", "2029-11-19")) { $1 }
      .merging([
        "name": "Ropewalk order 2026", "rights": "Protest is not restricted",
        "consultees": "Police, residents",
      ]) { $1 }
    try RegisterTests.add(fixture, .publicSpaces, fields)
    let visit = PublicVisit(
      request: Request(.get, path: ["public-spaces"]), now: OrdersFixture.now, frame: .sample,
      services: fixture.services)
    let page = try #require(try PublicSpaces.answer(visit)).words
    #expect(page.contains("Ropewalk order 2026") && page.contains("19 November 2029"))
    #expect(page.contains("Not to shout") && page.contains("£100"))
    #expect(!page.contains("Rowan") && !page.contains("residents") && !page.contains("Two reports"))
    for power in [Power.publicSpaces, .expeditedPublicSpaces] {
      let plan = try QueryPlan.of(
        OrderStore.publicQuery(power, at: OrdersFixture.now), fixture.services.database)
      #expect(!plan.readsAll(of: "o"), "\(plan)")
    }
  }
}
