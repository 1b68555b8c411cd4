import Geography
import Testing

@testable import Documents

@Suite("Looking up coordinate reference systems")
struct SystemTests {
  private let reader = ReaderProcess()

  @Test("gives what PROJ takes them for, so that points can be moved")
  func lookedUp() throws {
    let chicago = try reader.system(named: "EPSG:26971")
    #expect(chicago.name == "EPSG:26971" && !chicago.isDegrees)
    #expect(chicago.definition.contains("+proj=tmerc"))
    let way = try CoordinateWay(from: chicago, to: .degrees)
    // Said by PROJ's own cs2cs of 9.1: 359192.302798928 570510.890752286.
    let place = try #require(way.point(x: 359_192.302_798_928, y: 570_510.890_752_286))
    #expect(abs(place.easting - -87.621_061) < 1e-6 && abs(place.northing - 41.803_392) < 1e-6)
    let back = try #require(
      try CoordinateWay(from: .degrees, to: chicago).point(x: place.easting, y: place.northing))
    #expect(abs(back.easting - 359_192.303) < 0.01 && abs(back.northing - 570_510.891) < 0.01)
  }

  @Test("knows degrees other than those of WGS 84")
  func degrees() throws {
    let old = try reader.system(named: "EPSG:4277")
    #expect(old.isDegrees)
    let point = try #require(try CoordinateWay(from: old).point(x: -0.1, y: 51.5))
    // The degrees of OSGB36 differ from those of WGS 84 by some hundred metres.
    let other = try #require(try CoordinateWay(from: .degrees).point(x: -0.1, y: 51.5))
    #expect((50...200).contains(point.distance(to: other)))
  }

  @Test("refuses what is no system", arguments: ["EPSG:999999", "EPSG:x", "27700", ""])
  func unknown(_ name: String) {
    #expect(throws: ReaderProblem.misplaced(.unknownReference)) { try reader.system(named: name) }
  }

  @Test("needs no looking up for the grid and for degrees")
  func known() throws {
    let reader = ReaderProcess(executable: "/nowhere")
    #expect(try reader.system(named: "EPSG:27700") == .britishGrid)
    #expect(try reader.system(named: "EPSG:4326") == .degrees)
  }
}
