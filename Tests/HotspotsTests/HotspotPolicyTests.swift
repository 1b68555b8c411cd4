import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Hotspots

@Suite("Who may do what with hotspots", .database)
struct HotspotPolicyTests {
  static let readers: Set<Role> = [
    .administrator, .manager, .officer, .analyst, .coordinator, .partner, .auditor,
  ]
  static let allowed: [HotspotAction: Set<Role>] = [
    .see: readers, .keep: [.administrator, .manager, .analyst, .coordinator],
    .weigh: [.administrator, .analyst],
  ]

  @Test("is this table", arguments: HotspotAction.allCases, Role.all)
  func table(action: HotspotAction, role: Role) {
    #expect(HotspotPolicy.table.allows(action, role) == Self.allowed[action]?.contains(role))
  }

  @Test("holds for every page", arguments: Role.all)
  func pages(role: Role) throws {
    let fixture = try HotspotFixture(.sqlite, HotspotFixture.crowded)
    let run = try fixture.keep().id.description
    let pages: [() throws -> Response?] = [
      { try fixture.visit("hotspots", as: role) },
      { try fixture.visit("hotspots", "map.geojson", as: role) },
      { try fixture.visit("hotspots", "runs", as: role) },
      { try fixture.visit("hotspots", "runs", run, as: role) },
      { try fixture.visit("hotspots", "runs", run, "map.geojson", as: role) },
      { try fixture.visit("hotspots", "wards", as: role) },
      { try fixture.visit("hotspots", "harm", as: role) },
      { try fixture.visit("hotspots", "hours", as: role) },
      { try fixture.visit("hotspots", "near-repeats", as: role) },
      { try fixture.visit("hotspots", "named", as: role) },
      { try fixture.visit("hotspots", "interventions", as: role) },
    ]
    for page in pages {
      if Self.readers.contains(role) {
        #expect(try page()?.status == 200)
      } else {
        #expect(throws: HotspotProblem.notFound) { try page() }
      }
    }
  }

  @Test("holds for every form", arguments: Role.all)
  func forms(role: Role) throws {
    let fixture = try HotspotFixture(.sqlite, HotspotFixture.crowded)
    let run = try fixture.keep().id.description
    let forms: [(HotspotAction, Int, () throws -> Response?)] = [
      (.keep, 303, { try fixture.post("hotspots", "runs", as: role) }),
      (.weigh, 422, { try fixture.post("hotspots", "harm", as: role) }),
      (.keep, 422, { try fixture.post("hotspots", "interventions", as: role) }),
      (.keep, 200, { try fixture.visit("hotspots", "interventions", "new", as: role) }),
      (.keep, 422, { try fixture.post("hotspots", "named", as: role, form: [("run", run)]) }),
    ]
    for (action, status, form) in forms {
      if Self.allowed[action]?.contains(role) == true {
        #expect(try form()?.status == status)
      } else {
        #expect(throws: HotspotProblem.notFound) { try form() }
      }
    }
  }
}
