import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("Signing a priority off", .database)
struct SignOffTests {
  private static let place = EntryFixture.place

  @Test("is refused while something is missing, unless with the reason", arguments: Engine.tested)
  func missing(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let route = FiguresRoute.signOff(Self.place, fixture.young)
    let refused = try fixture.send(EntryFixture.manager, route, form: [("act", "sign")])
    #expect(refused?.status == 422)
    #expect(
      refused?.text.contains("1 figure is missing and 1 commentary is missing: enter them") == true)
    let form = [("act", "sign"), ("reason", "The police send it in December")]
    #expect(try fixture.send(EntryFixture.manager, route, form: form)?.status == 303)
    let signed = try #require(try fixture.list().priorities[1].signOff)
    #expect(signed.author == "Manager")
    #expect(signed.words.hasSuffix("with something missing: The police send it in December"))
    #expect(try fixture.actions() == ["indicators.signed-off"])
    #expect(try fixture.send(EntryFixture.manager, route, form: form)?.status == 422)
  }

  @Test("is for the lead of the priority and for managers")
  func rights() throws {
    let fixture = try EntryFixture()
    let form = [("act", "sign"), ("reason", "Because")]
    let own = FiguresRoute.signOff(Self.place, fixture.safe)
    let other = FiguresRoute.signOff(Self.place, fixture.young)
    #expect(try fixture.send(EntryFixture.lead, other, form: form) == nil)
    #expect(try fixture.send(EntryFixture.analyst, own, form: form) == nil)
    #expect(try fixture.send(EntryFixture.lead, own, form: form)?.status == 303)
    #expect(try fixture.list().priorities[0].signOff?.author == "Lead of Safe homes")
  }

  @Test("is withdrawn when a figure of the period changes, and that is shown")
  func withdrawn() throws {
    let fixture = try EntryFixture()
    let route = FiguresRoute.signOff(Self.place, fixture.safe)
    let form = [("act", "sign"), ("reason", "Because")]
    #expect(try fixture.send(EntryFixture.lead, route, form: form)?.status == 303)
    let names = EntryFields(indicator: try fixture.list().priorities[0].indicators[0])
    var entry = try fixture.opened(fixture.safe)
    entry[names.figure(Sample.period("2026-08"), .value)] = "7"
    let entryRoute = FiguresRoute.entry(Self.place, fixture.safe)
    #expect(try fixture.send(EntryFixture.analyst, entryRoute, form: entry.pairs)?.status == 303)
    let due = try fixture.list().priorities[0]
    #expect(due.signOff == nil)
    #expect(due.withdrawn?.author == "Lead of Safe homes")
    let page = try #require(try fixture.send(EntryFixture.analyst, .due(Self.place))).text
    #expect(page.contains("Sign-off withdrawn"))
    #expect(
      try fixture.actions() == [
        "indicators.signed-off", "indicators.sign-off-withdrawn", "indicators.figures-entered",
      ])
  }

  @Test("no longer stands when records move a figure, and can be given again")
  func moved() throws {
    let fixture = try EntryFixture()
    let route = FiguresRoute.signOff(Self.place, fixture.safe)
    let form = [("act", "sign"), ("reason", "Because")]
    #expect(try fixture.send(EntryFixture.lead, route, form: form)?.status == 303)
    fixture.records.withLock { $0 = 101 }
    #expect(try fixture.list().priorities[0].signOff == nil)
    let page = try #require(try fixture.send(EntryFixture.analyst, .due(Self.place))).text
    #expect(page.contains(SignOffStore.movedWords))
    #expect(try fixture.send(EntryFixture.lead, route, form: form)?.status == 303)
    #expect(try fixture.list().priorities[0].signOff != nil)
  }

  @Test("no longer stands when figures come another way")
  func imported() throws {
    let fixture = try EntryFixture()
    let route = FiguresRoute.signOff(Self.place, fixture.safe)
    _ = try fixture.send(
      EntryFixture.lead, route, form: [("act", "sign"), ("reason", "Because")])
    try fixture.burglaries("2026-07", [12])
    #expect(try fixture.list().priorities[0].signOff == nil)
  }

  @Test("stays where a figure of another quarter changes")
  func stays() throws {
    let fixture = try EntryFixture()
    let route = FiguresRoute.signOff(Self.place, fixture.safe)
    _ = try fixture.send(
      EntryFixture.lead, route, form: [("act", "sign"), ("reason", "Because")])
    let months = Sample.month("2026-10")...Sample.month("2026-10")
    let gone = try fixture.services.database.write {
      try SignOffStore.withdraw(
        [fixture.members[0].indicator], months, reason: "Later", at: EntryFixture.now, in: $0)
    }
    #expect(gone.isEmpty)
    #expect(try fixture.list().priorities[0].signOff != nil)
  }

  @Test("is found by an index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let database = fixture.services.database
    let list = try QueryPlan.of(
      SignOffStore.listQuery(fixture.plan.id, Self.place.period), database)
    #expect(!list.readsAll(of: "plan_priority"), "\(list)")
    let touched = try QueryPlan.of(SignOffStore.touchedQuery([ID(1)]), database)
    #expect(!touched.readsAll(of: "plan_indicator"), "\(touched)")
  }
}
