import Geography
import Glibc
import Testing

@testable import Documents

@Suite("Reading boundaries of strangers")
struct BoundaryReadingTests {
  private let reader = ReaderProcess()

  @Test(
    "gives each area its attributes and its shape in metres",
    arguments: [("wards-shp.zip", "Wards", "WD_CD"), ("wards.gpkg", "wards", "code")])
  func areas(_ file: String, _ layer: String, _ column: String) throws {
    let all = try features(fixture(file), .init(layer: layer))
    #expect(all.map(\.number) == [1, 2])
    #expect(all.map(\.layer) == [layer, layer])
    #expect(all.map { $0[column.lowercased()] } == ["T01", "T02"])
    #expect(all.map { $0.attributes[1].text } == ["Abbey", "Süd & West"])
    #expect(all.map(\.shape.area) == [200_000, 200_000 - 10_000 + 10_000])
    #expect(all.map(\.shape.polygons.count) == [1, 2])
    #expect(all.last?.shape.polygons.first?.holes.count == 1)
    #expect(all.allSatisfy { $0.mended == nil })
    #expect(all.first?["people"] == nil)
    let point = GridPoint(easting: 530_500, northing: 180_200)
    #expect(AreaIndex(all.map(\.shape)).area(of: point) == 1)
  }

  @Test("reads all layers in turn, or the one asked for")
  func layers() throws {
    let path = fixture("wards.gpkg")
    #expect(
      try reader.boundaryLayers(of: path) == [
        BoundaryLayer(
          name: "wards", reference: "EPSG:27700", columns: ["code", "name", "people"]),
        BoundaryLayer(name: "beats", reference: "EPSG:27700", columns: ["code"]),
      ])
    #expect(try features(path).map(\.layer) == ["wards", "wards", "beats"])
    #expect(try features(path, .init(layer: "beats")).map { $0["code"] } == ["B1"])
    #expect(throws: ReaderProblem.noLayer) { try features(path, .init(layer: "streets")) }
    let plain = try reader.boundaryLayers(of: fixture("unplaced-shp.zip"))
    #expect(plain.map(\.reference) == [""])
  }

  @Test("needs to be told the system of a file that does not say it")
  func reference() throws {
    let path = fixture("unplaced-shp.zip")
    #expect(throws: ReaderProblem.misplaced(.noReference)) { try features(path) }
    let told = try features(path, .init(reference: "EPSG:27700"))
    #expect(told == (try features(path, .init(reference: "epsg:27700"))))
    #expect(told.map(\.shape.area) == [200_000, 200_000])
    for name in ["EPSG:999999", "EPSG:", "WGS84", "https://example.org", "EPSG:99999999999"] {
      #expect(throws: ReaderProblem.misplaced(.unknownReference)) {
        try features(path, .init(reference: name))
      }
    }
  }

  @Test("takes GeoJSON for degrees, and turns them into the metres they are")
  func geoJSON() throws {
    let tower = "[[[-0.0769,51.5076],[-0.0749,51.5076],[-0.0749,51.5086],[-0.0769,51.5086]]]"
    let all = try features(json: #"{"type":"Polygon","coordinates":\#(tower)}"#)
    let centre = try #require(all.first?.shape.centroid)
    #expect(all.count == 1)
    #expect(centre.distance(to: GridPoint(easting: 533_628, northing: 180_551)) < 5)
    let grid = try NationalGrid()
    let corner = try #require(grid.gridPoint(GeoPoint(latitude: 51.5076, longitude: -0.0769)))
    // The same way as the program's own, to the millimetre.
    #expect(all.first?.shape.rings[0].points.map { $0.distance(to: corner) }.min() ?? 9 < 0.001)
  }

  @Test(
    "brings other systems onto the same metres",
    arguments: [
      (
        "OGC:1.3:CRS84", "[[-0.0769,51.5076],[-0.0749,51.5076],[-0.0749,51.5086],[-0.0769,51.5076]]"
      ),
      ("EPSG::4326", "[[-0.0769,51.5076],[-0.0749,51.5076],[-0.0749,51.5086],[-0.0769,51.5076]]"),
      ("EPSG::4258", "[[-0.0769,51.5076],[-0.0749,51.5076],[-0.0749,51.5086],[-0.0769,51.5076]]"),
      (
        "EPSG::3857",
        "[[-8560.469,6711578.246],[-8400,6711578],[-8400,6711700],[-8560.469,6711578.246]]"
      ),
    ])
  func systems(_ name: String, _ ring: String) throws {
    let text = grid(polygon: "[\(ring)]").replacing("EPSG::27700", with: name)
    let corner = try #require(try features(json: text).first?.shape.rings[0].points.first)
    #expect(corner.distance(to: GridPoint(easting: 533_560.4, northing: 180_493.9)) < 0.5)
  }

  @Test("reads TopoJSON, whose neighbours share their lines to the last digit")
  func topoJSON() throws {
    let text = """
      {"type":"Topology","transform":{"scale":[0.001,0.001],"translate":[-0.1,51.5]},
       "objects":{"wards":{"type":"GeometryCollection","geometries":[
         {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"T01"}},
         {"type":"Polygon","arcs":[[-1,2]],"properties":{"code":"T02"}}]}},
       "arcs":[[[10,0],[1,5],[-1,5]],[[10,10],[-10,0],[0,-10],[10,0]],
         [[10,0],[10,0],[0,10],[-10,0]]]}
      """
    let all = try features(json: text)
    #expect(all.map { $0["code"] } == ["T01", "T02"])
    let shared = all.map { Set($0.shape.rings[0].points) }
    #expect(shared[0].intersection(shared[1]).count == 3)
  }

  @Test("mends rings that cross themselves, and says which and where")
  func mended() throws {
    let bow = "[[[530000,180000],[530100,180100],[530100,180000],[530000,180100],[530000,180000]]]"
    let all = try features(json: grid(polygon: bow))
    #expect(all.map(\.shape.area) == [5000])
    #expect(all.first?.shape.polygons.count == 2)
    #expect(all.first?.mended?.contains("Self-intersection") == true)
    #expect(all.first?.mended?.contains("530050") == true)
  }

  @Test("closes rings that are open, and says so")
  func open() throws {
    let all = try features(
      json: grid(polygon: "[[[530000,180000],[530100,180000],[530100,180100],[530000,180100]]]"))
    #expect(all.map(\.shape.area) == [10_000])
    #expect(all.map(\.mended) == ["Ring not closed"])
  }

  @Test("gives what has no area an empty shape", arguments: ["null", point, line])
  func shapeless(_ geometry: String) throws {
    let all = try features(
      json:
        #"{"type":"Feature","properties":{"name":"A","note":""},"geometry":\#(geometry)}"#)
    #expect(all.map(\.shape.isEmpty) == [true])
    #expect(all.map(\.attributes) == [[.init("name", "A")]])
  }

  private static let point = #"{"type":"Point","coordinates":[-0.1,51.5]}"#
  private static let line = #"{"type":"LineString","coordinates":[[-0.1,51.5],[-0.2,51.6]]}"#

  @Test(
    "says when coordinates cannot be what the file says",
    arguments: [
      ("[[51.5,-0.1],[51.6,-0.1],[51.6,-0.2]]", false, .axesSwapped(area: 1)),
      ("[[530000,180000],[530100,180000],[530100,180100]]", false, .metresAsDegrees(area: 1)),
      ("[[-0.1,51.5],[-0.1,51.6],[-0.2,51.6]]", true, .degreesAsMetres(area: 1)),
      ("[[2.3,48.8],[2.4,48.8],[2.4,48.9]]", false, .offBritain(area: 1)),
      ("[[151.2,-33.8],[151.3,-33.8],[151.3,-33.9]]", false, .offBritain(area: 1)),
      ("[[-8000,6711000],[-8000,6712000],[-7000,6712000]]", true, .offBritain(area: 1)),
      ("[[530000,1e300],[530100,1],[530100,2]]", true, .offBritain(area: 1)),
    ] as [(String, Bool, ReaderProblem.Misplacement)])
  func misplaced(
    _ ring: String, _ isGrid: Bool, _ misplacement: ReaderProblem.Misplacement
  ) {
    let text = isGrid ? grid(polygon: "[\(ring)]") : #"{"type":"Polygon","coordinates":[\#(ring)]}"#
    #expect(throws: ReaderProblem.misplaced(misplacement)) { try features(json: text) }
    #expect(!ReaderProblem.misplaced(misplacement).message.isEmpty)
  }

  @Test(
    "says what is wrong with a file and lives on",
    arguments: [
      ("cut-shp.zip", ReaderProblem.damaged), ("bomb.zip", .tooLarge), ("months.zip", .notKnown),
      ("climbing.zip", .unsafe), ("street.csv.gz", .notKnown), ("make.py", .notKnown),
      ("days.xlsx", .notKnown), ("absent.geojson", .absent), ("", .notKnown),
    ])
  func problems(_ name: String, _ problem: ReaderProblem) throws {
    #expect(throws: problem) { try features(fixture(name)) }
    #expect(try features(fixture("wards.gpkg")).count == 3)
  }

  @Test("refuses garbage dressed as boundaries, wherever it is broken")
  func garbage() throws {
    var whole: [UInt8] = []
    try FileBytes.read(fixture("wards.gpkg")) { whole += $0 }
    for length in [16, 120, 5000, whole.count / 2] {
      #expect(throws: ReaderProblem.self) { try features(bytes: Array(whole.prefix(length))) }
    }
    let nested = String(repeating: "[", count: 200_000)
    for text in ["{", "{}", #"{"type":"FeatureCollection","features":"#, #"{"a":"# + nested] {
      #expect(throws: ReaderProblem.self) { try features(json: text) }
    }
    var limits = ReaderProcess.Limits()
    limits.memoryBytes = 400 << 20
    let corner = "[-0.1,51.5],"
    let many = String(repeating: corner, count: 1_500_000)
    let vast = #"{"type":"Polygon","coordinates":[[\#(many)[-0.2,51.6],[-0.1,51.6]]]}"#
    #expect(throws: ReaderProblem.self) {
      try withFile(Array(vast.utf8)) { path in
        try ReaderProcess(limits: limits).boundaries(of: path) { _ in }
      }
    }
  }

  @Test("stops the child when the caller has had enough")
  func early() {
    #expect(throws: Enough.self) {
      try reader.boundaries(of: fixture("wards.gpkg")) { _ in throw Enough() }
    }
  }

  /// A polygon in metres, in the way GeoJSON had before it was only for degrees.
  private func grid(polygon: String) -> String {
    #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"#
      + #""urn:ogc:def:crs:EPSG::27700"}},"features":[{"type":"Feature","properties":{},"#
      + #""geometry":{"type":"Polygon","coordinates":\#(polygon)}}]}"#
  }

  private func features(
    _ path: String, _ options: ReaderProcess.BoundaryOptions = .init()
  ) throws -> [BoundaryFeature] {
    var all: [BoundaryFeature] = []
    try reader.boundaries(of: path, options) { all.append($0) }
    return all
  }

  private func features(json: String) throws -> [BoundaryFeature] {
    try features(bytes: Array(json.utf8))
  }

  private func features(bytes: [UInt8]) throws -> [BoundaryFeature] {
    try withFile(bytes) { try features($0) }
  }
}
