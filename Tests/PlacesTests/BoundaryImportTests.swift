import FeatureKit
import Access
import Commands
import Database
import Documents
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Places

@Suite("The import of boundaries", .database)
struct BoundaryImportTests {
  @Test(
    "keeps areas with code, name, edition and shape, and notes it in the audit trail",
    arguments: Engine.tested)
  func keeps(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    let result = try fixture.importAreas(Squares.row(3), BoundaryOptions(kind: .ward))
    #expect(result.areas == 3 && result.stored == 3)
    #expect(result.edition == 2022 && !result.isEditionAssumed)
    #expect(result.codeField == "WD22CD" && result.nameField == "WD22NM")
    let shapes = try fixture.read { read in
      try fixture.services.areas.shapes(.ward, 2022, read)
    }
    #expect(shapes.map(\.area.code) == ["E05000001", "E05000002", "E05000003"])
    #expect(shapes.map(\.area.name) == ["Ward 1", "Ward 2", "Ward 3"])
    #expect(shapes.map(\.shape.area) == [1e6, 1e6, 1e6])
    let audited = try fixture.read { read in
      try read.all("SELECT action FROM audit_entry ORDER BY number LIMIT 10") { try $0.text() }
    }
    #expect(audited == ["places.boundaries-imported"])
    #expect(fixture.announced.withLock { $0 } == 1)
  }

  @Test("changes nothing the second time", arguments: Engine.tested)
  func again(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    let features = Squares.row(3)
    try fixture.importAreas(features, BoundaryOptions(kind: .ward))
    let again = try fixture.importAreas(features, BoundaryOptions(kind: .ward))
    #expect(again.areas == 3 && again.stored == 0)
    #expect(try fixture.number("SELECT COUNT(*) FROM place_area") == 3)
    #expect(try fixture.number("SELECT COUNT(*) FROM audit_entry") == 1)
    #expect(fixture.announced.withLock { $0 } == 1)
  }

  @Test("adds further files to an edition, and keeps editions apart", arguments: Engine.tested)
  func editions(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    try fixture.importAreas(Squares.row(2), name: "a.json", BoundaryOptions(kind: .ward))
    let before = try fixture.read { read in try fixture.services.areas.editions(read) }
    try fixture.importAreas(
      Squares.row(3, prefix: "E0501000"), name: "b.json", BoundaryOptions(kind: .ward))
    try fixture.importAreas(
      Squares.row(2, code: "WD13CD", name: "WD13NM"), name: "c.json", BoundaryOptions(kind: .ward))
    let after = try fixture.read { read in try fixture.services.areas.editions(read) }
    #expect(after.map(\.year) == [2022, 2013])
    #expect(after.map(\.count) == [5, 2])
    #expect(before.first?.stamp != after.first?.stamp)
    let latest = try fixture.read { read in try fixture.services.areas.latest(.ward, read) }
    #expect(latest?.year == 2022)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let features: [BoundaryFeature]
    var kind = AreaKind.ward
    var edition: Int?
    var codeField: String?
    let reason: String
    var testDescription: String { reason }
  }

  static let bad = [
    Bad(features: [], reason: "it holds no area."),
    Bad(
      features: Squares.row(1) + Squares.row(1),
      reason: "the code E05000001 is there twice, in areas 1 and 1."),
    Bad(
      features: Squares.row(2), edition: 2013,
      reason: "the column WD22CD is of the edition of 2022, not of 2013."),
    Bad(
      features: Squares.row(2), kind: .lsoa,
      reason: "codes such as E05000001 are those of Wards, not of LSOAs."),
    Bad(
      features: Squares.row(2), codeField: "CODE",
      reason: "there is no column “CODE”. Its columns are WD22CD, WD22NM."),
    Bad(
      features: [Squares.feature(1, [("colour", "red")])],
      reason: "no column holds codes of areas. Its columns are colour."),
    Bad(
      features: [
        Squares.feature(1, [("WD22CD", "E05000001")]), Squares.feature(2, [("WD22NM", "North")]),
      ], reason: "area 2 has nothing in WD22CD."),
    Bad(
      features: [Squares.feature(1, [("WD22CD", "E05000001")], width: 0)],
      reason: "E05000001 has no shape with an area."),
  ]

  @Test("refuses a file with a plain reason and keeps nothing of it", arguments: bad)
  func refuses(bad: Bad) throws {
    let fixture = try PlacesFixture(.sqlite)
    var options = BoundaryOptions(kind: bad.kind, edition: bad.edition)
    options.codeField = bad.codeField
    let refused = #expect(throws: InputRefused.self) {
      try fixture.importAreas(bad.features, options)
    }
    #expect(refused?.reason.hasPrefix(bad.reason) == true, "\(refused?.reason ?? "")")
    #expect(refused?.reason.hasSuffix("Nothing was stored.") == true)
    #expect(try fixture.number("SELECT COUNT(*) FROM place_boundary_file") == 0)
    #expect(fixture.announced.withLock { $0 } == 0)
  }

  @Test("refuses a code the edition has from another file", arguments: Engine.tested)
  func overlapping(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    try fixture.importAreas(Squares.row(2), name: "a.json", BoundaryOptions(kind: .ward))
    let refused = #expect(throws: InputRefused.self) {
      try fixture.importAreas(Squares.row(3), name: "b.json", BoundaryOptions(kind: .ward))
    }
    #expect(refused?.reason.contains("E05000001 is among the Wards of 2022 already") == true)
    #expect(try fixture.number("SELECT COUNT(*) FROM place_area") == 2)
    #expect(try fixture.number("SELECT COUNT(*) FROM place_boundary_file") == 1)
  }

  @Test("refuses the same file as another kind")
  func otherKind() throws {
    let fixture = try PlacesFixture(.sqlite)
    let features = [Squares.feature(1, [("code", "A"), ("name", "North")])]
    try fixture.importAreas(features, BoundaryOptions(kind: .neighbourhood, edition: 2020))
    let refused = #expect(throws: InputRefused.self) {
      try fixture.importAreas(features, BoundaryOptions(kind: .hotspot, edition: 2020))
    }
    #expect(
      refused?.reason.hasPrefix("this file was imported as the Neighbourhoods of 2020.") == true)
  }

  @Test("says which rings were mended, and takes this year where nobody says one")
  func mended() throws {
    let fixture = try PlacesFixture(.sqlite)
    let features = [
      Squares.feature(1, [("GSS_CODE", "E05000001"), ("NAME", "North")]),
      Squares.feature(
        2, [("GSS_CODE", "E05000002"), ("NAME", "South")], east: 401_000,
        mended: "Self-intersection"),
    ]
    let result = try fixture.importAreas(features, BoundaryOptions(kind: .ward))
    #expect(result.mended == [.init(code: "E05000002", reason: "Self-intersection")])
    #expect(result.edition == 2026 && result.isEditionAssumed)
    #expect(result.nameField == "NAME")
    #expect(
      try fixture.number("SELECT COUNT(*) FROM place_area WHERE mended IS NOT NULL") == 1)
  }
}

@Suite("The columns of a boundary file")
struct AreaColumnsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let attributes: [(String, String)]
    let kind: AreaKind
    let wanted: String
    var testDescription: String { wanted }

    init(_ attributes: [(String, String)], _ kind: AreaKind, _ wanted: String) {
      self.attributes = attributes
      self.kind = kind
      self.wanted = wanted
    }
  }

  static let cases = [
    Case(
      [("WD13CD", "E05000573"), ("WD13CDO", "00BG"), ("WD13NM", "Bow")], .ward,
      "WD13CD WD13NM 2013"),
    Case(
      [
        ("lsoa21cd", "E01004198"), ("lsoa21nm", "TH 1"), ("msoa21cd", "E02000001"),
        ("lad22cd", "E09000030"),
      ], .lsoa, "lsoa21cd lsoa21nm 2021"),
    Case(
      [("name", "Kingston"), ("gss_code", "E09000021"), ("ons_inner", "F")], .borough,
      "gss_code name nil"),
    Case(
      [("NAME", "Bow"), ("LB_GSS_CD", "E09000030"), ("GSS_CODE", "E05000573")], .ward,
      "GSS_CODE NAME nil"),
    Case(
      [("objectid", "E06000008"), ("district", "Blackburn")], .borough, "objectid district nil"),
    Case(
      [("ward_code", "E05001643"), ("ward_name", "Anchorsholme")], .ward,
      "ward_code ward_name nil"),
    Case([("code", "N1"), ("title", "North beat")], .neighbourhood, "code title nil"),
    Case([("code", "N1")], .hotspot, "code code nil"),
  ]

  @Test("are found by their names or by what they hold", arguments: cases)
  func found(one: Case) throws {
    let columns = try AreaColumns(
      of: [Squares.feature(1, one.attributes)], one.kind, code: nil, name: nil)
    let edition = columns.edition.map(String.init) ?? "nil"
    #expect("\(columns.code) \(columns.name) \(edition)" == one.wanted)
  }
}
