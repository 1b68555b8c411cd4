import Access
import Database
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
      (.seePublicLog, [.administrator, .manager, .analyst, .auditor]),
      (.publish, [.manager, .analyst]),
      (.saveMappings, [.administrator, .analyst, .coordinator]),
    ] as [(IncidentAction, Set<Role>)])
  func table(action: IncidentAction, roles: Set<Role>) {
    #expect(Set(Role.all.filter { IncidentPolicy.table.allows(action, $0) }) == roles)
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
