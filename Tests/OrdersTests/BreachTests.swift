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
  static func breach(_ day: String) -> [(String, String)] {
    RegisterTests.day("breached", day).map { ($0.key, $0.value) } + [
      ("act", "breach"), ("breach-evidence", "Seen by the warden"),
    ]
  }

  static func decide(
    _ decision: String, on day: String = "2026-11-20", pounds: String = "80", version: Int = 1
  ) -> [(String, String)] {
    RegisterTests.day("decided-1", day).map { ($0.key, $0.value) } + [
      ("act", "decide"), ("breach", "1"), ("version", String(version)), ("decision-1", decision),
      ("outcome-1", "Given at the door"), ("pounds-1", pounds),
    ]
  }

  /// A notice served on 15 November, in force; its path.
  static func notice(_ fixture: OrdersFixture) throws -> String {
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

  @Test(
    "bind from service, and a notice not served nobody",
    arguments: [
      ("2026-11-16", nil, "It is not served yet"), ("2026-11-16", "2026-11-17", "was served on 17"),
      ("2026-11-17", "2026-11-17", nil), ("2026-11-18", "2026-11-17", nil),
    ] as [(String, String?, String?)])
  func service(day: String, served: String?, words: String?) throws {
    let fixture = try OrdersFixture()
    let path = try Self.notice(fixture)
    try fixture.services.database.write { write in
      try write.run(
        """
        UPDATE orders_order SET served_at = \(served.map { "\($0)T10:00:00.000Z" })
        WHERE power = 'protection-notice'
        """)
    }
    let response = try #require(try fixture.visit("\(path)/breaches", form: Self.breach(day)))
    #expect(response.status == (words == nil ? 303 : 422), "\(response.words)")
    if let words { #expect(response.words.contains(words)) }
  }

  @Test(
    "are refused once it was discharged, and after its end",
    arguments: [
      ("2026-11-16", "2027-11-14", "2026-11-17", nil),
      ("2026-11-17", "2027-11-14", "2026-11-17", "it was discharged on 17 November 2026"),
      ("2026-11-18", "2026-11-18", nil, nil), ("2026-11-19", "2026-11-18", nil, "it ended 18"),
    ] as [(String, String, String?, String?)])
  func over(day: String, ends: String, discharged: String?, words: String?) throws {
    let fixture = try OrdersFixture()
    let path = try Self.notice(fixture)
    try fixture.services.database.write { write in
      try write.run(
        """
        UPDATE orders_order SET ends_on = \(ends), discharged_on = \(discharged)
        WHERE power = 'protection-notice'
        """)
    }
    let response = try #require(try fixture.visit("\(path)/breaches", form: Self.breach(day)))
    #expect(response.status == (words == nil ? 303 : 422), "\(response.words)")
    if let words { #expect(response.words.contains(words)) }
  }

  @Test(
    "are decided on a day from the breach to today, a penalty within the law of that day",
    arguments: [
      ("2026-11-17", "80", 422, "on or after the breach, 18 November 2026"),
      ("2026-11-18", "80", 303, "of £80, 18 November 2026"),
      ("2026-11-20", "100", 303, "until 4 December 2026"),
      ("2026-11-21", "80", 422, "not to come"), ("2026-11-20", "101", 422, "section 52(7)"),
      ("2026-11-20", "", 422, "Enter the pounds"), ("2026-11-20", "0", 422, "from 1"),
    ])
  func decided(day: String, pounds: String, status: Int, words: String) throws {
    let fixture = try OrdersFixture()
    let path = try Self.notice(fixture)
    #expect(try fixture.visit("\(path)/breaches", form: Self.breach("2026-11-18"))?.status == 303)
    let form = Self.decide("penalty", on: day, pounds: pounds)
    let response = try #require(try fixture.visit("\(path)/breaches", form: form))
    #expect(response.status == status)
    let page = status == 303 ? try #require(try fixture.visit(path)).words : response.words
    #expect(page.contains(words), "\(page)")
  }

  /// An order of a power in force from 15 November that a penalty can be given for; its path.
  static func penalised(_ power: Power, _ fixture: OrdersFixture) throws -> String {
    guard power != .protectionNotice else { return try notice(fixture) }
    let fields = RegisterTests.said.merging(RegisterTests.day("starts", "2026-11-15")) { $1 }
      .merging(RegisterTests.day("ends", "2027-05-14")) { $1 }
      .merging(["rights": "Protest is not restricted", "consultees": "Police, residents"]) { $1 }
    return try RegisterTests.add(fixture, power, fields)
  }

  @Test(
    "take a penalty of £100 and no more of each power that has one, with the section",
    arguments: [
      (Power.protectionNotice, "section 52(7)"), (.publicSpaces, "section 68(6)"),
      (.expeditedPublicSpaces, "section 68(6)"),
    ])
  func highest(power: Power, section: String) throws {
    for (pounds, status) in [("100", 303), ("101", 422)] {
      let fixture = try OrdersFixture()
      let path = try Self.penalised(power, fixture)
      #expect(try fixture.visit("\(path)/breaches", form: Self.breach("2026-11-18"))?.status == 303)
      let form = Self.decide("penalty", pounds: pounds)
      let response = try #require(try fixture.visit("\(path)/breaches", form: form))
      #expect(response.status == status, "\(power) £\(pounds)")
      let words = "It may be £100 at most (\(section)"
      #expect(response.words.contains(words) == (status == 422), "\(response.words)")
    }
  }

  @Test("that wait side by side have each their own fields", arguments: Engine.tested)
  func several(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Self.notice(fixture)
    for day in ["2026-11-16", "2026-11-17", "2026-11-18"] {
      #expect(try fixture.visit("\(path)/breaches", form: Self.breach(day))?.status == 303)
    }
    func ids(_ text: String) -> [Substring] { text.matches(of: /\sid="([^"]+)"/).map(\.1) }
    let page = try #require(try fixture.visit(path)).text
    #expect(ids(page).count == Set(ids(page)).count, "\(ids(page).sorted())")
    for number in 1...3 {
      #expect(
        page.contains("for=\"outcome-\(number)\"") && page.contains("id=\"outcome-\(number)\""))
    }
    var form = Self.decide("penalty", pounds: "101")
    form = form.map {
      ($0.0.replacing("-1", with: "-2"), $0.1 == "1" && $0.0 == "breach" ? "2" : $0.1)
    }
    let refused = try #require(try fixture.visit("\(path)/breaches", form: form))
    #expect(refused.status == 422 && refused.text.contains("href=\"#pounds-2\""))
    #expect(ids(refused.text).count == Set(ids(refused.text)).count)
  }

  @Test("take the penalty of the law of the decision's day, and keep it", arguments: Engine.tested)
  func dated(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Self.notice(fixture)
    #expect(try fixture.visit("\(path)/breaches", form: Self.breach("2026-11-18"))?.status == 303)
    let law = [
      ("act", "date"), ("version", "1"), ("from-day", "20"), ("from-month", "11"),
      ("from-year", "2026"),
    ]
    #expect(
      try fixture.status("/orders/law/cpa-2026-penalties", as: .administrator, form: law) == 303)
    let before = Self.decide("penalty", on: "2026-11-19", pounds: "500")
    #expect(try fixture.visit("\(path)/breaches", form: before)?.status == 422)
    let after = Self.decide("penalty", pounds: "500")
    #expect(try fixture.visit("\(path)/breaches", form: after)?.status == 303)
    let kept = try fixture.services.database.read { read in
      try BreachStore(keyring: fixture.services.keyring).all(of: ID(2), read).first
    }
    #expect(kept?.penalty == 500)
    #expect(kept?.rules.map(\.set) == ["cpa-2026-penalties", "asbcpa-2014"])
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

  @Test(
    "show the public the orders of areas in force, and nobody's name", arguments: Engine.tested)
  func publicPage(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
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
    let plan = try QueryPlan.of(
      OrderStore.publicQuery(2, at: OrdersFixture.now), fixture.services.database)
    #expect(!plan.readsAll(of: "o"), "\(plan)")
  }

  @Test("show the public every order of an area, a page of them at a time")
  func publicPages() throws {
    let fixture = try OrdersFixture()
    let store = OrderStore(fixture.services)
    try fixture.services.database.write { write in
      for number in 0..<(OrderStore.onPage + 1) {
        let power: Power = number == 0 ? .expeditedPublicSpaces : .publicSpaces
        var draft = OrderDraft(
          power: power,
          term: OrderTerm(
            starts: OrdersFixture.today, ends: OrdersFixture.today.adding(days: 40 - number)))
        draft.content.name = "Area \(number)"
        try store.add(
          NewOrder(
            draft: draft, rules: [], organisation: ID(1), organisationName: "Council"),
          by: nil, at: OrdersFixture.now, in: write)
      }
    }
    func page(_ query: [(String, String)]) throws -> Response {
      let visit = PublicVisit(
        request: Request(.get, path: ["public-spaces"], query: Fields(query)),
        now: OrdersFixture.now, frame: .sample, services: fixture.services)
      return try #require(try PublicSpaces.answer(visit))
    }
    let first = try page([])
    #expect(first.words.contains("1. Area 25") && first.words.contains("25. Area 1"))
    #expect(!first.words.contains("Area 0") && first.text.contains("/public-spaces?page=2"))
    let second = try page([("page", "2")])
    #expect(second.words.contains("26. Area 0") && !second.words.contains("Area 1"))
    #expect(second.text.contains("href=\"/public-spaces\" rel=\"prev\""))
    #expect(!second.text.contains("page=3"))
    #expect(try page([("page", "3")]).words.contains("There are no more."))
  }
}
