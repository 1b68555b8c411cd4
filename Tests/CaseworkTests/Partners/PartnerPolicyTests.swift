import Access
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Who may do what with shared cases", .database)
struct PartnerPolicyTests {
  /// One letter a right, in their order: share, read.
  static let table: [(Role, String)] = [
    (.administrator, "nn"), (.manager, "yn"), (.officer, "yn"), (.analyst, "nn"),
    (.coordinator, "nn"), (.partner, "ny"), (.councillor, "nn"), (.auditor, "nn"),
  ]

  @Test("is as the table says", arguments: table)
  func row(role: Role, letters: String) {
    let actor = CaseworkFixture.actor(role)
    let found = PartnerRight.allCases.map { PartnerPolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("holds for every page, also within the organisation", arguments: table)
  func pages(role: Role, letters: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.givenCase()
    let rights = letters.map { $0 == "y" }
    let other = try fixture.openCase(try fixture.report())
    #expect(
      try fixture.work("/cases/\(other)/party", as: role, form: CaseworkFixture.party)
        == (rights[0] ? 303 : 404))
    let note = [("kind", "fact"), ("note", "Seen")]
    for (path, form) in [
      ("/cases/shared", nil), ("/cases/shared/\(file)", nil),
      ("/cases/shared/\(file)/note", note),
    ] {
      let found = try fixture.sharedStatus(path, as: role, of: 2, form: form)
      #expect(found == (rights[1] ? (form == nil ? 200 : 303) : 404), "\(path)")
    }
  }

  @Test("and its paths are read as they are written")
  func routes() throws {
    let reference = try #require(CasePolicyTests.reference)
    let routes: [SharedRoute] =
      [.list(page: 1), .list(page: 3), .file(reference)]
      + SharedAct.allCases.map { .act(reference, $0) }
    for route in routes {
      let request = try Request(route.path, form: [])
      #expect(SharedRoute(.post, request.path, request.query)?.path == route.path)
    }
    let path = ["cases", "shared", "TM-7K42-0931", "note"]
    #expect(SharedRoute(.get, path, Fields()) == nil)
  }
}
