import Database
import TestKit
import Testing

@Suite("Mapped sources on the command line", .database)
struct MappingJourneys {
  private static let header = "Ref,Type,From,Easting,Northing"

  private static func file(_ rows: Int) -> String {
    ([header] + (1...rows).map { "A\($0),Noise,02/11/2025 22:30,530000,180000" })
      .joined(separator: "\n") + "\n"
  }

  private static let mapping = """
    {"key": "council", "title": "Council", "columns": {"reference": "Ref", "category": "Type",
     "from": "From", "x": "Easting", "y": "Northing"}, "dates": "dd/MM/yyyy HH:mm",
     "system": "EPSG:27700"}
    """

  @Test(
    "are saved from a file and imported with the counts of the contract", arguments: Engine.tested)
  func imported(engine: Engine) throws {
    let program = try Program(engine)
    let mapping = try program.write("council.json", Self.mapping)
    #expect(try program.json("incidents", "mapping", "save", mapping)["version"]?.int == 1)
    #expect(try program.json("incidents", "mapping", "save", mapping)["version"]?.int == 1)
    let file = try program.write("november.csv", Self.file(120))
    let preview = try program.json("incidents", "mapping", "try", "council", file)
    #expect(preview["refused"]?.int == 0 && preview["rows"]?.items.count == 39)
    let counts = try program.json("incidents", "import", file, "--source", "council")
    #expect(counts["stored"]?.int == 120 && counts["files"]?.int == 1)
    let again = try program.json("incidents", "import", file, "--source", "council")
    #expect(again["stored"]?.int == 0 && again["alreadyKnown"]?.int == 120)
    let listed = try program.json("incidents", "mappings")["mappings"]?.items.first
    #expect(listed?["key"]?.string == "council" && listed?["events"]?.int == 120)
    let quality = try program.json("incidents", "quality", "--source", "council")
    #expect(quality["sources"]?.items.first?["key"]?.string == "council")
    #expect(try program.auditIsWhole())
  }

  @Test("say what is wrong and where, and keep nothing of it")
  func refused() throws {
    let program = try Program()
    let unknown = try program.run("incidents", "import", "x.csv", "--source", "nobody")
    #expect(unknown.status == 2 && unknown.messages.contains("nobody"), "\(unknown)")
    let bad = try program.write("bad.json", "{\"key\": \"council\", \"colour\": \"red\"}")
    let stray = try program.run("incidents", "mapping", "save", bad)
    #expect(stray.status == 3 && stray.messages.contains("colour"), "\(stray)")
    let empty = try program.write("empty.json", "{\"key\": \"council\"}")
    let fields = try program.run("incidents", "mapping", "save", empty)
    #expect(fields.status == 3 && fields.messages.contains("“title”"), "\(fields)")
    try program.done("incidents", "mapping", "save", program.write("m.json", Self.mapping))
    let file = try program.write("november.csv", Self.file(50) + "B,Noise,11/13/2025,1,1\n")
    let refused = try program.run("incidents", "import", file, "--source", "council")
    #expect(refused.status == 3, "\(refused)")
    for word in ["november.csv", "line 52", "From", "Nothing was stored"] {
      #expect(refused.messages.contains(word), "\(refused)")
    }
    #expect(try program.number("SELECT COUNT(*) FROM incident_event") == 0)
    let template = try AnyJSON(program.done("incidents", "mapping", "show", "stop-and-search"))
    #expect(template["zone"]?.string == "UTC")
  }
}
