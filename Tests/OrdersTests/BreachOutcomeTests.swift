import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("What came of a breach after it was decided on", .database)
struct BreachOutcomeTests {
  private static let later = Instant("2026-12-10T12:00:00Z") ?? OrdersFixture.now

  private static func outcome(
    _ decision: String, on day: String, pounds: String = "", version: Int = 2,
    text: String = "Said since"
  ) -> [(String, String)] {
    RegisterTests.day("decided-1", day).map { ($0.key, $0.value) } + [
      ("act", "outcome"), ("breach", "1"), ("version", String(version)), ("decision-1", decision),
      ("outcome-1", text), ("pounds-1", pounds),
    ]
  }

  /// The path of an order with a breach of 18 November, decided on 20 November where it is said how.
  private static func broken(
    _ fixture: OrdersFixture, _ decision: String? = "penalty",
    _ power: Power = .protectionNotice
  ) throws -> String {
    let path = try BreachTests.penalised(power, fixture)
    let breach = BreachTests.breach("2026-11-18")
    #expect(try fixture.visit("\(path)/breaches", form: breach)?.status == 303)
    guard let decision else { return path }
    let decided = BreachTests.decide(decision)
    #expect(try fixture.visit("\(path)/breaches", form: decided)?.status == 303)
    return path
  }

  private static func kept(_ fixture: OrdersFixture) throws -> Breach {
    let breach = try fixture.services.database.read { read in
      try read.first("SELECT \(Breach.columns) FROM orders_breach b WHERE b.id = 1") { row in
        try Breach(row: &row, fixture.services.keyring)
      }
    }
    return try #require(breach)
  }

  @Test("takes the place of no decision: that is made once", arguments: Engine.tested)
  func once(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Self.broken(fixture)
    let again = try #require(
      try fixture.visit("\(path)/breaches", form: BreachTests.decide("no-action", version: 2)))
    #expect(again.status == 422)
    #expect(
      again.words.contains(
        "It was decided on 20 November 2026: record what came of it since instead"))
    #expect(again.text.contains("href=\"#decision-1\"") && again.text.contains("id=\"decision-1"))
    let breach = try Self.kept(fixture)
    #expect(breach.decision == .penalty && breach.version == 2 && breach.penalty == 80)
    #expect(try fixture.actions().last == "orders.breach-decided")
  }

  @Test("keeps what was decided, with each day, and is on record", arguments: Engine.tested)
  func recorded(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, now: Self.later)
    let path = try Self.broken(fixture)
    let unpaid = Self.outcome("penalty", on: "2026-12-01", text: "Promised by the tenth")
    #expect(try fixture.visit("\(path)/breaches", form: unpaid)?.status == 303)
    var page = try #require(try fixture.visit(path)).words
    #expect(page.contains("of £80, 20 November 2026. 1 December 2026: Promised by the tenth"))
    #expect(page.contains("until 4 December 2026"))
    #expect(
      page.contains("Before: fixed penalty notice of £80, 20 November 2026. Given at the door"))
    var breach = try Self.kept(fixture)
    #expect(breach.decision == .penalty && breach.penalty == 80 && breach.version == 3)
    #expect(breach.decidedOn == Day("2026-11-20") && breach.rules.count == 2)
    let charged = Self.outcome("charged", on: "2026-12-08", version: 3, text: "Never paid")
    #expect(try fixture.visit("\(path)/breaches", form: charged)?.status == 303)
    page = try #require(try fixture.visit(path)).words
    #expect(
      page.contains("Charged, or reported for summons , 8 December 2026. Never paid"), "\(page)")
    #expect(page.contains("Given at the door") && page.contains("Promised by the tenth"))
    breach = try Self.kept(fixture)
    #expect(breach.decision == .charged && breach.decidedOn == Day("2026-12-08"))
    #expect(breach.penalty == nil && breach.rules.isEmpty)
    let trail = try fixture.trail()
    #expect(trail.filter { $0.hasPrefix("orders.breach-outcome order/TM-") }.count == 2)
    #expect(!trail.joined().contains("Never") && !trail.joined().contains("Promised"))
  }

  @Test(
    "is no charge while a penalty can be paid, and one on the next day",
    arguments: [
      (Power.protectionNotice, "section 52(5)"), (.publicSpaces, "section 68(4)"),
      (.expeditedPublicSpaces, "section 68(4)"),
    ])
  func window(power: Power, section: String) throws {
    for (decision, day, status) in [
      ("charged", "2026-12-04", 422), ("court", "2026-12-04", 422), ("warned", "2026-12-04", 303),
      ("charged", "2026-12-05", 303),
    ] {
      let fixture = try OrdersFixture(now: Self.later)
      let path = try Self.broken(fixture, "penalty", power)
      let page = try #require(try fixture.visit(path)).words
      #expect(
        page.contains(
          "until 4 December 2026; no proceedings before then (\(section))"), "\(page)")
      let response = try #require(
        try fixture.visit("\(path)/breaches", form: Self.outcome(decision, on: day)))
      #expect(response.status == status, "\(decision) \(day): \(response.words)")
      let words =
        "The penalty can be paid until 4 December 2026, and no proceedings begin before then: choose "
        + "a later day (\(section))"
      #expect(response.words.contains(words) == (status == 422))
    }
  }

  /// How the breach was decided, what is sent, and the words it is refused with; `nil` where it is taken.
  static let edges: [(String?, [(String, String)], String?)] = [
    (nil, outcome("warned", on: "2026-12-01", version: 1), "Decide on the breach first"),
    ("warned", outcome("warned", on: "2026-11-19"), "on or after the decision, 20 November 2026"),
    ("warned", outcome("warned", on: "2026-11-20"), nil),
    ("warned", outcome("warned", on: "2026-12-10"), nil),
    ("warned", outcome("warned", on: "2026-12-11"), "not to come"),
    ("warned", outcome("", on: "2026-12-01"), "Choose how it stands now"),
    ("warned", outcome("warned", on: "2026-12-01", text: ""), "Enter what came of it"),
    (
      "warned", outcome("warned", on: "2026-12-01", version: 1),
      "Somebody else recorded what came of this breach meanwhile"
    ),
    ("warned", outcome("penalty", on: "2026-12-01", pounds: ""), "Enter the pounds"),
    ("warned", outcome("penalty", on: "2026-12-01", pounds: "101"), "(section 52(7)"),
    ("warned", outcome("penalty", on: "2026-12-01", pounds: "100"), nil),
  ]

  @Test("is refused at its field, and loses nothing that was typed", arguments: edges.indices)
  func refused(index: Int) throws {
    let (decision, form, words) = Self.edges[index]
    let fixture = try OrdersFixture(now: Self.later)
    let path = try Self.broken(fixture, decision)
    let response = try #require(try fixture.visit("\(path)/breaches", form: form))
    #expect(response.status == (words == nil ? 303 : 422), "\(index): \(response.words)")
    guard let words else { return }
    #expect(response.words.contains(words), "\(index): \(response.words)")
    let text = form.first { $0.0 == "outcome-1" }?.1 ?? ""
    #expect(text.isEmpty || response.words.contains(text))
    #expect(!(try fixture.actions().contains("orders.breach-outcome")))
  }

  @Test("is recorded by those who decide, and by nobody else", arguments: Role.all)
  func policy(role: Role) throws {
    let fixture = try OrdersFixture(now: Self.later)
    let path = try Self.broken(fixture, "warned")
    let form = Self.outcome("warned", on: "2026-12-01")
    let may = OrdersPolicy.allows(.issue, OrdersFixture.actor(role))
    #expect(try fixture.status("\(path)/breaches", as: role, form: form) == (may ? 303 : 404))
    guard OrdersPolicy.allows(.see, OrdersFixture.actor(role)), role != .partner else { return }
    let page = try #require(try fixture.visit(path, as: role)).words
    #expect(page.contains("Record what came of the breach of") == may)
  }
}
