import Database
import FoundationEssentials
import Glibc
import TestKit
import Testing

/// Where the real boundaries and postcodes lie, if anywhere.
private let realData: String? = {
  let project = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let path =
    getenv("HAMLET_TEST_DATA").map { String(cString: $0) } ?? "/\(project)/../shared/data"
  return FileManager.default.fileExists(atPath: path + "/boundaries") ? path : nil
}()

@Suite("Places from the shell", .database)
struct PlaceJourneys {
  /// Squares side by side, on the grid or as somebody says they are.
  private func wards(
    _ codes: [String], system: String = "EPSG::27700",
    from start: (Double, Double) = (506_000, 259_000),
    side: Double = 4000
  ) -> String {
    let features = codes.enumerated().map { number, code in
      let (west, south) = (start.0 + Double(number) * side, start.1)
      let ring = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
        "[\(west + $0.0 * side),\(south + $0.1 * side)]"
      }
      return """
        {"type":"Feature","properties":{"WD22CD":"\(code)","WD22NM":"Ward \(number + 1)"},\
        "geometry":{"type":"Polygon","coordinates":[[\(ring.joined(separator: ","))]]}}
        """
    }
    return """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":\
      "urn:ogc:def:crs:\(system)"}},"features":[\(features.joined(separator: ","))]}
      """
  }

  @Test(
    "are imported, known again, and counted by: each incident is in one ward, outside or nowhere",
    arguments: Engine.tested)
  func wards(engine: Engine) throws {
    let program = try Program(engine)
    let file = try program.write("wards.geojson", wards(["E05000001", "E05000002"]))
    let first = try program.json("boundaries", "import", file, "--kind", "ward", "--json")
    #expect(first["stored"]?.int == 2 && first["edition"]?.int == 2022)
    let again = try program.json("boundaries", "import", file, "--kind", "ward", "--json")
    #expect(again["stored"]?.int == 0 && again["alreadyKnown"]?.int == 2)
    #expect(try program.json("boundaries", "list", "--json").items.count == 1)
    let street = try program.write("2023-01-test-street.csv", Streets.file("2023-01", rows: 400))
    try program.done("incidents", "import", street)
    let count = try program.json("incidents", "count", "--by", "ward", "--json")
    let inside = count["rows"]?.items.compactMap { $0["count"]?.int }.reduce(0, +) ?? 0
    #expect(inside > 0)
    #expect(inside + (count["outside"]?.int ?? 0) + (count["unlocated"]?.int ?? 0) == 400)
    let all = try program.json("incidents", "count", "--by", "category", "--json")
    #expect(all["rows"]?.items.compactMap { $0["count"]?.int }.reduce(0, +) == 400)
    #expect(try program.auditIsWhole())
  }

  @Test(
    "are refused with a plain reason, and nothing of them is stored",
    arguments: [
      ("twice", "the code E05000001 is there twice"), ("sea", "off Great Britain"),
      ("swapped", "latitude"), ("broken", "We could not read this file"),
    ])
  func refused(what: String, reason: String) throws {
    let program = try Program()
    let text =
      switch what {
      case "twice": wards(["E05000001", "E05000001"])
      case "sea": wards(["E05000001"], system: "OGC:1.3:CRS84", from: (120, 10), side: 0.01)
      case "swapped": wards(["E05000001"], system: "OGC:1.3:CRS84", from: (51.5, -0.1), side: 0.01)
      default: "{broken"
      }
    let file = try program.write("wards.geojson", text)
    let ended = try program.run("boundaries", "import", file, "--kind", "ward")
    #expect(ended.status == 3, "\(ended)")
    #expect(ended.messages.contains("wards.geojson"), "\(ended)")
    if what != "sea" && what != "swapped" { #expect(ended.messages.contains(reason), "\(ended)") }
    #expect(try program.number("SELECT COUNT(*) FROM place_area") == 0)
  }

  @Test(
    "of an import that was killed are there whole or not at all, and whole after the next",
    arguments: Engine.tested, ["database.before-commit:1", "database.after-commit:1"])
  func killed(engine: Engine, fault: String) throws {
    let program = try Program(engine)
    try program.done("boundaries", "list")
    let file = try program.write("wards.geojson", wards(["E05000001", "E05000002"]))
    let ended = try program.run("boundaries", "import", file, "--kind", "ward", fault: fault)
    #expect(ended.status == -SIGKILL, "\(ended)")
    let stored = try program.number("SELECT COUNT(*) FROM place_area")
    #expect(stored == (fault.contains("before") ? 0 : 2))
    #expect(try program.number("SELECT COUNT(*) FROM place_boundary_file") == stored / 2)
    let again = try program.json("boundaries", "import", file, "--kind", "ward", "--json")
    #expect(again["areas"]?.int == 2 && again["stored"]?.int == 2 - stored)
    #expect(try program.number("SELECT COUNT(*) FROM place_area") == 2)
    #expect(try program.auditIsWhole())
  }

  struct Real: Sendable, CustomTestStringConvertible {
    let file: String
    let kind: String
    var edition: String?
    let areas: Int
    var testDescription: String { file }
  }

  static let real = [
    Real(file: "london/london_boroughs.gpkg", kind: "borough", areas: 33),
    Real(file: "london/london_wards.zip", kind: "ward", edition: "2014", areas: 654),
    Real(file: "london/lsoa2021-shp/Tower Hamlets.shp", kind: "lsoa", areas: 169),
    Real(file: "london/lsoa2021-shp", kind: "lsoa", areas: 509),
    Real(file: "uk-geojson/E09000030-wards.json", kind: "ward", areas: 17),
    Real(file: "uk-geojson/E09000030-wards.topo.json", kind: "ward", areas: 17),
    Real(file: "uk-geojson/E09000030-lsoa2011.json", kind: "lsoa", areas: 144),
    Real(file: "uk-geojson/E09000030-msoa2011.json", kind: "msoa", areas: 32),
    Real(file: "uk-geojson/eng-lad.topo.json.gz", kind: "borough", areas: 326),
    Real(file: "lancashire/lancashire_districts.geojson", kind: "borough", areas: 14),
    Real(file: "lancashire/lancashire_wards.gpkg", kind: "ward", areas: 271),
  ]

  @Test(
    "of real boundary files are as many as is known of them",
    .enabled(if: realData != nil, "the real files are absent: set HAMLET_TEST_DATA"),
    arguments: real)
  func boundaries(real: Real) throws {
    let program = try Program()
    let path = try #require(realData) + "/boundaries/" + real.file
    let edition = real.edition.map { ["--edition", $0] } ?? []
    let child = try program.begin(
      ["boundaries", "import", path, "--kind", real.kind] + edition)
    let ended = child.ended()
    #expect(ended.status == 0, "\(ended)")
    #expect(try program.number("SELECT COUNT(*) FROM place_area") == real.areas)
  }

  @Test(
    "of real postcodes and populations are as many as is known of them",
    .enabled(if: realData != nil, "the real files are absent: set HAMLET_TEST_DATA"))
  func rows() throws {
    let program = try Program()
    let data = try #require(realData)
    let folder = data + "/postcodes/codepoint-open-2014-08/"
    let postcodes = try program.json(
      "places", "import", folder + "e.csv.gz", folder + "ec.csv.gz", "--kind", "postcodes", "--json"
    )
    #expect(postcodes["read"]?.int == 15_938 + 4240)
    let inTowerHamlets = try program.number(
      "SELECT COUNT(*) FROM place_postcode WHERE district = 'E09000030'")
    #expect(inTowerHamlets == 5375 + 16)
    let people = try program.json(
      "places", "import", data + "/population/london_ward_pop.csv.gz", "--kind", "people", "--json")
    #expect(people["stored"]?.int == 24_960)
    let found = try program.json("places", "find", "e10aa", "--json")
    #expect(found.items.first?["name"]?.string == "E1 0AA")
  }
}
