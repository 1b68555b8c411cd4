import Database
import Design
import FeatureKit
import Geography
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("Where an order applies", .database)
struct PlaceTests {
  /// Two wards side by side; Ropewalk lies in the first.
  private static let wards = ["Millwharf", "Tannery"].enumerated().map { number, name in
    let west = 499_500 + Double(number) * 1000
    return ShapedArea(
      Area(id: ID(Int64(number + 1)), kind: .ward, edition: 2022, code: "W\(number)", name: name),
      MultiPolygon(
        BoundingBox(
          from: GridPoint(easting: west, northing: 199_500),
          to: GridPoint(easting: west + 1000, northing: 200_500))))
  }
  private static let areas = AreaDirectory(
    editions: { _ in [AreaEdition(kind: .ward, year: 2022, count: 2, stamp: 1)] },
    areas: { _, _, _ in wards.map(\.area) }, shapes: { _, _, _ in wards },
    people: { _, _, _, _ in [:] }, changed: { _ in })

  private static func publicSpaces(_ name: String) -> [String: String] {
    RegisterTests.said.merging(RegisterTests.day("starts", "2026-11-20")) { $1 }
      .merging(RegisterTests.day("ends", "2029-11-19")) { $1 }
      .merging([
        "name": name, "rights": "Protest is not restricted", "consultees": "Police, residents",
      ]) { $1 }
  }

  @Test("is marked on a map on its page, under its name", arguments: Engine.tested)
  func marked(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, areas: Self.areas)
    let path = try RegisterTests.add(fixture, .publicSpaces, Self.publicSpaces("Ropewalk order"))
    let page = try #require(try fixture.visit(path)).text
    #expect(page.contains("Map of the ward with Ropewalk, Millwharf marked."))
    #expect(page.components(between: "<circle class=\"s4\"", and: ">").count == 1)
  }

  @Test("is on no map where the order names none", arguments: Engine.tested)
  func unmarked(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, areas: Self.areas)
    let fields = RegisterTests.injunction.merging(["place": ""]) { $1 }
    let path = try RegisterTests.add(fixture, .injunction, fields)
    #expect(!(try #require(try fixture.visit(path)).text.contains("class=\"map\"")))
  }

  /// A public spaces order of an area, with or without a street.
  private static func covering(_ area: String, place: String = "") -> [String: String] {
    publicSpaces("Order of a ward").merging(["area": area, "place": place]) { $1 }
  }

  private static func outlines(_ page: String) -> Int {
    page.components(between: "<path class=\"edge\"", and: ">").count
  }

  @Test("may be an area, which is outlined on its page", arguments: Engine.tested)
  func outlined(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, areas: Self.areas)
    let path = try RegisterTests.add(fixture, .publicSpaces, Self.covering("ward/2022/W1"))
    let page = try #require(try fixture.visit(path))
    #expect(page.text.contains("Map of the ward with Tannery (ward of 2022) outlined."))
    #expect(Self.outlines(page.text) == 1 && !page.text.contains("<circle class=\"s4\""))
    #expect(page.words.contains("Place Tannery (ward of 2022)"))
  }

  @Test("may be an area and a street within it")
  func both() throws {
    let fixture = try OrdersFixture(areas: Self.areas)
    let fields = Self.covering("ward/2022/W0", place: "Ropewalk")
    let page = try #require(
      try fixture.visit(try RegisterTests.add(fixture, .publicSpaces, fields)))
    #expect(page.words.contains("Place Millwharf (ward of 2022); Ropewalk, Millwharf"))
    #expect(page.text.contains("Millwharf (ward of 2022) outlined and Ropewalk, Millwharf marked."))
    #expect(Self.outlines(page.text) == 1)
  }

  @Test("is outlined as it was when the order was made", arguments: Engine.tested)
  func kept(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, areas: Self.areas)
    let path = try RegisterTests.add(fixture, .publicSpaces, Self.covering("ward/2022/W1"))
    let now = fixture.services
    let services = Services(
      database: now.database, clock: now.clock, keyring: now.keyring, audit: now.audit,
      jobs: now.jobs, settings: now.settings, measures: [])
    try services.database.read { read in
      let reference = try #require(
        Reference(path.split(separator: "/").last.map(String.init) ?? ""))
      let order = try #require(try OrderStore(services).find(reference, read))
      #expect(try OrderPlaces(of: [order], services, read).map(of: order).isDrawn)
    }
  }

  @Test(
    "is asked for where a power needs one: an area or a street",
    arguments: [
      (Power.publicSpaces, "", "Choose the area it covers, or enter the street"),
      (.publicSpaces, "ward/2022/W9", "Choose an area of the list"),
      (.publicSpaces, "Tannery", "Choose an area of the list"),
      (.dispersal, "", "Choose the area it covers, or enter the street"),
      (.closureNotice, "ward/2022/W1", "Enter the street or postcode"),
    ])
  func missing(power: Power, area: String, message: String) throws {
    let fixture = try OrdersFixture(areas: Self.areas)
    let path = OrdersRoute.new(power).path
    let form = Self.covering(area).map { ($0.key, $0.value) }
    let response = try #require(try fixture.visit(path, form: form))
    #expect(response.status == 422 && response.words.contains(message))
  }

  @Test("is marked for the public by the number of the order, those of one place together")
  func numbered() throws {
    let fixture = try OrdersFixture(areas: Self.areas)
    for name in ["First order", "Second order"] {
      try RegisterTests.add(fixture, .publicSpaces, Self.publicSpaces(name))
    }
    let visit = PublicVisit(
      request: Request(.get, path: ["public-spaces"]), now: OrdersFixture.now, frame: .sample,
      services: fixture.services)
    let page = try #require(try PublicSpaces.answer(visit))
    #expect(page.words.contains("1. First order") && page.words.contains("2. Second order"))
    #expect(page.text.components(between: "<circle class=\"s4\"", and: ">").count == 1)
    #expect(page.text.contains(">1, 2</text>"))
  }

  @Test("is outlined for the public under the number of the order")
  func numberedAreas() throws {
    let fixture = try OrdersFixture(areas: Self.areas)
    for area in ["ward/2022/W1", "ward/2022/W1", "ward/2022/W0"] {
      try RegisterTests.add(fixture, .publicSpaces, Self.covering(area))
    }
    let visit = PublicVisit(
      request: Request(.get, path: ["public-spaces"]), now: OrdersFixture.now, frame: .sample,
      services: fixture.services)
    let page = try #require(try PublicSpaces.answer(visit)).text
    #expect(Self.outlines(page) == 2)
    #expect(page.contains(">1, 2</text>") && page.contains(">3</text>"))
  }
}

extension String {
  /// What stands between two texts, each time.
  fileprivate func components(between start: String, and end: String) -> [Substring] {
    split(separator: start).dropFirst().compactMap { $0.split(separator: end).first }
  }
}
