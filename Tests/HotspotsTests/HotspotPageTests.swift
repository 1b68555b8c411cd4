import FeatureKit
import Access
import Commands
import Database
import Design
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Hotspots

@Suite("The page of hotspots", .database)
struct HotspotPageTests {
  @Test("shows what stands out, its record, its method and what the source cannot bear")
  func page() throws {
    let fixture = try HotspotFixture(.sqlite, HotspotFixture.crowded)
    let words = try #require(try fixture.visit("hotspots")).words
    for expected in [
      "1 area stands out from the rest", "A Eastcroft",
      "1 time in 10,000 or less",
      "570 incidents, July 2026 to September 2026, in squares of 500 m.",
      "Were earlier maps right?", "Most incidents in the year before",
      "Persistent (8 of 8 periods)",
      "Corrected over all cells Yes", "Near repeats The source gives months, not days",
      "Latest month September 2026, 2 months behind today",
      "It says nothing about anyone who lives there.",
    ] { #expect(words.contains(expected), "\(expected) in \(words)") }
    #expect(!words.contains("certain"))
  }

  @Test("tells crimes and other incidents apart where the source has both, and never their sum")
  func split() throws {
    let spots = [
      HotspotFixture.spot(1, 1, count: 7), HotspotFixture.spot(1, 1, count: 5, category: "Robbery"),
    ]
    let both = HotspotFixture.source(spots, notCrimes: ["Robbery"])
    let split = try #require(KindSplit(spots, of: both))
    #expect(split.crimes == 7 && split.others == 5)
    #expect(KindSplit(spots, of: HotspotFixture.source(spots)) == nil)
  }

  @Test("says what is wrong at the field, and shows it again as typed")
  func refused() throws {
    let fixture = try HotspotFixture(.sqlite, HotspotFixture.crowded)
    let asked: [([(String, String)], String)] = [
      ([("cell", "100")], "cells must be 500 m or more"), ([("cell", "x")], "Enter metres"),
      ([("cell", "0")], "Enter a cell size from 50 to 5000 metres"),
      ([("reach", "0")], "Enter a reach from 50 to 5000 metres"),
      ([("from", "1999-01"), ("to", "1999-02")], "The source has October 2024 to September 2026"),
      ([("from", "2026-13")], "Enter a month such as 2026-07"),
      ([("from", "2026-09"), ("to", "2026-08")], "must not be before the first"),
      ([("method", "magic")], "Choose a method"), ([("category", "Magic")], "Choose a kind"),
    ]
    for (query, message) in asked {
      let answer = try #require(try fixture.visit("hotspots", query: query))
      #expect(answer.status == 422)
      #expect(answer.words.contains("There is a problem"), "\(answer.words)")
      #expect(answer.words.contains(message), "\(message) in \(answer.words)")
    }
  }

  @Test("says what to do where there is nothing to map, or too little")
  func empty() throws {
    let none = try #require(try HotspotFixture(.sqlite, []).visit("hotspots"))
    #expect(none.words.contains("import incidents first"))
    let few = try HotspotFixture(.sqlite, [HotspotFixture.spot(1, 1, count: 3)])
    #expect(try #require(try few.visit("hotspots")).words.contains("Only 3 incidents"))
  }

  @Test("gives its cells as GeoJSON in degrees, with the parameters beside them")
  func geoJSON() throws {
    let fixture = try HotspotFixture(.sqlite, HotspotFixture.crowded)
    let answer = try #require(try fixture.visit("hotspots", "map.geojson"))
    guard case .bytes(let bytes) = answer.body else { throw HotspotProblem.notFound }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\"type\":\"FeatureCollection\",\"name\":\"1 area stands out"))
    #expect(text.contains("\"crs\":\"EPSG:27700\"") && text.contains("\"hotspot\":\"A\""))
  }

  @Test("offers to keep what it shows to those who may")
  func keeping() throws {
    let fixture = try HotspotFixture(.sqlite, HotspotFixture.crowded)
    #expect(try #require(try fixture.visit("hotspots")).words.contains("Keep this map"))
    let officer = try #require(try fixture.visit("hotspots", as: .officer))
    #expect(!officer.words.contains("Keep this map"))
  }

  @Test("reads back the paths it writes")
  func routes() throws {
    let filter = HotspotFilter(
      Fields([("method", "kde"), ("category", "Vehicle crime"), ("cell", "750")]))
    for route in [
      HotspotRoute.map(HotspotFilter()), .map(filter), .geoJSON(filter), .runs(page: 1),
      .runs(page: 3), .run(ID(7)), .runGeoJSON(ID(7)), .job(ID(4)), .wards(filter), .harm,
      .hours(filter), .nearRepeats(filter), .names, .named(2026, "mill-lane-1", filter),
      .interventions(page: 1), .interventions(page: 2), .newIntervention, .intervention(ID(3)),
    ] {
      let target = try RequestTarget(Array(route.path.utf8))
      #expect(HotspotRoute(.get, target.path, target.query) == route)
    }
    for path in [
      ["else"], ["runs", "x"], ["runs", "1", "else"], ["jobs"], ["wards", "1"],
      ["named", "x"], ["named", "x", "y"], ["interventions", "x"],
    ] {
      #expect(HotspotRoute(.get, ["hotspots"] + path, Fields()) == nil)
    }
  }
}
