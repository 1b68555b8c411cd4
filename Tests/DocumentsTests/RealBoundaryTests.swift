import Geography
import Testing

@testable import Documents

@Suite(
  "Real boundary files",
  .enabled(
    if: RealData.folder("boundaries") != nil,
    "the real files are absent: set HAMLET_TEST_DATA to the folder that holds boundaries"))
struct RealBoundaryTests {
  struct File: Sendable, CustomTestStringConvertible {
    let path: String
    let areas: Int
    var mended = 0
    var hectares: ClosedRange<Double>
    var testDescription: String { path }
  }

  /// The counts of the data's own README; hectares from atlases.
  static let files = [
    File(path: "london/london_boroughs.gpkg", areas: 33, hectares: 157_000...160_000),
    File(path: "london/london_wards.zip", areas: 654, mended: 2, hectares: 157_000...160_000),
    File(path: "london/lsoa2021-shp", areas: 509, hectares: 8_200...8_300),
    File(path: "london/lsoa2021-shp/Tower Hamlets.shp", areas: 169, hectares: 2_150...2_165),
    File(path: "uk-geojson/E09000030-wards.json", areas: 17, hectares: 1_950...2_160),
    File(path: "uk-geojson/E09000030-wards.topo.json", areas: 17, hectares: 1_950...2_160),
    File(path: "uk-geojson/E09000030-lsoa2011.json", areas: 144, hectares: 1_950...2_160),
    File(path: "uk-geojson/E09000030-lsoa2011.topo.json", areas: 144, hectares: 1_950...2_160),
    File(path: "uk-geojson/E09000030-msoa2011.json", areas: 32, hectares: 1_950...2_160),
    File(
      path: "uk-geojson/eng-lad.topo.json.gz", areas: 326, mended: 243,
      hectares: 13_000_000...13_400_000),
    File(path: "lancashire/lancashire_districts.geojson", areas: 14, hectares: 305_000...310_000),
    File(path: "lancashire/lancashire_wards.gpkg", areas: 271, hectares: 305_000...310_000),
  ]

  @Test("give the areas that are known of them", arguments: files)
  func counts(file: File) throws {
    var shapes: [MultiPolygon] = []
    var mended = 0
    try ReaderProcess().boundaries(
      of: try #require(RealData.folder("boundaries")) + "/" + file.path
    ) { area in
      shapes.append(area.shape)
      if area.mended != nil { mended += 1 }
      let middle = try #require(area.shape.pointOnSurface)
      #expect(area.shape.contains(middle))
      #expect(Waters.name(at: middle) == nil)
    }
    #expect(shapes.count == file.areas)
    #expect(mended == file.mended)
    #expect(file.hectares.contains(shapes.reduce(0) { $0 + $1.area } / 10_000))
  }

  @Test("lie on top of each other, whatever their format and system")
  func agreement() throws {
    let folder = try #require(RealData.folder("boundaries"))
    let boroughs = try areas(folder + "/london/london_boroughs.gpkg", "name")
    let wards = try areas(folder + "/london/london_wards.zip", "GSS_CODE")
    let small = try areas(folder + "/london/lsoa2021-shp/Tower Hamlets.shp", "lsoa21cd")
    let old = try areas(folder + "/uk-geojson/E09000030-lsoa2011.topo.json", "LSOA11CD")
    let index = try #require(boroughs.firstIndex { $0.name == "Tower Hamlets" })
    let borough = AreaIndex(boroughs.map(\.shape))
    for area in small + old {
      let middle = try #require(area.shape.pointOnSurface)
      #expect(borough.area(of: middle) == index)
    }
    let fit = Overlap.between(wards.map(\.shape), boroughs.map(\.shape), least: 10_000)
    #expect(Set(fit.map(\.first)).count == wards.count)
    #expect(fit.filter { $0.second == index }.count >= 20)
  }

  private func areas(
    _ path: String, _ column: String
  ) throws -> [(name: String, shape: MultiPolygon)] {
    var all: [(name: String, shape: MultiPolygon)] = []
    try ReaderProcess().boundaries(of: path) { all.append(($0[column] ?? "", $0.shape)) }
    return all
  }
}
