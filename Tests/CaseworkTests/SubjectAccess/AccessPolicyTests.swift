import Access
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Who may do what about requests for one's own data", .database)
struct AccessPolicyTests {
  /// One letter a right, in their order: list, handle.
  static let table: [(Role, String)] = [
    (.administrator, "nn"), (.manager, "yy"), (.officer, "nn"), (.analyst, "nn"),
    (.coordinator, "nn"), (.partner, "nn"), (.councillor, "nn"), (.auditor, "yn"),
  ]

  @Test("is as the table says", arguments: table)
  func row(role: Role, letters: String) {
    let actor = CaseworkFixture.actor(role)
    let found = AccessRight.allCases.map { AccessPolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("holds for every page", arguments: table)
  func pages(role: Role, letters: String) throws {
    let fixture = try CaseworkFixture()
    _ = try fixture.report()
    let request = try fixture.dataRequest()
    let root = "/data-requests/\(request)"
    let rights = letters.map { $0 == "y" }
    for (path, form, right, status) in [
      ("/data-requests", nil, 0, 200), ("/data-requests?answered=yes", nil, 0, 200),
      ("/data-requests/new", nil, 1, 200), ("/data-requests/new", [], 1, 422),
      (root, nil, 1, 200), ("\(root)/people", nil, 1, 200), ("\(root)/proof", [], 1, 422),
      ("\(root)/extend", [], 1, 422), ("\(root)/rest", [], 1, 422), ("\(root)/release", [], 1, 422),
      ("\(root)/file", [], 1, 409), ("\(root)/item?key=x", nil, 1, 404),
    ] as [(String, [(String, String)]?, Int, Int)] {
      let found = try fixture.accessStatus(path, as: role, form: form)
      #expect(found == (rights[right] ? status : 404), "\(path)")
    }
    let list = role == .auditor ? try fixture.access("/data-requests", as: role) : nil
    #expect(list?.words.contains("Planted") != true)
  }

  @Test("and its paths are read as they are written")
  func routes() throws {
    let reference = try #require(CasePolicyTests.reference)
    let routes: [AccessRoute] =
      [
        .list(isOpen: true, page: 1), .list(isOpen: false, page: 3), .new, .show(reference),
        .people(reference), .item(reference, key: "case/TM-7K42-0931/entry/1"), .file(reference),
      ] + AccessAct.allCases.map { .act(reference, $0) }
    for route in routes {
      let request = try Request(route.path, form: [])
      #expect(AccessRoute(.post, request.path, request.query)?.path == route.path)
    }
  }
}
