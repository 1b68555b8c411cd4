import Commands
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("The day an order is discharged", .database)
struct DischargeTests {
  private static func discharge(_ day: String) -> [(String, String)] {
    RegisterTests.day("discharged", day).map { ($0.key, $0.value) } + [
      ("act", "discharged"), ("version", "1"), ("why", "The court"),
    ]
  }

  private static func add(
    _ power: Power, _ term: OrderTerm, _ fixture: OrdersFixture
  ) throws -> Reference {
    var draft = OrderDraft(power: power, term: term)
    draft.content.name = "Rowan Sample"
    draft.servedAt = term.startsAt
    let new = NewOrder(
      draft: draft, rules: [], organisation: ID(1), organisationName: "Council")
    return try fixture.services.database.write { write in
      try OrderStore(fixture.services).add(new, by: nil, at: OrdersFixture.now, in: write)
    }
  }

  /// Orders whose end is counted as a day ended.
  private static func live(_ day: String, _ fixture: OrdersFixture) throws -> Int {
    let query = OrderMeasures.liveQuery(try #require(Day(day)))
    return try fixture.services.database.read { try $0.count(query) }
  }

  @Test(
    "is before its own end, which it can only bring forward", arguments: Engine.tested)
  func ended(engine: Engine) throws {
    for (day, status) in [
      ("2026-11-09", 303), ("2026-11-10", 303), ("2026-11-11", 422), ("2026-11-12", 422),
    ] {
      let fixture = try OrdersFixture(engine)
      let term = OrderTerm(
        starts: try #require(Day("2026-10-01")), ends: Day("2026-11-10"))
      let path = OrdersRoute.show(try Self.add(.injunction, term, fixture)).path
      let response = try #require(try fixture.visit(path, form: Self.discharge(day)))
      #expect(response.status == status, "\(day): \(response.words)")
      if status == 422 {
        #expect(response.text.contains("href=\"#discharged-day\""))
        #expect(
          response.words.contains(
            "It ended 10 November 2026, so there was nothing to discharge by then: enter an earlier "
              + "day, or leave it as it ended"))
      }
      #expect(try Self.live("2026-11-11", fixture) == 0)
    }
  }

  @Test("is before the hour of the end of what runs by the hour")
  func hours() throws {
    for (day, status) in [("2026-11-18", 303), ("2026-11-19", 303), ("2026-11-20", 422)] {
      let fixture = try OrdersFixture()
      let term = OrderTerm(
        starts: try #require(Day("2026-11-18")), startMinute: 600,
        ends: Day("2026-11-19"), endMinute: 540)
      let path = OrdersRoute.show(try Self.add(.dispersal, term, fixture)).path
      #expect(try fixture.visit(path, form: Self.discharge(day))?.status == status, "\(day)")
    }
  }

  @Test("is refused from the shell too once it has ended")
  func shell() throws {
    let fixture = try OrdersFixture()
    let term = OrderTerm(
      starts: try #require(Day("2026-10-01")), ends: Day("2026-11-10"))
    let reference = try Self.add(.injunction, term, fixture).description
    func end(_ day: String) -> Said {
      fixture.services.shell(
        OrderChangeCommands.all, ["orders", "end", reference, "--on", day, "--reason", "x"])
    }
    let late = end("2026-11-11")
    #expect(late.status == .wrongUse && late.all.contains("It ended 10 November 2026"))
    #expect(end("2026-11-10").status == .done)
  }
}
