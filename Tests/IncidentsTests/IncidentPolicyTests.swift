import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Who may do what with incidents", .database)
struct IncidentPolicyTests {
  @Test(
    "is this table",
    arguments: [
      (IncidentAction.see, Set(Role.all)),
      (.importFiles, [.administrator, .analyst, .coordinator]),
      (.readRefused, [.administrator, .analyst, .coordinator]),
      (.seePublicLog, [.administrator, .manager, .analyst, .auditor]),
      (.publish, [.manager, .analyst]),
      (.saveMappings, [.administrator, .analyst, .coordinator]),
    ] as [(IncidentAction, Set<Role>)])
  func table(action: IncidentAction, roles: Set<Role>) {
    #expect(Set(Role.all.filter { IncidentPolicy.table.allows(action, $0) }) == roles)
  }

  @Test(
    "gives refused rows, which hold what their file held, to those who import", arguments: Role.all)
  func refused(role: Role) throws {
    let house = try HouseFixture(.sqlite)
    let path = ["incidents", "imports", "1", "refused.csv"]
    let may = IncidentPolicy.table.allows(.importFiles, role)
    let rows = StreetCSV.rows(150) + [StreetCSV.row(month: "2023-13")]
    try house.importFiles(house.write("2023-01-test-street.csv", rows: rows))
    let page = try #require(try house.visit("incidents", "imports", "1", as: role))
    #expect(page.words.contains("Refused rows") && !page.words.contains("2023-13"))
    #expect(page.words.contains("Download the refused rows") == may)
    if may {
      let file = try house.answer(Request(.get, path: path), as: role)
      #expect(file?.words.contains("2023-13") == true)
    } else {
      #expect(throws: IncidentProblem.notFound) {
        try house.answer(Request(.get, path: path), as: role)
      }
    }
  }

  @Test("hides the import from those who may not import", arguments: Role.all)
  func hidden(role: Role) throws {
    let house = try HouseFixture(.sqlite)
    #expect(try house.visit("incidents", as: role)?.status == 200)
    #expect(try house.visit("incidents", "counts", as: role)?.status == 200)
    if IncidentPolicy.table.allows(.importFiles, role) {
      #expect(try house.visit("incidents", "import", as: role)?.status == 200)
    } else {
      for method in [Method.get, .post] {
        #expect(throws: IncidentProblem.notFound) {
          try house.visit("incidents", "import", as: role, method: method)
        }
      }
    }
  }
}
