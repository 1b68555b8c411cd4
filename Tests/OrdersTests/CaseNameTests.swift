import Access
import Commands
import Database
import FeatureKit
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Orders

@Suite("The cases an order names", .database)
struct CaseNameTests {
  static let references: [Reference] = {
    var generator = SeededGenerator(seed: 7)
    return (1...3).map { _ in Reference(letters: "TM", using: &generator) }
  }()

  /// Two cases there are, which officers may open; the third is not known.
  static let directory = CaseDirectory(
    known: { wanted, _, _ in Set(wanted).intersection(references.prefix(2)) },
    path: { reference, actor, _, _ in
      actor.role == .officer && references.prefix(2).contains(reference)
        ? "/cases/\(reference)" : nil
    }, samples: { _, _, _ in [] })

  private static func fields(_ typed: String) -> [String: String] {
    RegisterTests.injunction.merging(["case": typed]) { $1 }
  }

  @Test("are several, shown as links to who may open them", arguments: Engine.tested)
  func links(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, cases: Self.directory)
    let (first, second) = (Self.references[0], Self.references[1])
    let typed = "\(first), \(second.description.lowercased())\n\(first)"
    let path = try RegisterTests.add(fixture, .injunction, Self.fields(typed))
    let page = try #require(try fixture.visit(path)).text
    for reference in [first, second] { #expect(page.contains("href=\"/cases/\(reference)\"")) }
    let read = try #require(try fixture.visit(path, as: .auditor)).text
    #expect(read.contains(first.description) && !read.contains("href=\"/cases/"))
    let shown = fixture.services.shell(
      Orders.feature.commands, ["orders", "show", String(path.split(separator: "/")[1]), "--json"])
    #expect(shown.out.contains(first.description) && shown.out.contains(second.description))
  }

  @Test("are refused at the field where one is not known, or no reference")
  func refused() throws {
    let fixture = try OrdersFixture(cases: Self.directory)
    let stranger = Self.references[2]
    for (typed, words) in [
      ("\(Self.references[0]) \(stranger)", "\(stranger) is not known: check it"),
      ("TM-7K42-0930", "Check the reference"), ("none", "Check the reference"),
    ] {
      let form = RegisterTests.pairs(.injunction, Self.fields(typed))
      let response = try #require(try fixture.visit("/orders/new/injunction", form: form))
      #expect(response.status == 422 && response.words.contains(words), "\(response.words)")
    }
    #expect(try fixture.actions().isEmpty)
  }

  @Test("show those who may see orders which name them, and nobody's name", arguments: Role.all)
  func related(role: Role) throws {
    let fixture = try OrdersFixture(cases: Self.directory)
    let about = Self.references[0]
    let path = try RegisterTests.add(fixture, .injunction, Self.fields(about.description))
    let found = try fixture.services.database.read { read in
      try OrdersOfCase.related(
        to: about, OrdersFixture.actor(role), OrdersFixture.now, fixture.services, read)
    }
    // The partner is of another organisation.
    let sees = OrdersPolicy.allows(.see, OrdersFixture.actor(role)) && role != .partner
    #expect(found.map(\.path) == (sees ? [path] : []))
    for record in found {
      #expect(record.title == "Civil injunction" && record.state == "In force")
      #expect(record.dates == "20 November 2026 to No end")
    }
  }

  private static func change(_ version: Int, _ fields: (String, String)...) -> [(String, String)] {
    [("version", String(version))] + fields
  }

  @Test(
    "are named after it was made and taken off, each with its reason on record",
    arguments: Engine.tested)
  func later(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, cases: Self.directory)
    let (first, second) = (Self.references[0], Self.references[1])
    let path = try RegisterTests.add(fixture, .injunction, RegisterTests.injunction)
    func named() throws -> [String] {
      try fixture.services.database.read { read in
        try read.all("SELECT reference FROM orders_case ORDER BY reference") { try $0.text() }
      }
    }
    let link = Self.change(
      1, ("act", "linked"), ("case", "\(first) \(second)"), ("link-reason", "Same stairwell"))
    #expect(try fixture.visit(path, form: link)?.status == 303)
    #expect(try named() == [first, second].map(\.description).sorted())
    let page = try #require(try fixture.visit(path)).words
    #expect(page.contains("Cases named") && page.contains(": Same stairwell"))
    #expect(try fixture.visit(path, form: link)?.status == 409, "opened before")
    let related = try fixture.services.database.read { read in
      try OrdersOfCase.related(
        to: second, OrdersFixture.actor(.officer), OrdersFixture.now, fixture.services, read)
    }
    #expect(related.map(\.path) == [path])
    let unlink = Self.change(
      2, ("act", "unlinked"), ("unlink", first.description), ("unlink-reason", "Another landing"))
    #expect(try fixture.visit(path, form: unlink)?.status == 303)
    #expect(try named() == [second.description])
    let trail = try fixture.trail()
    #expect(trail.contains { $0.hasPrefix("orders.linked") && $0.contains(second.description) })
    #expect(trail.contains { $0.hasPrefix("orders.unlinked") && $0.contains("cases=\(first)") })
    #expect(!trail.contains { $0.contains("stairwell") || $0.contains("landing") })
    let order = String(path.split(separator: "/")[1])
    for (words, cases) in [("link", 2), ("unlink", 1)] {
      let said = fixture.services.shell(
        Orders.feature.commands,
        ["orders", words, order, "--case", first.description, "--reason", "So"])
      #expect(said.status == .done, "\(said.all)")
      #expect(try named().count == cases)
    }
  }

  @Test("are neither named nor taken off without right, reason or case")
  func laterRefused() throws {
    let fixture = try OrdersFixture(cases: Self.directory)
    let (first, second, stranger) = (
      Self.references[0], Self.references[1], Self.references[2]
    )
    let path = try RegisterTests.add(fixture, .injunction, Self.fields(first.description))
    for (fields, words) in [
      ([("act", "linked"), ("case", ""), ("link-reason", "x")], "Enter the reference"),
      ([("act", "linked"), ("case", "\(first)"), ("link-reason", "x")], CaseLinkForm.alreadyNamed),
      ([("act", "linked"), ("case", "\(stranger)"), ("link-reason", "x")], "is not known"),
      ([("act", "linked"), ("case", "\(second)"), ("link-reason", "")], "why it belongs"),
      ([("act", "unlinked"), ("unlink", "\(second)"), ("unlink-reason", "x")], "Choose which"),
      ([("act", "unlinked"), ("unlink", "\(first)"), ("unlink-reason", "")], "does not belong"),
    ] {
      let answer = try #require(try fixture.visit(path, form: [("version", "1")] + fields))
      #expect(answer.status == 422 && answer.words.contains(words), "\(words)")
    }
    let link = Self.change(
      1, ("act", "linked"), ("case", "\(second)"), ("link-reason", "Same stairwell"))
    for role in Role.all where !OrdersPolicy.allows(.issue, OrdersFixture.actor(role)) {
      #expect(try fixture.status(path, as: role, form: link) == 404, "\(role)")
    }
    let read = try #require(try fixture.visit(path, as: .auditor)).words
    #expect(!read.contains("Name another case"))
    #expect(try fixture.actions().filter { $0 == "orders.linked" }.isEmpty)
  }

  @Test("are found through indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let database = try OrdersFixture(engine).services.database
    let about = Self.references[0]
    for query in [
      OrderStore.namingQuery(about, of: nil), OrderStore.namingQuery(about, of: ID(2)),
      OrderPersonalData.caseQuery(about),
    ] {
      let plan = try QueryPlan.of(query, database)
      #expect(!plan.readsAll(of: "c") && !plan.readsAll(of: "o"), "\(plan)")
    }
  }

  @Test("come along from before an order could name several", arguments: Engine.tested)
  func migrated(engine: Engine) throws {
    let steps = Orders.feature.migrations
    let old = steps.filter { $0.text != OrderStore.caseSchema }.prefix(10)
    let database = try TestDatabase(
      engine, migrations: Audit.migrations + JobQueue.migrations + old
    ).database
    let about = Self.references[0].description
    try database.write { write in
      for (reference, named) in [("TM-7K42-0931", about), ("TM-OLD2", "")] {
        try write.run(
          """
          INSERT INTO orders_order (reference, power, kind, organisation, organisation_name,
            starts_on, ends_at, place_name, case_reference, warning, is_youth, rules, made_at,
            content)
          VALUES (\(reference), 'warning', 'step', 1, 'Council', '2026-11-01',
            '2027-03-01T00:00:00.000Z', '', \(named), '', 0, '[]', '2026-11-01T00:00:00.000Z',
            \([UInt8]()))
          """)
      }
      try write.run(
        """
        INSERT INTO orders_law_set (key, title, source, territory, note, is_shipped, made_at)
        VALUES ('own', 'Own', 'ours', 'Here', '', 0, '2026-11-01T00:00:00.000Z')
        """)
    }
    _ = try Migrator(Audit.migrations + JobQueue.migrations + steps).migrate(database)
    try database.read { read in
      let kept = try read.all("SELECT order_id, reference FROM orders_case") { row in
        (try row.int(), try row.text())
      }
      #expect(kept.map(\.0) == [1] && kept.map(\.1) == [about])
      let laws = try LawStore.book(read).sets.filter { !$0.isLaw }.map(\.key)
      #expect(laws == ["local", "own"])
    }
  }
}
