import Access
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Who may do what with cases", .database)
struct CasePolicyTests {
  /// One letter a right, in their order: list, open, triage, work, allocate, tie, bundle, letter,
  /// wording.
  static let table: [(Role, String)] = [
    (.administrator, "nnnnnnnnn"), (.manager, "yyyyyyyyy"), (.officer, "yyyynyyyn"),
    (.analyst, "nnnnnnnnn"), (.coordinator, "ynnnnnnnn"), (.partner, "nnnnnnnnn"),
    (.councillor, "nnnnnnnnn"), (.auditor, "nnnnnnnnn"),
  ]

  @Test("is as the table says", arguments: table)
  func row(role: Role, letters: String) {
    let actor = CaseworkFixture.actor(role)
    let found = CaseRight.allCases.map { CasePolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("holds for every page", arguments: table)
  func pages(role: Role, letters: String) throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report()
    let rights = letters.map { $0 == "y" }
    #expect(try fixture.work("/work", as: role) == (rights[0] ? 200 : 404))
    #expect(try fixture.work("/work/caseload", as: role) == (rights[0] ? 200 : 404))
    #expect(try fixture.work("/work/triage/\(report)", as: role) == (rights[2] ? 200 : 404))
    let file = try fixture.openCase(report)
    #expect(try fixture.work("/cases/\(file)", as: role) == (rights[1] ? 200 : 404))
    #expect(try fixture.work("/cases/\(file)/bundles", as: role) == (rights[6] ? 200 : 404))
    let court = [("court", "The County Court")]
    #expect(
      try fixture.work("/cases/\(file)/bundles", as: role, form: court) == (rights[6] ? 303 : 404))
    #expect(try fixture.work("/cases/\(file)/letters", as: role) == (rights[7] ? 200 : 404))
    #expect(
      try fixture.work("/cases/\(file)/letters/new?kind=update&to=1", as: role)
        == (rights[7] ? 422 : 404))
    #expect(
      try fixture.work("/work/wordings/update", as: role, form: []) == (rights[8] ? 422 : 404))
    let note = [("kind", "fact"), ("note", "Seen")]
    #expect(
      try fixture.work("/cases/\(file)/note", as: role, form: note) == (rights[3] ? 303 : 404))
    let hand = [("from", "1"), ("to", "2")]
    #expect(try fixture.work("/work/caseload", as: role, form: hand) == (rights[4] ? 422 : 404))
    for page in ["join", "part"] {
      let path = "/cases/\(file)/\(page)"
      #expect(try fixture.work(path, as: role) == (rights[5] ? 200 : 404))
      #expect(try fixture.work(path, as: role, form: []) == (rights[5] ? 422 : 404))
    }
    #expect(try fixture.work("/cases/\(file)/left", as: role) == (rights[1] ? 200 : 404))
    #expect(try fixture.work("/work/cover", as: role) == (rights[3] ? 200 : 404))
    #expect(try fixture.work("/work/cover", as: role, form: []) == (rights[3] ? 422 : 404))
  }

  static let reference = Reference("TM-7K42-0931")

  @Test("and its paths are read as they are written")
  func routes() throws {
    let reference = try #require(Self.reference)
    var filter = WorkFilter()
    (filter.list, filter.whose, filter.page) = (.overdue, .watched, 3)
    let routes: [WorkRoute] = [
      .work(WorkFilter()), .work(filter), .caseload, .cover, .coverEnd(ID(7)), .triage(reference),
      .file(reference),
    ]
    for route in routes + CaseAct.allCases.map({ .act(reference, $0) }) {
      let parts = route.path.split(separator: "?", maxSplits: 1).map(String.init)
      let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
      let path = parts[0].split(separator: "/").map(String.init)
      let read = WorkRoute(.post, path, query)
      #expect(read?.path == route.path)
    }
    let ties: [TieRoute] = [
      .join(reference, into: nil), .join(reference, into: "TM-7K42-0931"), .part(reference),
      .left(reference),
    ]
    for route in ties {
      let parts = route.path.split(separator: "?", maxSplits: 1).map(String.init)
      let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
      let path = parts[0].split(separator: "/").map(String.init)
      #expect(TieRoute(.get, path, query)?.path == route.path)
      #expect(WorkRoute(.post, path, query) == nil)
    }
    #expect(WorkRoute(.get, ["cases", "TM-7K42-0931", "note"], Fields()) == nil)
    #expect(WorkRoute(.get, ["cases", "TM-7K42-0932"], Fields()) == nil)
  }
}
