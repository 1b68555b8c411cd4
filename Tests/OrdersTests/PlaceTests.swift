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
}

extension String {
  /// What stands between two texts, each time.
  fileprivate func components(between start: String, and end: String) -> [Substring] {
    split(separator: start).dropFirst().compactMap { $0.split(separator: end).first }
  }
}
