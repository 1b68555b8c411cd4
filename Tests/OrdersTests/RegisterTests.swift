import FeatureKit
import Access
import Commands
import Database
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Orders

@Suite("The register of orders", .database)
struct RegisterTests {
  static func day(_ name: String, _ text: String) -> [String: String] {
    let parts = text.split(separator: "-").map { String(Int($0) ?? 0) }
    guard parts.count == 3 else { return [:] }
    return ["\(name)-year": parts[0], "\(name)-month": parts[1], "\(name)-day": parts[2]]
  }

  static let said = [
    "name": "Rowan Sample-Tester", "evidence": "Two reports", "prohibitions": "Not to shout",
    "place": "Ropewalk",
  ]

  static let warning = said.merging(day("starts", "2026-11-10")) { $1 }
    .merging(day("born", "1990-05-04")) { $1 }
    .merging(day("served", "2026-11-11")) { $1 }
    .merging(["served-time": "14:30"]) { $1 }

  static let injunction = said.merging(day("starts", "2026-11-20")) { $1 }
    .merging(day("born", "1990-05-04")) { $1 }
    .merging(["court": "Thornmere County Court"]) { $1 }

  static func pairs(_ power: Power, _ fields: [String: String]) -> [(String, String)] {
    fields.map { ($0.key, $0.value) } + power.tests.map { ("test", $0.key) }
  }

  /// Writes an order down; its path.
  @discardableResult
  static func add(
    _ fixture: OrdersFixture, _ power: Power, _ fields: [String: String], as role: Role = .officer
  ) throws -> String {
    let response = try #require(
      try fixture.visit("/orders/new/\(power.rawValue)", as: role, form: pairs(power, fields)))
    #expect(response.status == 303, "\(response.words)")
    return try #require(response.header("Location"))
  }

  @Test(
    "takes a notice after its warning, served and not in force before that",
    arguments: Engine.tested)
  func notice(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let warning = try Self.add(fixture, .protectionWarning, Self.warning)
    let reference = String(warning.split(separator: "/")[1])
    let opened = try #require(try fixture.visit(warning)).words
    #expect(opened.contains("State Served") && !opened.contains("In force"))
    var fields = Self.warning.merging(Self.day("starts", "2026-11-20")) { $1 }
    for part in ["served-day", "served-month", "served-year", "served-time"] { fields[part] = "" }
    let blocked = try #require(
      try fixture.visit(
        "/orders/new/protection-notice", form: Self.pairs(.protectionNotice, fields)))
    #expect(blocked.status == 422 && blocked.words.contains("section 43(5)(a)"))
    #expect(blocked.words.contains("Two reports"))
    fields["warning"] = reference.lowercased()
    let notice = try Self.add(fixture, .protectionNotice, fields)
    #expect(try #require(try fixture.visit(notice)).words.contains("Not served yet"))
    let served =
      Self.day("served", "2026-11-20").map { ($0.key, $0.value) } + [
        ("served-time", "9am"), ("how", "By hand"), ("act", "served"), ("version", "1"),
      ]
    #expect(try fixture.visit(notice, form: served)?.status == 303)
    let page = try #require(try fixture.visit(notice)).words
    #expect(page.contains("In force") && page.contains(reference))
    #expect(page.contains("10 December 2026 (section 46(2))"))
    #expect(page.contains("section 43(5)(a)") && page.contains("Person 3"))
  }

  @Test("keeps the rules an order was made under, whatever is law later")
  func kept() throws {
    let fixture = try OrdersFixture()
    let fields = Self.said.merging(Self.day("starts", "2026-11-20")) { $1 }
      .merging(Self.day("born", "1990-05-04")) { $1 }
      .merging(Self.day("ends", "2026-11-22")) { $1 }
      .merging(["start-time": "10:00", "end-time": "9:00", "authoriser": "inspector"]) { $1 }
      .merging(Self.day("authorised", "2026-11-20")) { $1 }
      .merging(Self.day("authorised-end", "2026-11-21")) { $1 }
      .merging(["authorised-time": "9:00", "authorised-end-time": "9:00", "place": "Ropewalk"]) {
        $1
      }
    let path = try Self.add(fixture, .dispersal, fields)
    let dated = [
      ("act", "date"), ("version", "1"), ("from-day", "1"), ("from-month", "10"),
      ("from-year", "2026"),
    ]
    #expect(
      try fixture.status("/orders/law/cpa-2026-dispersal", as: .administrator, form: dated) == 303)
    let page = try #require(try fixture.visit(path)).words
    #expect(page.contains("48 hours section 35(4)") && !page.contains("72 hours"))
    let longer = fields.merging(["ends-day": "23"]) { $1 }
    let later = try Self.add(fixture, .dispersal, longer)
    #expect(try #require(try fixture.visit(later)).words.contains("72 hours"))
  }

  @Test("finds a name by its words, records that somebody looked, and never the name")
  func finding() throws {
    let fixture = try OrdersFixture()
    let path = try Self.add(fixture, .injunction, Self.injunction)
    let reference = String(path.split(separator: "/")[1])
    func found(_ name: String) throws -> String {
      try #require(try fixture.visit("/orders", form: [("wanted", name)])).words
    }
    #expect(try found("sample rowan").contains("Rowan Sample-Tester"))
    #expect(!(try found("Rowan Other").contains("Rowan Sample-Tester")))
    #expect(try fixture.visit("/orders", form: [("wanted", " - ")])?.status == 422)
    let list = try #require(try fixture.visit("/orders")).words
    #expect(list.contains(reference) && !list.contains("Rowan"))
    #expect(try fixture.actions() == ["orders.added", "orders.looked-up", "orders.looked-up"])
    #expect(!(try fixture.trail().joined().contains("Rowan")))
    #expect(!path.contains("Rowan"))
  }

  @Test("shows a partner the orders of its own organisation alone")
  func partners() throws {
    let fixture = try OrdersFixture()
    let path = try Self.add(fixture, .injunction, Self.injunction)
    #expect(try fixture.status(path, as: .partner) == 404)
    let list = try #require(try fixture.visit("/orders?show=all", as: .partner)).words
    #expect(!list.contains(String(path.split(separator: "/")[1])))
    #expect(
      !(try #require(try fixture.visit("/orders", as: .partner, form: [("wanted", "rowan")])).words
        .contains("Rowan")))
    #expect(try fixture.status(path, as: .auditor) == 200)
    #expect(try fixture.status(path, as: .coordinator, form: [("act", "discharged")]) == 404)
  }

  @Test("does not save a change over somebody else's, and shows both texts")
  func conflict() throws {
    let fixture = try OrdersFixture()
    let path = try Self.add(fixture, .injunction, Self.injunction)
    func vary(_ version: Int, _ reason: String) throws -> Response {
      let fields = Self.day("until", "2027-05-01").map { ($0.key, $0.value) }
      return try #require(
        try fixture.visit(
          path,
          form: fields + [("act", "varied"), ("version", String(version)), ("reason", reason)]))
    }
    #expect(try vary(1, "By the court").status == 303)
    let second = try vary(1, "My own text")
    #expect(second.status == 409)
    #expect(second.words.contains("Person 3 changed this order"))
    #expect(second.words.contains("By the court") && second.words.contains("My own text"))
    #expect(try #require(try fixture.visit(path)).words.contains("From No end to 1 May 2027"))
  }

  @Test(
    "extends a closure order to 6 months in all and no further",
    arguments: [
      ("2027-05-19", 303, ""),
      ("2027-05-20", 422, "One extension may add 3 months at most: to 19 May 2027 (section 82(7)"),
    ])
  func extending(until: String, status: Int, words: String) throws {
    let fixture = try OrdersFixture()
    let fields = Self.said.merging(Self.day("starts", "2026-11-20")) { $1 }
      .merging(Self.day("ends", "2027-02-19")) { $1 }.merging(["court": "Magistrates"]) { $1 }
    let path = try Self.add(fixture, .closureOrder, fields)
    let form =
      Self.day("until", until).map { ($0.key, $0.value) } + [
        ("act", "varied"), ("version", "1"), ("reason", "Granted"),
      ]
    let response = try #require(try fixture.visit(path, form: form))
    #expect(response.status == status)
    #expect(response.words.contains(words))
  }

  @Test("ends an order that is discharged, and takes its dates out of the diary")
  func discharge() throws {
    let fixture = try OrdersFixture()
    let fields = Self.injunction.merging(Self.day("ends", "2026-12-10")) { $1 }
    let path = try Self.add(fixture, .injunction, fields)
    let reference = String(path.split(separator: "/")[1])
    #expect(try #require(try fixture.visit("/orders/diary")).words.contains(reference))
    let form =
      Self.day("discharged", "2026-11-20").map { ($0.key, $0.value) } + [
        ("act", "discharged"), ("version", "1"), ("why", "The court, on appeal"),
      ]
    #expect(try fixture.visit(path, form: form)?.status == 303)
    #expect(try #require(try fixture.visit(path)).words.contains("State Discharged"))
    #expect(!(try #require(try fixture.visit("/orders/diary")).words.contains(reference)))
    #expect(!(try #require(try fixture.visit("/orders")).words.contains(reference)))
    #expect(try #require(try fixture.visit("/orders?show=all")).words.contains(reference))
  }

  @Test("takes a date out of the diary once it was dealt with")
  func settling() throws {
    let fixture = try OrdersFixture()
    let fields = Self.injunction.merging(Self.day("ends", "2026-12-10")) { $1 }
    let path = try Self.add(fixture, .injunction, fields)
    let reference = String(path.split(separator: "/")[1])
    let form = [("order", reference), ("settle", "expiry")]
    #expect(try fixture.status("/orders/diary", as: .auditor, form: form) == 404)
    #expect(try fixture.visit("/orders/diary", form: form)?.status == 303)
    #expect(!(try #require(try fixture.visit("/orders/diary")).words.contains(reference)))
    #expect(try fixture.actions().contains("orders.date-settled"))
  }

  @Test(
    "refuses a form field by field, and loses nothing that was typed",
    arguments: [
      ("name", "", "Enter the person"), ("evidence", "", "Enter what it rests on"),
      ("prohibitions", "", "Enter what it forbids"), ("court", "", "Enter the court"),
      ("place", "Nowhere Lane", "That street or postcode is not known"),
      ("case", "TM-7K42-0930", "Check the reference"), ("born-year", "", "must include a year"),
      ("starts-month", "13", "must be from 1 to 12"),
      ("starts-year", "2028", "Choose a day within a year"),
    ])
  func refused(field: String, value: String, words: String) throws {
    let fixture = try OrdersFixture()
    let fields = Self.injunction.merging(["legal-lead": "A lead kept"]) { $1 }
      .merging([field: value]) { $1 }
    let response = try #require(
      try fixture.visit("/orders/new/injunction", form: Self.pairs(.injunction, fields)))
    #expect(response.status == 422)
    #expect(response.words.contains(words), "\(response.words)")
    #expect(try fixture.actions().isEmpty)
  }

  @Test("keeps what is about people sealed, also after a rotation", arguments: Engine.tested)
  func sealed(engine: Engine) throws {
    let keyring = Keyring.forTests()
    let fixture = try OrdersFixture(engine, keyring: keyring)
    let path = try Self.add(fixture, .injunction, Self.injunction)
    let form =
      Self.day("discharged", "2026-11-20").map { ($0.key, $0.value) } + [
        ("act", "discharged"), ("version", "1"), ("why", "A private reason"),
      ]
    #expect(try fixture.visit(path, form: form)?.status == 303)
    let rows = try fixture.services.database.read { read in
      try read.all(
        "SELECT o.content, c.words FROM orders_order o JOIN orders_change c ON c.order_id = o.id"
      ) { row in [try row.bytes(), try row.bytes()] }
    }
    for bytes in rows.joined() {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["Rowan", "1990", "reports", "private"] { #expect(!text.contains(word)) }
    }
    let count = try fixture.services.database.write { write in
      try OrderStore(fixture.services).sealAnew(after: 0, in: write).count
    }
    #expect(count == 1)
    let page = try #require(try fixture.visit(path)).words
    #expect(page.contains("Rowan Sample-Tester") && page.contains("A private reason"))
    let found = try #require(try fixture.visit("/orders", form: [("wanted", "rowan")])).words
    #expect(found.contains("Rowan Sample-Tester"))
  }

  @Test("turns the pages of its diary, each date on one of them", arguments: Engine.tested)
  func diaryPages(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let count = OrderStore.onPage + 3
    for number in 1...count {
      let fields = Self.injunction.merging(["name": "Rowan Sample-\(number)"]) { $1 }
        .merging(Self.day("ends", "2027-11-19")) { $1 }
      try Self.add(fixture, .injunction, fields)
    }
    let store = OrderStore(fixture.services)
    let far = OrdersFixture.today.adding(days: 1000)
    try fixture.services.database.read { read in
      let (first, more) = try store.diary(1, through: far, of: nil, read)
      let (second, end) = try store.diary(2, through: far, of: nil, read)
      #expect(more && !end && first.count == OrderStore.onPage)
      #expect(Set((first + second).map(\.order.reference)).count == count)
      #expect(try store.due(through: far, of: nil, read).count == first.count + second.count)
    }
  }

  @Test("is read through indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let database = try OrdersFixture(engine).services.database
    let now = OrdersFixture.now
    let filters = [
      OrderFilter(), OrderFilter(isLive: false), OrderFilter(power: .injunction),
      OrderFilter(power: .injunction, isLive: false),
    ]
    var queries = filters.flatMap { filter in
      [nil, ID<Organisation>(2)].map { OrderStore.listQuery(filter, of: $0, at: now) }
    }
    queries += [
      OrderStore.namedQuery([[[1], [2]], [[3]]], of: nil), OrderStore.changesQuery(ID(1)),
      OrderStore.dueQuery(through: OrdersFixture.today, of: nil),
      OrderStore.dueQuery(through: OrdersFixture.today, of: ID(2), page: 3),
    ]
    for query in queries {
      let plan = try QueryPlan.of(query, database)
      for table in ["t", "c", "d"] { #expect(!plan.readsAll(of: table), "\(plan)") }
      let isWhole = query.text.contains("1 = 1 ORDER BY o.id DESC")
      if !isWhole { #expect(!plan.readsAll(of: "o"), "\(query.text) \(plan)") }
    }
  }
}
