import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("The pages of mapped sources", .database)
struct MappingPageTests {
  typealias Fixture = ExtractFixture

  private static let columns = [
    ("title", "Housing"), ("key", "housing"), ("rows", "events"), ("place", "exact"),
    ("time", "minute"), ("reference", "Ref"), ("category", "Type"), ("from", "From"),
    ("to", "To"), ("x", "Easting"), ("y", "Northing"), ("location", "Street"),
    ("outcome", "Status"), ("dates", "dd/MM/yyyy HH:mm"), ("zone", "Europe/London"),
    ("system", "EPSG:27700"), ("plane", "EPSG:27700"), ("separator", "comma"), ("version", "0"),
  ]

  private func post(
    _ fixture: Fixture, _ path: [String], _ fields: [(String, String)], file: String? = nil,
    as role: Role = .analyst
  ) throws -> Response? {
    let files = try file.map { text -> [UploadedFile] in
      let path = try fixture.write("posted-\(UInt32.random(in: 0...9999)).csv", Array(text.utf8))
      return [UploadedFile(field: "file", name: "a.csv", path: path, size: text.utf8.count)]
    }
    return try fixture.house.answer(
      Request(
        .post, path: ["incidents", "sources"] + path, form: Fields(fields), files: files ?? []),
      as: role)
  }

  @Test("make a mapping from a file that is shown as it is read", arguments: Engine.tested)
  func made(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let text =
      ([Fixture.header, Fixture.row("H1"), Fixture.row("H2", from: "11/13/2026 09:00")])
      .joined(separator: "\n")
    let begun = try post(fixture, ["new"], [("do", "begin"), ("template", "council")], file: text)
    #expect(begun?.status == 200)
    #expect(begun?.words.contains("How the first rows are read") == true)
    let sample = Sample(text: try #require(begun?.value(of: "sample")))
    #expect(sample.headings == Fixture.header.split(separator: ",").map(String.init))
    let fields = Self.columns + [("sample", sample.text)]
    let shown = try #require(try post(fixture, ["new"], fields + [("do", "preview")]))
    #expect(shown.status == 200)
    #expect(shown.words.contains("1 of the first 2 rows would be refused"))
    #expect(shown.words.contains("2 November 2026, 10:30pm"))
    #expect(shown.words.contains("it would be one written MM/dd/yyyy HH:mm"))
    #expect(try fixture.database.read { try MappingStore.find("housing", $0) } == nil)
    let saved = try post(fixture, ["new"], fields + [("do", "save")])
    #expect(saved?.status == 303)
    let mapping = try fixture.database.read { try MappingStore.find("housing", $0) }
    var expected = Mapping.council
    (expected.key, expected.title) = ("housing", "Housing")
    #expect(mapping?.version == 1 && mapping?.mapping == expected)
    #expect(
      try fixture.number(
        "SELECT COUNT(*) FROM audit_entry WHERE action = 'incidents.mapping-saved'") == 1)
  }

  @Test("keep an edited mapping as the next version, unless somebody came between")
  func edited() throws {
    let fixture = try Fixture(.sqlite)
    let page = try fixture.house.visit("incidents", "sources", "council-asb", "edit")
    #expect(page?.status == 200)
    let fields = Self.columns.map { $0.0 == "title" ? ("title", "Council") : $0 }
    let renames =
      fields + [("renames", "Noise = Noise nuisance\r\nLitter=Rubbish"), ("do", "save")]
    let stale = try post(fixture, ["council-asb", "edit"], renames)
    #expect(stale?.status == 422)
    #expect(stale?.words.contains("Somebody saved another version meanwhile") == true)
    let now = renames.map { $0.0 == "version" ? ("version", "1") : $0 }
    #expect(try post(fixture, ["council-asb", "edit"], now)?.status == 303)
    let saved = try #require(
      try fixture.database.read { try MappingStore.find("council-asb", $0) })
    #expect(saved.version == 2 && saved.mapping.title == "Council")
    #expect(saved.mapping.renames == ["Noise": "Noise nuisance", "Litter": "Rubbish"])
    #expect(try fixture.house.visit("incidents", "sources", "council-asb")?.status == 200)
  }

  /// What is refused of the form: the fields that differ, and the sentence at the field.
  static let refusals: [(change: [String: String], field: String, message: String)] = [
    (["title": ""], "title", "Enter a name for the source"),
    (["key": "Housing!"], "key", "Enter a key of 2 to 40 small letters"),
    (["key": "h"], "key", "Enter a key of 2 to 40 small letters"),
    (["key": "police-uk"], "key", "is taken"), (["key": "council-asb"], "key", "is taken"),
    (["category": ""], "category", "Name the column of the category"),
    (["from": ""], "from", "Name the column of the date"),
    (["dates": "dd/mmm/yyyy"], "dates", "Say how dates are written"),
    (["dates": "HH:mm"], "dates", "Say where year and month stand"),
    (["dates": "MM/yyyy HH:mm"], "dates", "Say where the day stands"),
    (["dates": "dd/MM/yyyy"], "dates", "Say where hour and minute stand"),
    (["time": "day"], "to", "Only times to the minute can be an interval"),
    (["y": ""], "y", "Name both columns of the place"),
    (["x": "", "y": ""], "x", "Name the columns of the place"),
    (["place": "area"], "area", "Name the column of the area"),
    (["system": "27700"], "system", "number, such as EPSG:27700 or EPSG:4326"),
    (["system": "EPSG:999999"], "system", "EPSG:999999 is not known"),
    (["plane": "EPSG:4326"], "plane", "Points are kept in metres"),
    (["plane": "EPSG:4258"], "plane", "EPSG:4258 is of degrees"),
    (["renames": "Noise"], "renames", "Write each line as"),
    (["rows": "months"], "place", "A table of months gives areas and months"),
  ]

  @Test("refuse what a mapping cannot say, at its field", arguments: refusals)
  func refused(change: [String: String], field: String, message: String) throws {
    let fixture = try Fixture(.sqlite)
    var fields = Self.columns.map { ($0.0, change[$0.0] ?? $0.1) }
    fields += change.filter { one in !Self.columns.contains { $0.0 == one.key } }
      .map { ($0.key, $0.value) }
    let response = try #require(try post(fixture, ["new"], fields + [("do", "save")]))
    #expect(response.status == 422)
    #expect(response.text.contains("id=\"\(field)-error\""), "\(field)")
    #expect(response.words.contains(message), "\(response.words)")
    #expect(try fixture.database.read { try MappingStore.all($0).count } == 1)
  }

  @Test("import files in the background and show what came of it", arguments: Engine.tested)
  func imported(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let path = try fixture.write(
      "sent.csv", [Fixture.header] + (1...200).map { Fixture.row("A\($0)") })
    let response = try fixture.house.answer(
      Request(
        .post, path: ["incidents", "sources", "council-asb"],
        files: [UploadedFile(field: "files", name: "sent.csv", path: path, size: 1)]))
    #expect(response?.status == 303)
    try fixture.house.runJobs()
    let page = try #require(try fixture.house.visit("incidents", "sources", "council-asb"))
    #expect(page.words.contains("November 2026, so far 200"))
    #expect(page.words.contains("22:00 to 24:00 200"))
    #expect(page.words.contains("18 days behind today"))
    let quality = try fixture.house.visit("incidents", "quality", query: [("force", "council-asb")])
    #expect(quality?.status == 200 && quality?.words.contains("Without a place") == true)
    #expect(try fixture.house.visit("incidents", "imports")?.words.contains("council-asb") == true)
    let empty = try fixture.house.answer(
      Request(.post, path: ["incidents", "sources", "council-asb"]))
    #expect(empty?.status == 422)
  }

  @Test("are seen by all, and changed by those who import", arguments: Role.all)
  func roles(role: Role) throws {
    let fixture = try Fixture(.sqlite)
    let mayChange = [Role.administrator, .analyst, .coordinator].contains(role)
    let list = try fixture.house.visit("incidents", "sources", as: role)
    #expect(list?.words.contains("New source") == mayChange)
    let page = try fixture.house.visit("incidents", "sources", "council-asb", as: role)
    #expect(page?.words.contains("Edit the mapping") == mayChange)
    for path in [["new"], ["council-asb", "edit"], ["council-asb"]] {
      let answer = Result { try post(fixture, path, [("do", "save")], as: role) }
      if mayChange {
        #expect(try answer.get()?.status == 422, "\(path)")
      } else {
        #expect(throws: IncidentProblem.notFound) { try answer.get() }
      }
    }
  }

  @Test("know no source that is not there", arguments: [["x1"], ["x1", "edit"]])
  func absent(path: [String]) throws {
    let fixture = try Fixture(.sqlite)
    #expect(throws: IncidentProblem.notFound) {
      try fixture.house.answer(Request(path: ["incidents", "sources"] + path))
    }
  }
}

extension Response {
  fileprivate var text: String {
    guard case .bytes(let bytes) = body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value of a hidden field, with its escapes taken out.
  fileprivate func value(of field: String) -> String? {
    let parts = text.split(separator: "name=\"\(field)\" value=\"", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let value = parts[1].prefix { $0 != "\"" }
    return [("&quot;", "\""), ("&#34;", "\""), ("&#10;", "\n"), ("&lt;", "<"), ("&amp;", "&")]
      .reduce(String(value)) {
        $0.split(separator: $1.0, omittingEmptySubsequences: false).joined(separator: $1.1)
      }
  }
}
