import Access
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Who may do what about retention", .database)
struct RetentionPolicyTests {
  /// One letter a right, in their order: see, review, set.
  static let table: [(Role, String)] = [
    (.administrator, "yny"), (.manager, "yyy"), (.officer, "nnn"), (.analyst, "nnn"),
    (.coordinator, "nnn"), (.partner, "nnn"), (.councillor, "nnn"), (.auditor, "ynn"),
  ]

  @Test("is as the table says", arguments: table)
  func row(role: Role, letters: String) {
    let actor = CaseworkFixture.actor(role)
    let found = RetentionRight.allCases.map { RetentionPolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("holds for every page", arguments: table)
  func pages(role: Role, letters: String) throws {
    let fixture = try CaseworkFixture()
    let (file, _) = try fixture.closedCase()
    fixture.wait(until: "2033-01-05T12:00:00Z")
    let rights = letters.map { $0 == "y" }
    for (path, form, right, status) in [
      ("/retention", nil, 0, 200), ("/retention/deleted", nil, 0, 200),
      ("/retention/case/\(file)", nil, 1, 200), ("/retention/case", nil, 1, 200),
      ("/retention/case/\(file)/release", [], 1, 409),
      ("/retention/find", [("reference", "x")], 1, 422),
      ("/retention/case/\(file)/keep", [], 1, 422), ("/retention/case/\(file)/delete", [], 1, 422),
      ("/retention", [("kind", "x")], 2, 422),
    ] as [(String, [(String, String)]?, Int, Int)] {
      let found = try fixture.retentionStatus(path, as: role, form: form)
      #expect(found == (rights[right] ? status : 404), "\(path)")
    }
    let page = role == .auditor ? try fixture.retention("/retention", as: role) : nil
    #expect(page?.words.contains(file.description) != true)
  }

  @Test("and its paths are read as they are written")
  func routes() throws {
    let reference = try #require(CasePolicyTests.reference)
    let routes: [RetentionRoute] =
      [
        .overview, .find, .due(.report, page: 1), .due(.file, page: 3), .deleted(page: 1),
        .deleted(page: 2), .record(.review, reference),
      ]
      + RetentionAct.allCases.map { .act(.file, reference, $0) }
    for route in routes {
      let request = try Request(route.path, form: [])
      #expect(RetentionRoute(.post, request.path, request.query)?.path == route.path)
    }
    #expect(RetentionRoute(.get, ["retention", "letter", "TM-7K42-0931"], Fields()) == nil)
  }
}
