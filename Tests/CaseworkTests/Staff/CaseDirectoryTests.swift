import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Cases as other features see them", .database)
struct CaseDirectoryTests {
  private static let stranger: Reference = {
    var generator = SeededGenerator(seed: 11)
    return Reference(letters: "TM", using: &generator)
  }()

  @Test("are known by their references, reports too, and nothing else is", arguments: Engine.tested)
  func known(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let file = try fixture.openCase(report)
    let found = try fixture.database.read { read in
      try Casework.directory.known([report, file, Self.stranger], fixture.services, read)
    }
    #expect(found == [report, file])
    for table in ["case_file", "report"] as [StaticString] {
      let query = CaseKnowing.knownQuery([file], in: table)
      let plan = try QueryPlan.of(query, fixture.database.database)
      #expect(!plan.readsAll(of: "t"), "\(plan)")
    }
  }

  @Test("lead those who may open them to their page, and nobody else", arguments: Role.all)
  func paths(role: Role) throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report()
    let file = try fixture.openCase(report)
    let actor = CaseworkFixture.actor(role)
    func path(_ reference: Reference) throws -> String? {
      try fixture.database.read { read in
        try Casework.directory.path(reference, actor, fixture.services, read)
      }
    }
    let opens = CasePolicy.allows(.open, actor)
    #expect(try path(file) == (opens ? "/cases/\(file)" : nil))
    #expect(try path(report) == (opens ? "/reports/\(report)" : nil))
    #expect(try path(Self.stranger) == nil)
  }

  @Test("lead a party to the page that is shared with it")
  func shared() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.givenCase()
    let partner = CaseworkFixture.actor(.partner)
    let path = try fixture.database.read { read in
      try Casework.directory.path(
        file, Actor(account: partner.account, organisation: ID(2), role: .partner),
        fixture.services, read)
    }
    #expect(path == "/cases/shared/\(file)")
  }

  @Test("give a demonstration those complained of, where and since when", arguments: Engine.tested)
  func samples(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    _ = try fixture.answer(
      "/cases/\(file)/person", form: [("part", "subject"), ("name", "Person S")])
    let found = try fixture.database.read {
      try Casework.directory.samples(5, fixture.services, $0)
    }
    #expect(found.map(\.reference) == [file])
    #expect(found.first?.name.reveal(for: "test") == "Person S")
    #expect(found.first?.opened == London.day(fixture.now))
  }

  @Test("show what other features hold on them, as far as the reader may see it")
  func related() throws {
    var generator = SeededGenerator(seed: 3)
    let order = Reference(letters: "TM", using: &generator)
    let fixture = try CaseworkFixture(related: { about, actor, _, _, _ in
      guard actor.role == .officer else { return [] }
      return [
        RelatedRecord(
          "Closure order", order, in: "Orders and warnings", state: "In force",
          dates: "1 November 2026 to 31 January 2027", path: "/orders/\(order)")
      ]
    })
    let file = try fixture.openCase(try fixture.report())
    let page = try #require(try fixture.answer("/cases/\(file)"))
    #expect(page.words.contains("Closure order \(order) In force 1 November 2026"), "\(page.words)")
    #expect(page.text.contains("href=\"/orders/\(order)\""))
    #expect(page.text.contains("href=\"#related\"") && page.text.contains("id=\"related\""))
    let other = try #require(try fixture.answer("/cases/\(file)", as: .manager))
    #expect(!other.text.contains("related") && !other.words.contains("Closure order"))
  }
}
