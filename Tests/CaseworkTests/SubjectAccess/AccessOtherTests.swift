import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("A request for what other features and organisations keep", .database)
struct AccessOtherTests {
  /// A register with one record of Zebedee: what was served on them, and what a witness said.
  private static let register = PersonalData(
    kind: "order",
    find: { name, _, _ in
      guard name.reveal(for: "test").contains("Zebedee") else { return [] }
      return [
        PersonalData.Found(
          id: 7, name: Sensitive("Zebedee Planted"), born: Sensitive(Day("1980-03-12")),
          title: "Notice TM-1111-1111", path: "/orders/TM-1111-1111")
      ]
    },
    record: { id, _, _ in
      guard id == 7 else { return nil }
      return PersonalRecord(
        title: "Notice TM-1111-1111", name: Sensitive("Zebedee Planted"),
        things: [
          PersonalRecord.Thing(
            "head", "The notice",
            lines: [
              ("What it forbids", Sensitive("Quiet after ten, Zebedee Planted")),
              ("Court", Sensitive("")),
            ], isTheirs: true),
          PersonalRecord.Thing(
            "grounds", "What it rests on", lines: [("Evidence", Sensitive("Okapi saw it"))],
            isTheirs: false),
        ])
    })

  @Test(
    "gathers what they were served, and leaves what it rests on to a person",
    arguments: Engine.tested)
  func others(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, personalData: [Self.register])
    let request = try fixture.dataRequest()
    let path = "/data-requests/\(request)/people"
    let page = try #require(try fixture.access(path)).words
    #expect(page.contains("Zebedee Planted; born 12 March 1980"))
    #expect(page.contains("Notice TM-1111-1111"))
    let form = [("record", "order-7"), ("record", "stars-7"), ("record", "order-x")]
    #expect(try fixture.accessStatus(path, form: form) == 303)
    #expect(try #require(try fixture.access(path)).text.contains("value=\"order-7\" checked"))
    let review = try fixture.review(request)
    #expect(review.items.map(\.item.key) == ["order/7/head", "order/7/grounds"])
    #expect(review.items.map(\.outcome) == [.given, .open])
    let given = try fixture.released(request)
    #expect(given.contains("Quiet after ten, Zebedee Planted") && !given.contains("Okapi"))
    #expect(try fixture.trail().allSatisfy { !$0.contains("Planted") })
  }

  @Test("is found and chosen from the shell", arguments: Engine.tested)
  func shell(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, personalData: [Self.register])
    let request = try fixture.dataRequest()
    let found = run(fixture, ["people", "find", "\(request)"])
    #expect(found.output.contains("order-7  Notice TM-1111-1111"), "\(found)")
    #expect(!found.output.contains("Planted"))
    let wrong = run(fixture, ["people", "choose", "\(request)", "--records", "stars-7"])
    #expect(wrong.status == 2)
    let chosen = run(fixture, ["people", "choose", "\(request)", "--records", "order-7"])
    #expect(chosen.output == "1 record is theirs.\n")
    #expect(run(fixture, ["people", "items", "\(request)"]).output.contains("order/7/grounds"))
  }

  @Test(
    "says whether another organisation was asked for them, once somebody has read it",
    arguments: Engine.tested)
  func known(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let person = [
      ("part", "complainant"), ("name", "Zebedee Planted"), ("born-day", "12"),
      ("born-month", "3"), ("born-year", "1980"),
    ]
    #expect(try fixture.work("/cases/\(file)/person", as: .officer, form: person) == 303)
    try fixture.database.write { write in
      let store = KnownSourceStore(keyring: fixture.services.keyring)
      let id = try store.add(.tenancy, of: ID(1), contact: "Desk", at: fixture.now, in: write)
      let loaded = try #require(try store.find(id, write))
      try store.load([], into: loaded, at: fixture.now, in: write)
      try store.set(try #require(try store.find(id, write)), on: true, in: write)
      let asked = try #require(try CaseStore(fixture.services).find(file, write))
      let found = try #require(
        try CaseStore(fixture.services).parts.people(of: asked.id, as: [.complainant], write).first)
      try KnownDesk(
        services: fixture.services, account: CaseworkFixture.actor(.officer).account,
        now: fixture.now
      ).ask(
        Fields([
          ("known-person", found.id.description), ("known-source", id.description),
          ("known-purpose", "To visit, Tapir"),
        ]), about: asked, in: write)
    }
    let request = try fixture.dataRequest()
    try fixture.chooseAll(request)
    let item = try #require(
      try fixture.review(request).items.first { $0.item.key.contains("/known/") })
    #expect(item.outcome == .open && item.item.text.contains("Nobody has decided yet"))
    let given = try fixture.released(request)
    #expect(!given.contains("Tapir"))
  }
}
