import Commands
import Database
import Documents
import FoundationEssentials
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Files of open cases", .database)
struct CarryFileTests {
  private static let entries: [(name: String, content: [UInt8])] = [
    ("ASB-2025-17/planted.jpg", SyntheticPhoto.bytes), ("ASB-2025-17/notes.txt", Array("x".utf8)),
    ("ASB-2026-02.jpg", SyntheticPhoto.bytes), ("ASB-1999-01/a.jpg", SyntheticPhoto.bytes),
  ]

  private func evidence(_ fixture: CaseworkFixture, _ path: String) -> CarriedEvidence {
    CarriedEvidence(
      services: fixture.services, system: "Old Register", account: nil,
      files: CarriedFiles(path: path, settings: fixture.services.settings))
  }

  private func folder() throws -> String {
    let path = try TemporaryFolder.ofCase().path + "/files"
    for entry in Self.entries {
      let file = URL(filePath: "\(path)/\(entry.name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(entry.content).write(to: file)
    }
    return path
  }

  private func zipped() throws -> String {
    let path = try TemporaryFolder.ofCase().path + "/files.zip"
    try Data(StoredZip.bytes(Self.entries)).write(to: URL(filePath: path))
    return path
  }

  @Test(
    "come from a folder or a zip, are sealed as evidence and kept once", arguments: Engine.tested,
    [true, false])
  func once(engine: Engine, isZip: Bool) throws {
    let fixture = try CaseworkFixture(engine)
    let kept = try fixture.kept()
    let (tables, path) = (try fixture.tables(kept), isZip ? try zipped() : try folder())
    let trial = try fixture.carrying(kept).trial(tables, evidence(fixture, path))
    #expect(trial.files == 2)
    #expect(try fixture.count("evidence") == 0)
    let report = try fixture.carrying(kept).bring(tables, evidence(fixture, path))
    #expect(report.files == 2)
    let about = report.faults.filter { $0.line == nil }
    #expect(about.count == 2)
    #expect(
      about.contains {
        $0.file.hasSuffix("ASB-2025-17/notes.txt") && $0.reason.contains("kind of file")
      })
    #expect(
      about.contains { $0.file.hasSuffix("ASB-1999-01/a.jpg") && $0.reason.contains("No case") })
    let file = try fixture.carried("ASB/2025-17")
    let held = try fixture.database.read { try fixture.evidence.of(file.id, $0) }
    #expect(held.map(\.state) == [.waiting] && held.map(\.kind) == [.jpeg])
    #expect(held.first?.content.reveal(for: "test").fileName == "planted.jpg")
    #expect(fixture.vaultNames().count == 2)
    for name in fixture.vaultNames() {
      let text = try Bytes.latin(of: "\(fixture.services.settings.files)/\(name)")
      #expect(!text.contains("PlantedPhone"))
    }
    let again = try fixture.carrying(kept).bring([:], evidence(fixture, path))
    #expect(again.files == 0 && again.known == 2 && fixture.vaultNames().count == 2)
    let uploads = fixture.services.settings.uploads
    let left = (try? FileManager.default.contentsOfDirectory(atPath: uploads)) ?? []
    #expect(left.isEmpty)
  }

  @Test(
    "belong to their first folder, or to what they are called",
    arguments: [
      ("A-1/x/y.jpg", "A-1"), ("A-1.jpg", "A-1"), ("A-1.b.jpg", "A-1.b"), ("A-1", "A-1"),
    ])
  func folders(path: String, folder: String) { #expect(CarriedFiles.folder(of: path) == folder) }

  @Test("a path that is not there, and a file that is no zip, are refused with what to do")
  func refused() throws {
    let fixture = try CaseworkFixture()
    var report = CarryReport()
    #expect(throws: InputRefused.self) {
      try evidence(fixture, "/nowhere/at/all").check(&report, planned: [])
    }
    let path = try TemporaryFolder.ofCase().path + "/plain"
    try Data("no zip".utf8).write(to: URL(filePath: path))
    #expect(throws: InputRefused.self) { try evidence(fixture, path).check(&report, planned: []) }
  }

  @Test("tables come as workbooks too", arguments: Engine.tested)
  func workbook(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let kept = try fixture.kept()
    let rows: [[Workbook.Cell]] = [
      [
        "Case No", "Summary", "Opened", "Prio", "Officer", "First visit", "Type", "Street",
        "Next letter",
      ],
      ["ASB/2025-17", "Noise above", "20/10/2025 09:30", "High", "PB"],
    ]
    let path = try TemporaryFolder.ofCase().path + "/cases"
    try Data(Workbook([Workbook.Sheet("Export", rows: rows)]).bytes()).write(
      to: URL(filePath: path))
    let table = try CarriedRows.read(
      path, name: "cases.xlsx", .cases, kept.mapping, fixture.services.settings)
    let report = try fixture.carrying(kept).bring([.cases: table])
    #expect(report.cases == 1 && report.left == 0)
    #expect(try fixture.carried("ASB/2025-17").title == "Noise above")
  }
}
