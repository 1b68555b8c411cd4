import Access
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Sharing

@Suite("Who may do what with shares", .database)
struct PolicyTests {
  /// One letter a right, in their order: y or n.
  static let table: [(Role, String)] = [
    (.administrator, "nnnnnyy"), (.manager, "yyyyyyn"), (.officer, "yynnyyn"),
    (.analyst, "nnnnynn"), (.coordinator, "nnnnnnn"), (.partner, "nnnnnnn"),
    (.councillor, "nnnnnnn"), (.auditor, "ynnnnyn"),
  ]

  @Test("is as the table says", arguments: table)
  func policy(role: Role, letters: String) {
    let actor = SharingFixture.actor(role)
    let found = SharingRight.allCases.map { SharingPolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("gives whoever may not none of its pages and forms", arguments: table)
  func pages(role: Role, letters: String) throws {
    let fixture = try SharingFixture()
    let share = try fixture.record()
    _ = try fixture.visit("/sharing/agreements/new", as: .manager, form: AgreementTests.form)
    let asked = try fixture.visit("/sharing/requests/new", form: RequestTests.form)
    let request = try #require(
      asked?.headers.first { $0.name.lowercased() == "location" }?.value)
    let rights = letters.map { $0 == "y" }
    let (see, mayShare, agree, keep, send, readLaw, changeLaw) = (0, 1, 2, 3, 4, 5, 6)
    let pages: [(String, Int)] = [
      ("/sharing", see), ("/sharing?show=ended", see), ("/sharing/register.csv", see),
      ("/sharing/\(share)", see), ("/sharing/agreements", see), ("/sharing/agreements/1", see),
      ("/sharing/requests", see), (request, see), ("/sharing/new", mayShare),
      ("/sharing/requests/new", mayShare), ("/sharing/agreements/new", agree),
      ("/sharing/keeping", keep), ("/sharing/sets", send),
      ("/sharing/sets/fy2026-27-q2/reports.csv", send),
      ("/sharing/law", readLaw), ("/sharing/law/gateway/cda-115", readLaw),
      ("/sharing/law/new", changeLaw),
    ]
    for (path, right) in pages {
      #expect(try fixture.status(path, as: role) == (rights[right] ? 200 : 404), "\(path)")
    }
    let forms: [(String, Int, Int)] = [
      ("/sharing/new", mayShare, 422), ("/sharing/\(share)", mayShare, 422),
      ("/sharing/requests/new", mayShare, 422), (request, mayShare, 409),
      ("/sharing/agreements/new", agree, 422), ("/sharing/agreements/1", agree, 409),
      ("/sharing/agreements", agree, 303), ("/sharing/sets", send, 422),
      ("/sharing/keeping", keep, 404), ("/sharing/law/new", changeLaw, 422),
      ("/sharing/law/gateway/cda-115", changeLaw, 409),
    ]
    for (path, right, status) in forms {
      let found = try fixture.status(path, as: role, form: [("act", "review")])
      #expect(found == (rights[right] ? status : 404), "\(path)")
    }
  }

  @Test("reads paths as they are written")
  func paths() throws {
    let reference = try #require(Reference("TM-7K42-0931"))
    let quarter = Quarter(year: FinancialYear(startingIn: 2026), number: 2)
    let routes: [SharingRoute] = [
      .shares(ShareFilter()),
      .shares(ShareFilter(isOpen: false, organisation: ID(2), gateway: "cda-115", page: 3)),
      .sharesFile(ShareFilter()), .record(about: nil), .record(about: reference),
      .share(reference), .shareFile(reference, .pdf), .agreements, .newAgreement,
      .agreement(ID(4)), .requests(isOpen: true, page: 1), .requests(isOpen: false, page: 2),
      .newRequest, .request(reference), .sets, .setFile(quarter, source: "police-uk"), .keeping,
      .grounds,
      .newGround, .ground(.basis, "part-3"),
    ]
    for route in routes {
      let request = try Request(route.path)
      #expect(SharingRoute(.get, request.path, request.query)?.path == route.path)
    }
    for path in [
      "/sharing/x", "/sharing/TM-7K42-0931/x", "/sharing/agreements/x", "/sharing/sets/x",
      "/sharing/law/gateway", "/sharing/law/x/y", "/other",
    ] {
      let request = try Request(path)
      #expect(SharingRoute(.get, request.path, request.query) == nil, "\(path)")
    }
  }
}
