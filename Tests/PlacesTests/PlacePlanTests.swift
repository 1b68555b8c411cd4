import Database
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Places

@Suite("Plans of the questions about places", .database)
struct PlacePlanTests {
  @Test("find by how a name begins through an index", arguments: Engine.tested)
  func beginnings(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    let database = fixture.services.database
    let postcodes = try QueryPlan.of(PlaceSearch.postcodes(beginning: "E1 "), database)
    #expect(!postcodes.readsAll(of: "place_postcode"), "\(postcodes)")
    let streets = try QueryPlan.of(PlaceSearch.streets(beginning: "mill"), database)
    #expect(!streets.readsAll(of: "place_street"), "\(streets)")
  }

  @Test("find what is near through the squares", arguments: Engine.tested)
  func near(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    let database = fixture.services.database
    let cells = 100...102
    let postcodes = try QueryPlan.of(PlaceSearch.postcodes(in: cells), database)
    #expect(postcodes.uses(index: "place_postcode_cell"), "\(postcodes)")
    let streets = try QueryPlan.of(PlaceSearch.streets(in: cells), database)
    #expect(streets.uses(index: "place_street_cell"), "\(streets)")
  }

  @Test("read an edition by its key, and people by area", arguments: Engine.tested)
  func editions(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    let database = fixture.services.database
    let areas = try QueryPlan.of(AreaStore.list(.ward, 2022), database)
    #expect(areas.uses(index: "place_area_code"), "\(areas)")
    let people = try QueryPlan.of(PeopleStore.latest(.ward, 2022, 2026), database)
    #expect(!people.readsAll(of: "place_population"), "\(people)")
  }
}
