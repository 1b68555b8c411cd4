import Geography
import Testing

@testable import Documents

@Suite(
  "Real postcode files",
  .enabled(
    if: RealData.folder("postcodes") != nil,
    "the real files are absent: set HAMLET_TEST_DATA to the folder that holds postcodes"))
struct RealPostcodeTests {
  @Test("have the shape of postcodes, each and every one, and are found by nearness")
  func codePoint() throws {
    let folder = try #require(RealData.folder("postcodes")) + "/codepoint-open-2014-08/"
    var postcodes: [Postcode] = []
    var points: [GridPoint] = []
    for name in ["bs", "e", "ec", "lu", "mk"] {
      var csv = CSVReader()
      let take = { (row: CSVRecord) in
        let postcode = try #require(Postcode(row.text(0)), "\(row.text(0))")
        #expect(postcode.compact == row.text(0).replacing(" ", with: ""))
        #expect(postcode.area.lowercased() == name)
        postcodes.append(postcode)
        points.append(
          GridPoint(
            easting: try #require(Double(row.text(2))), northing: try #require(Double(row.text(3))))
        )
      }
      try ReaderProcess().extract(from: folder + "\(name).csv.gz") { piece in
        if case .bytes(let bytes) = piece { try csv.read(bytes, take) }
      }
      try csv.finish(take)
    }
    #expect(postcodes.count == 67_568)
    #expect(Set(postcodes).count == postcodes.count)
    let tower = GridPoint(easting: 533_623, northing: 180_552)
    let near = PointIndex(points).nearest(to: tower, count: 3, within: 500)
    #expect(near.count == 3)
    #expect(near.allSatisfy { ["E1W", "EC3N"].contains(postcodes[$0.index].outward) })
  }
}
