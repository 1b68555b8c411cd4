import Database
import Documents
import Geography
import Glibc
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("An import by a mapping killed at a named point", .database)
struct KilledExtractTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    /// Rows that count afterwards: none of the new file until the last transaction is kept.
    let isVisible: Bool
    var testDescription: String { name }
  }

  private static let rows = 10_000
  static let faults = [
    Fault(name: "incidents.events:1", isVisible: false),
    Fault(name: "incidents.events:2", isVisible: false),
    Fault(name: "incidents.parts.publish", isVisible: false),
    Fault(name: "incidents.parts.published", isVisible: false),
    Fault(name: "incidents.parts.acknowledge", isVisible: true),
  ]

  @Test(
    "leaves nothing half done, and the next import finishes the work", arguments: Engine.tested,
    faults)
  func killed(engine: Engine, fault: Fault) async throws {
    let fixture = try ImportFixture(engine)
    let saved = try fixture.database.write { write in
      try MappingStore.save(.council, by: nil, at: HouseFixture.now, in: write)
    }
    let folder = try StreetFolder()
    let header = Array("\(ExtractFixture.header)\n".utf8)
    let first = try folder.write(
      "1.csv", header + Array("\(ExtractFixture.row("A1", type: "Litter"))\n".utf8))
    _ = try fixture.importFiles(by: saved, first)
    let lines = (1...Self.rows).map { ExtractFixture.row("A\($0)") + "\n" }
    let path = try folder.write("2.csv", header + Array(lines.joined().utf8))
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [address = fixture.address as String, path = path as String, name = fault.name as String] in
      setenv("HAMLET_FAULT", name, 1)
      let fixture = try ImportFixture(address: address)
      let saved = try #require(
        try fixture.database.read { try MappingStore.find("council-asb", $0) })
      _ = try fixture.importFiles(by: saved, path)
    }
    #expect(try fixture.counted() == (fault.isVisible ? Self.rows : 1))
    let counts = try fixture.importFiles(by: saved, path)
    #expect(counts.stored + counts.alreadyKnown == Self.rows)
    #expect(counts.alreadyKnown == (fault.isVisible ? Self.rows : 0))
    #expect(try fixture.counted() == Self.rows)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_event") == Self.rows)
  }
}

extension ImportFixture {
  fileprivate func importFiles(by saved: SavedMapping, _ path: String) throws -> ImportCounts {
    let source = SourceVersion(key: saved.mapping.key, version: saved.version)
    let reader = FileReader.live(Settings())
    let decoder = try ExtractDecoder(saved.mapping, today: clock.today) { _ in .britishGrid }
    let run = ExtractRun(
      saved, decoder,
      store: ImportStore(
        database: database, clock: clock, keyring: keyring, source: source),
      reader: reader, workbooks: .init(), options: ImportOptions(asOf: clock.today),
      observer: ImportObserver())
    return try run(SourceFiles.find([path], .mapped, entries: reader.entries))
  }

  /// Events that count, by their kept counts.
  fileprivate func counted() throws -> Int {
    try number(
      """
      SELECT CAST(SUM(t.count) AS BIGINT) FROM incident_tally t \
      JOIN incident_part p ON p.id = t.part WHERE p.state = 'current' AND t.scale = 0
      """)
  }
}
