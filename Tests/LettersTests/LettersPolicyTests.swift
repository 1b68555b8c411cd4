import Access
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Letters

@Suite("Who may do what with the outbox")
struct LettersPolicyTests {
  /// One letter a right, in their order: list, open, decide.
  static let table: [(Role, String)] = [
    (.administrator, "yny"), (.manager, "yyy"), (.officer, "yyy"), (.analyst, "nnn"),
    (.coordinator, "yyy"), (.partner, "nnn"), (.councillor, "nnn"), (.auditor, "ynn"),
  ]

  @Test("is as the table says", arguments: table)
  func row(role: Role, letters: String) {
    let actor = Actor(account: ID(1), organisation: ID(1), role: role)
    let found = LettersRight.allCases.map { LettersPolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("holds for every page", .database, arguments: table)
  func pages(role: Role, letters: String) throws {
    let fixture = try LettersFixture()
    let id = try fixture.queue()
    let rights = Array(letters)
    for path in ["/outbox", "/outbox?state=sent", "/outbox/\(id)"] {
      if rights[0] == "y" {
        #expect(try fixture.get(path, as: role)?.status == 200)
      } else {
        #expect(throws: LettersProblem.notFound) { try fixture.get(path, as: role) }
      }
    }
    let post = { try fixture.post("/outbox/\(id)", [("decision", "done")], as: role)?.status }
    if rights[2] == "y" {
      #expect(try post() == 303)
    } else {
      #expect(throws: LettersProblem.notFound) { try post() }
    }
  }

  static let routes: [LettersRoute] = [
    .list(.byHand, before: nil), .list(.sent, before: ID(7)), .message(ID(3)),
    .file(ID(3), .pdf), .file(ID(3), .docx),
  ]

  @Test("and its paths are read as they are written", arguments: routes)
  func read(route: LettersRoute) throws {
    let parts = route.path.split(separator: "?", maxSplits: 1).map(String.init)
    let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
    let path = parts[0].split(separator: "/").map(String.init)
    #expect(LettersRoute(.get, path, query) == route)
  }
}
