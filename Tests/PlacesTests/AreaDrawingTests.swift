import Access
import Database
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Places

@Suite("Drawing an area", .database)
struct AreaDrawingTests {
  @Test(
    "makes a code of its name",
    arguments: [
      ("Mill Lane", "mill-lane"), ("  St. Anne's  Row ", "st-anne-s-row"), ("Café", "caf"),
      ("???", "area"),
      ("A very long name of a place that goes on", "a-very-long-name-of-a-place-th"),
    ])
  func codes(name: String, code: String) { #expect(AreaDrawing.slug(name) == code) }

  @Test("keeps each version under a code of its own, and records it", arguments: Engine.tested)
  func versions(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    let shape = MultiPolygon(
      around: GridPoint(easting: 500_000, northing: 200_000), radius: 300)
    let drawn = DrawnArea(
      kind: .hotspot, edition: 2026, name: "Mill Lane", shape: shape, account: nil,
      at: PlacesFixture.now)
    let services = fixture.services
    let areas = try (0..<2).map { _ in
      try services.database.write { try services.areas.draw(drawn, services, $0) }
    }
    #expect(areas.map(\.code) == ["mill-lane-1", "mill-lane-2"])
    let found = try services.database.read { try services.areas.shapes(.hotspot, 2026, $0) }
    #expect(found.map(\.area) == areas && found[0].shape == shape)
    let audited = try services.database.read {
      try services.audit.page(AuditFilter(), before: nil, limit: 9, $0).entries.map(\.action)
    }
    #expect(audited == ["places.area-drawn", "places.area-drawn"])
  }
}
