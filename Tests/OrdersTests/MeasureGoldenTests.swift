import FeatureKit
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

/// The published figures the measures must be able to say, each from as many records.
@Suite("What the register counts comes to the published figures", .database)
struct MeasureGoldenTests {
  /// Orders of the register, added without their forms: many at once, each with a name.
  private struct Books {
    let fixture: OrdersFixture

    init(_ engine: Engine = .sqlite) throws {
      fixture = try OrdersFixture(engine)
      // The register begins before the year that is counted.
      try add(1, .injunction, on: "2024-12-01", ends: "2024-12-30")
    }

    func add(
      _ count: Int, _ power: Power, on day: String = "2025-06-01", ends: String? = "2025-11-30",
      names: Int? = nil, born: String = "1990-01-01", youth: Bool = false,
      support: SupportOffer? = nil, marks: OrderMarks = OrderMarks(),
      justice: JusticeOutcome? = nil,
      as name: String = "Sample"
    ) throws {
      let store = OrderStore(fixture.services)
      let starts = try #require(Day(day))
      try fixture.services.database.write { write in
        for number in 0..<count {
          var draft = OrderDraft(
            power: power, term: OrderTerm(starts: starts, ends: ends.flatMap { Day($0) }))
          let who = number % (names ?? count)
          draft.content.name = "\(name) \(power.rawValue) \(who)"
          if power.target != .premises, power.target != .area {
            draft.content.born = youth ? "2010-01-01" : born
            draft.born = Day(draft.content.born)
          }
          draft.content.support = support
          draft.servedAt = power.isServed ? London.instant(starts, minute: 600) : nil
          let reference = try store.add(
            NewOrder(
              draft: draft, rules: [], organisation: ID(1), organisationName: "Council",
              marks: marks), by: nil, at: OrdersFixture.now, in: write)
          guard let justice, let order = try store.find(reference, write) else { continue }
          try store.conclude(order, justice, in: write)
        }
      }
    }

    func value(_ key: String, _ period: Period? = nil) throws -> Measure.Value? {
      let measure = try #require(OrderMeasures.all.first { $0.key == "orders.\(key)" })
      let year = period ?? .year(FinancialYear(startingIn: 2025))
      return try fixture.services.database.read { try measure.value($0, year) }
    }
  }

  @Test("121 contracts and 399 warnings in a year", arguments: Engine.tested)
  func steps(engine: Engine) throws {
    let books = try Books(engine)
    try books.add(121, .acceptableBehaviour)
    try books.add(399, .warning, ends: nil)
    #expect(try books.value("issued.acceptable-behaviour")?.numerator == 121)
    #expect(try books.value("issued.warning")?.numerator == 399)
    #expect(try books.value("issued")?.numerator == 0, "neither is an order")
  }

  @Test("18 injunctions and 20 criminal behaviour orders", arguments: Engine.tested)
  func ofPower(engine: Engine) throws {
    let books = try Books(engine)
    try books.add(18, .injunction)
    try books.add(20, .criminalBehaviour, ends: "2027-06-01")
    try books.add(7, .protectionNotice, ends: nil)
    #expect(try books.value("issued.injunction")?.numerator == 18)
    #expect(try books.value("issued.criminal-behaviour")?.numerator == 20)
    #expect(try books.value("issued")?.numerator == 45)
    // The injunctions have ended by the last day of the year.
    #expect(try books.value("live.injunction")?.numerator == 0)
    #expect(try books.value("live.criminal-behaviour")?.numerator == 20)
    #expect(try books.value("live")?.numerator == 27)
  }

  @Test("98 orders in force at a date, both edges", arguments: Engine.tested)
  func live(engine: Engine) throws {
    let books = try Books(engine)
    try books.add(98, .injunction, on: "2025-06-30", ends: "2026-03-31")
    try books.add(3, .injunction, on: "2025-05-01", ends: "2026-03-30")
    try books.add(2, .injunction, on: "2026-04-01", ends: "2026-06-01")
    #expect(try books.value("live")?.numerator == 98)
    #expect(try books.value("live.injunction")?.numerator == 98)
  }

  @Test("38 drug closures: no other closure, and no notice", arguments: Engine.tested)
  func drugs(engine: Engine) throws {
    let books = try Books(engine)
    let drugs = OrderMarks(isAboutDrugs: true)
    try books.add(38, .closureOrder, marks: drugs)
    try books.add(5, .closureOrder)
    try books.add(4, .closureNotice, marks: drugs)
    #expect(try books.value("drug-closures")?.numerator == 38)
  }

  @Test("424 people required to engage in treatment, however many orders", arguments: Engine.tested)
  func treatment(engine: Engine) throws {
    let books = try Books(engine)
    let treatment = OrderMarks(requiresTreatment: true)
    try books.add(420, .criminalBehaviour, ends: "2027-06-01", marks: treatment, as: "One")
    try books.add(8, .injunction, names: 4, marks: treatment, as: "Two")
    try books.add(30, .injunction, as: "Three")
    // The same person under another power is the same person.
    try books.add(1, .injunction, on: "2025-07-01", marks: treatment, as: "Two")
    #expect(try books.value("treatment")?.numerator == 424)
  }

  @Test("87 of 100 contract holders did not enter the justice system", arguments: Engine.tested)
  func contracts(engine: Engine) throws {
    let books = try Books(engine)
    try books.add(87, .acceptableBehaviour, justice: .notEntered, as: "Kept")
    try books.add(13, .acceptableBehaviour, justice: .entered, as: "Entered")
    // A second contract that went well does not make up for the first.
    try books.add(1, .acceptableBehaviour, on: "2025-07-01", justice: .notEntered, as: "Entered")
    try books.add(6, .acceptableBehaviour, as: "Unsaid")
    try books.add(9, .acceptableBehaviour, ends: "2026-04-01", justice: .entered, as: "Later")
    let value = try #require(try books.value("contracts-kept-out"))
    #expect(value.numerator == 87 && value.denominator == 100 && value.missing == 6)
  }

  @Test("53 of 100 young people took up support, against a target of 75", arguments: Engine.tested)
  func young(engine: Engine) throws {
    let books = try Books(engine)
    try books.add(53, .acceptableBehaviour, youth: true, support: .accepted, as: "Taken")
    try books.add(40, .injunction, youth: true, support: .declined, as: "Declined")
    try books.add(7, .injunction, youth: true, support: .urgent, as: "Urgent")
    try books.add(30, .injunction, support: .accepted, as: "Grown")
    try books.add(11, .warning, ends: nil, youth: true, as: "Warned")
    let value = try #require(try books.value("young-supported"))
    #expect(value.numerator == 53 && value.denominator == 100)
  }

  @Test(
    "every breach that is known acted on, and orders that were broken", arguments: Engine.tested)
  func breaches(engine: Engine) throws {
    let books = try Books(engine)
    try books.add(3, .injunction)
    let breaches = BreachStore(keyring: books.fixture.services.keyring)
    let day = try #require(Day("2025-08-01"))
    try books.fixture.services.database.write { write in
      for order in [2, 2, 3] as [Int64] {
        try breaches.add(
          Sensitive("Seen"), on: day, of: ID(order), by: nil, at: OrdersFixture.now, in: write)
      }
      for order in [2, 3] as [Int64] {
        for breach in try breaches.all(of: ID(order), write) {
          try breaches.decide(
            breach, Breach.Made(decision: .court, day: day, outcome: Sensitive("Fined")), in: write)
        }
      }
    }
    #expect(try books.value("breaches")?.numerator == 3)
    #expect(try books.value("breached")?.numerator == 2)
    let acted = try #require(try books.value("breaches-acted-on"))
    #expect(acted.numerator == 3 && acted.denominator == 3 && acted.missing == 0)
  }

  @Test("moves with a record that is written down on the page", arguments: Engine.tested)
  func moves(engine: Engine) throws {
    let books = try Books(engine)
    let october = Period.month(try #require(Month("2026-10")))
    #expect(try books.value("issued.injunction", october)?.numerator == 0)
    let fields = RegisterTests.injunction.merging(RegisterTests.day("starts", "2026-10-01")) { $1 }
      .merging(RegisterTests.day("ends", "2027-03-01")) { $1 }.merging(["treatment": "yes"]) { $1 }
    let path = try RegisterTests.add(books.fixture, .injunction, fields)
    #expect(try books.value("issued.injunction", october)?.numerator == 1)
    #expect(try books.value("live.injunction", october)?.numerator == 1)
    #expect(try books.value("treatment", october)?.numerator == 1)
    #expect(try books.value("breaches-acted-on", october) == nil, "a share of nothing is none")
    let breach =
      RegisterTests.day("breached", "2026-10-05").map { ($0.key, $0.value) } + [
        ("act", "breach"), ("breach-evidence", "Seen"),
      ]
    #expect(try books.fixture.visit("\(path)/breaches", form: breach)?.status == 303)
    #expect(try books.value("breaches", october)?.numerator == 1)
    #expect(try books.value("breaches-acted-on", october)?.missing == 1)
    let page = try #require(try books.fixture.visit(path)).words
    #expect(page.contains("It requires them to engage in it"))
  }

  @Test("is read through indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let database = try OrdersFixture(engine).services.database
    let period = Period.month(try #require(Month("2026-10")))
    let queries = [
      OrderMeasures.breachedQuery(period), OrderMeasures.drugClosuresQuery(period),
      OrderMeasures.treatmentQuery(period), OrderMeasures.contractsQuery(period),
      OrderMeasures.youngQuery(period), OrderMeasures.issuedQuery(period, of: .warning),
      OrderMeasures.liveQuery(period.lastDay, of: .injunction),
    ]
    for query in queries {
      let plan = try QueryPlan.of(query, database)
      #expect(!plan.readsAll(of: "o") && !plan.readsAll(of: "b"), "\(plan)")
    }
  }

  @Test("has a key of its own each")
  func keys() {
    let keys = OrderMeasures.all.map(\.key)
    #expect(Set(keys).count == keys.count)
  }
}
