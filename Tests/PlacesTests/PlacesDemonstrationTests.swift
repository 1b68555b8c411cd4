import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Places

@Suite("Places of the demonstration", .database)
struct PlacesDemonstrationTests {
  @Test("are Thornmere's, whole, with people for every area", arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    try Demonstration.make(World(today: Day(number: 20_777)), fixture.services)
    let directory = fixture.services.areas
    let editions = try fixture.read { read in try directory.editions(read) }
    #expect(
      editions.map { "\($0.kind.rawValue) \($0.year) \($0.count)" } == [
        "borough 2022 1", "lsoa 2021 170", "ward 2022 20", "ward 2012 17",
      ])
    let people = try fixture.read { read in try directory.people(.lsoa, 2021, 2026, read) }
    #expect(people.count == 170)
    #expect(people.values.allSatisfy { $0.year == 2025 && ($0.households ?? 0) > 0 })
    #expect(try fixture.number("SELECT COUNT(*) FROM place_street") == 3000)
    #expect(try fixture.number("SELECT COUNT(*) FROM place_postcode") == 8000)
    let found = try fixture.read { read in try PlaceSearch.find("station pl", read) }
    #expect(found.map(\.detail) == ["Northgate"])
    let query = LookupQuery(kind: .ward, from: 2012, to: 2022, basis: .people)
    let lookup = try #require(
      try fixture.read { read in try LookupLoader.load(query, directory, read) })
    #expect((0.02...0.5).contains(lookup.lost), "\(lookup.lost)")
    #expect(lookup.fits.allSatisfy { $0.outside < 0.001 })
    #expect(fixture.announced.withLock { $0 } == 1)
  }
}

@Suite("Paths of places")
struct PlaceRouteTests {
  static let routes: [PlaceRoute] = [
    .overview, .edition(.ward, 2022, page: 1), .edition(.lsoa, 2021, page: 3),
    .area(.ward, 2022, code: "E05000001"), .area(.hotspot, 2026, code: "North / one"),
    .lookup(LookupQuery(kind: .ward, from: 2012, to: 2022, basis: .people), page: 2),
    .search(""), .search("st john's"), .add, .job(ID(4)),
  ]

  @Test("read back what they write", arguments: routes)
  func roundTrip(route: PlaceRoute) throws {
    let target = try RequestTarget(Array(route.path.utf8))
    #expect(PlaceRoute(.get, target.path, target.query) == route)
  }

  @Test(
    "are no others",
    arguments: [
      ["places", "nothing"], ["places", "areas"], ["places", "areas", "moon", "2022"],
      ["places", "areas", "ward", "now"], ["places", "jobs", "0"], ["places", "lookup"], [],
    ])
  func others(path: [String]) { #expect(PlaceRoute(.get, path, Fields()) == nil) }
}
