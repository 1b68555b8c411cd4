import Access
import Database
import Documents
import FeatureKit
import FoundationEssentials
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("Evidence on a case", .database)
struct EvidenceTests {
  static let isEquipped = ["/usr/bin/exiftool", "/usr/bin/qpdf"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// A case with a photo that was looked through by a scanner that says something.
  private func added(
    _ engine: Engine = .sqlite, scanner reply: String? = "stream: OK"
  ) throws -> (CaseworkFixture, Reference, ID<EvidenceFile>) {
    let daemon = try reply.map {
      try ScannerStandIn(in: TemporaryFolder.ofCase().path, reply: $0)
    }
    defer { daemon?.stop() }
    let fixture = try CaseworkFixture(engine) { $0.scanner = daemon?.path }
    let file = try fixture.openCase(try fixture.report())
    let id = try fixture.addEvidence(file)
    try fixture.work()
    return (fixture, file, id)
  }

  @Test(
    "is sealed, hashed and looked through; its copy says nothing of place and device",
    .enabled(if: isEquipped, "ExifTool and qpdf are not installed"), arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let (fixture, file, id) = try added(engine)
    let kept = try fixture.file(id)
    #expect(kept.state == .ready && kept.kind == .jpeg && kept.received == kept.size)
    #expect(kept.sha256 == SHA256.hash(CaseworkFixture.photo).hexadecimal)
    let copy = try #require(try fixture.evidence("/evidence/\(id)/copy"))
    #expect(copy.streamed.starts(with: [0xFF, 0xD8, 0xFF]))
    #expect(copy.streamed.isEmpty)  // It was read to its end.
    let text = try #require(try fixture.evidence("/evidence/\(id)/copy")).streamed
    #expect(!String(decoding: text, as: UTF8.self).contains("Planted"))
    #expect(text.count == kept.copySize)
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains("Broken door, Planted") && page.contains("Can be opened"))
    #expect(page.contains("Everyday copy of a photo, video or document opened"))
    let known = try fixture.trail().filter { $0.hasPrefix("evidence.") }
    #expect(
      known == ["evidence.added file=\(id)", "evidence.opened file=\(id)"]
        + ["evidence.opened file=\(id)"])
  }

  @Test("leaves nothing of itself readable on disk or in the database")
  func sealed() throws {
    let (fixture, _, _) = try added()
    let names = fixture.vaultNames()
    #expect(names.contains { $0.hasSuffix(".original") })
    for name in names {
      let bytes = try Data(contentsOf: URL(filePath: "\(fixture.services.settings.files)/\(name)"))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Planted"))
      #expect(!bytes.starts(with: [0xFF, 0xD8]))
    }
    let path = try #require(fixture.database.path)
    for file in [path, path + "-wal"] {
      #expect(!(try Bytes.latin(of: file).lowercased().contains("planted")))
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: fixture.services.settings.uploads)
    #expect(left.isEmpty)
  }

  @Test("is sent so that a browser runs nothing of it")
  func headers() throws {
    let (fixture, _, id) = try added()
    let form = [("original-reason", "For the court")]
    let answer = try #require(try fixture.evidence("/evidence/\(id)/original", form: form))
    #expect(answer.header("Content-Type") == "image/jpeg")
    #expect(answer.header("Content-Disposition") == "attachment; filename=\"original-\(id).jpg\"")
    #expect(answer.header("Content-Security-Policy")?.contains("sandbox") == true)
    #expect(answer.header("X-Content-Type-Options") == "nosniff")
    #expect(answer.header("Cache-Control") == "no-store")
    #expect(answer.streamed == CaseworkFixture.photo)
  }

  @Test("gives the original for a reason that is kept and shown", arguments: Engine.tested)
  func original(engine: Engine) throws {
    let (fixture, _, id) = try added(engine)
    let refused = try #require(
      try fixture.evidence("/evidence/\(id)/original", form: [("original-reason", " ")]))
    #expect(refused.status == 422 && refused.words.contains("Enter why"))
    #expect(try !fixture.trail().contains { $0.hasPrefix("evidence.original-opened") })
    _ = try fixture.evidence(
      "/evidence/\(id)/original", form: [("original-reason", "For the court, Planted")])
    #expect(try fixture.trail().last == "evidence.original-opened file=\(id)")
    let page = try #require(try fixture.evidence("/evidence/\(id)")).words
    #expect(page.contains("For the court, Planted"))
  }

  @Test(
    "that no scanner looked through is opened by nobody before a manager releases it",
    arguments: Engine.tested)
  func held(engine: Engine) throws {
    let (fixture, _, id) = try added(engine, scanner: nil)
    #expect(try fixture.file(id).state == .held)
    let why = [("original-reason", "Court"), ("release-reason", "I know the sender")]
    for role in [Role.officer, .manager] {
      #expect(try fixture.evidenceStatus("/evidence/\(id)/copy", as: role) == 409)
      #expect(try fixture.evidenceStatus("/evidence/\(id)/original", as: role, form: why) == 409)
    }
    #expect(try #require(try fixture.evidence("/evidence", as: .manager)).words.contains("Photo"))
    #expect(
      try fixture.evidenceStatus(
        "/evidence/\(id)/release", as: .manager, form: [("release-reason", "")]) == 422)
    #expect(try fixture.file(id).state == .held)
    #expect(try fixture.evidenceStatus("/evidence/\(id)/release", as: .manager, form: why) == 303)
    #expect(try fixture.evidenceStatus("/evidence/\(id)/original", form: why) == 200)
    #expect(try fixture.trail().contains("evidence.released file=\(id)"))
  }

  @Test(
    "stands by what the scanner says",
    arguments: [
      ("stream: OK", EvidenceState.ready, ""),
      ("stream: Eicar-Test-Signature FOUND", .infected, "The scanner found Eicar-Test-Signature."),
      ("INSTREAM size limit exceeded. ERROR", .held, "StreamMaxLength"),
      ("stream: broken ERROR", .held, "could not look through"), ("", .held, "gave no answer"),
    ])
  func scanned(reply: String, state: EvidenceState, note: String) throws {
    let (fixture, _, id) = try added(scanner: reply)
    let file = try fixture.file(id)
    #expect(file.state == state)
    #expect(file.content.reveal(for: "test").notes.joined().contains(note))
    let page = try #require(try fixture.evidence("/evidence/\(id)", as: .manager)).words
    if state == .infected {
      #expect(file.copySize == nil && !page.contains("Release it"))
      let why = [("release-reason", "x")]
      #expect(
        try FeatureKit.status {
          do {
            return try fixture.evidence("/evidence/\(id)/release", as: .manager, form: why)
          } catch DatabaseError.stale { return Response(status: 409) }
        } == 409)
    }
  }

  @Test("is looked through again when the scanner is back")
  func again() throws {
    let folder = try TemporaryFolder.ofCase().path
    let fixture = try CaseworkFixture { $0.scanner = folder + "/clamd.ctl" }
    let id = try fixture.addEvidence(try fixture.openCase(try fixture.report()))
    try fixture.work()
    #expect(try fixture.file(id).state == .held)
    let daemon = try ScannerStandIn(in: folder, reply: "stream: OK")
    defer { daemon.stop() }
    fixture.clock.advance(seconds: 7200)
    try fixture.work()
    #expect(try fixture.file(id).state == .ready)
  }

  @Test("shows an incident of the diary where it is said to", arguments: Engine.tested)
  func described(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let occasion = try fixture.database.read { read in
      try read.count("SELECT id FROM report_occasion")
    }
    let id = try fixture.addEvidence(file, CaseworkFixture.photo, [("incident", "\(occasion)")])
    #expect(try fixture.file(id).occasion == occasion)
    let version = try fixture.file(id).version
    let form = [("description", "The stairs"), ("incident", ""), ("version", "\(version)")]
    #expect(try fixture.evidenceStatus("/evidence/\(id)/describe", form: form) == 303)
    #expect(try fixture.file(id).occasion == nil)
    #expect(try fixture.file(id).content.reveal(for: "test").description == "The stairs")
    // The second of two who describe it sees both texts, and may put theirs in its place.
    let late = [("description", "The door"), ("incident", ""), ("version", "\(version)")]
    let page = try #require(try fixture.evidence("/evidence/\(id)/describe", form: late))
    #expect(page.status == 422 && page.words.contains("Somebody changed it meanwhile"))
    #expect(page.text.contains("The stairs") && page.text.contains("The door"))
    let wrong = [("description", "x"), ("incident", "999"), ("version", "\(version + 1)")]
    #expect(try fixture.evidenceStatus("/evidence/\(id)/describe", form: wrong) == 422)
  }

  @Test("is deleted for good, and that it was there is not", arguments: Engine.tested)
  func deleted(engine: Engine) throws {
    let (fixture, file, id) = try added(engine)
    let hash = try #require(try fixture.file(id).sha256)
    let why = [("delete-reason", "Sent by mistake")]
    #expect(try fixture.evidenceStatus("/evidence/\(id)/delete", as: .manager, form: why) == 303)
    #expect(fixture.vaultNames().isEmpty)
    let left = try fixture.file(id)
    #expect(left.state == .deleted && left.sha256 == hash && left.copySize == nil)
    #expect(left.content.reveal(for: "test") == EvidenceFile.Content())
    let page = try #require(try fixture.evidence("/evidence/\(id)")).words
    #expect(page.contains("Sent by mistake") && page.contains(hash.suffix(16)))
    #expect(try fixture.evidenceStatus("/evidence/\(id)/copy") == 409)
    #expect(try fixture.evidenceStatus("/evidence/\(id)/delete", as: .manager, form: why) == 409)
    #expect(try #require(try fixture.answer("/cases/\(file)")).words.contains("Evidence deleted"))
  }

  @Test(
    "is refused at the field with what to do, and leaves nothing behind",
    arguments: [
      (Array("<html>".utf8), "door.jpg", "not a kind of file we take"),
      ([], "door.jpg", "is empty"),
      (Array("MZ program".utf8), "door.pdf", "whatever its name says"),
    ])
  func refused(bytes: [UInt8], name: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let answer = try #require(
      try fixture.evidence(
        "/evidence/add/\(file)", form: [("description", "Kept words")],
        files: [CaseworkFixture.upload(bytes, name: name)]))
    #expect(answer.status == 422 && answer.words.contains(words), "\(answer.words)")
    #expect(answer.text.contains("Kept words") && answer.text.contains("href=\"#evidence\""))
    #expect(fixture.vaultNames().isEmpty)
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM evidence") } == 0)
  }

  @Test("opens after the key was rotated, its pieces untouched", arguments: Engine.tested)
  func rotated(engine: Engine) throws {
    let keyring = Keyring.forTests()
    let fixture = try CaseworkFixture(engine, keyring: keyring)
    let id = try fixture.addEvidence(try fixture.openCase(try fixture.report()))
    try fixture.work()
    let why = [("release-reason", "Known")]
    _ = try fixture.evidence("/evidence/\(id)/release", as: .manager, form: why)
    try keyring.rotate(at: Instant(milliseconds: 0))
    try fixture.database.write { write in
      try fixture.services.jobs.enqueue("evidence.reseal", payload: "", in: write)
    }
    try fixture.work()
    let versions = try fixture.database.read { read in
      try read.all("SELECT content FROM evidence UNION ALL SELECT words FROM evidence_reason") {
        row in keyring.sealedVersion(try row.bytes())
      }
    }
    #expect(versions == [2, 2])
    let form = [("original-reason", "Court")]
    let answer = try #require(try fixture.evidence("/evidence/\(id)/original", form: form))
    #expect(answer.streamed == CaseworkFixture.photo)
  }

  @Test("is found by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let queries: [(SQL, String)] = [
      (EvidenceStore.draftQuery(ID(1)), "evidence_draft"),
      (EvidenceStore.reportQuery(ID(1)), "evidence_report"),
      (EvidenceStore.caseQuery(ID(1)), "evidence_case"),
      (EvidenceStore.reportsQuery(ID(1)), "evidence_report"),
      (EvidenceStore.listQuery(.held, nil, 50), "evidence_state"),
    ]
    for (query, index) in queries {
      let plan = try QueryPlan.of(query, fixture.database)
      #expect(plan.uses(index: index) && !plan.readsAll(of: "evidence"), "\(plan)")
    }
  }

  @Test("is listed, checked and looked through again from the shell")
  func commands() throws {
    let (fixture, _, id) = try added(scanner: nil)
    let list = run(fixture, ["evidence", "list", "--json"])
    #expect(list.status == 0 && list.output.contains("\"kind\":\"jpeg\""), "\(list)")
    #expect(run(fixture, ["evidence", "check"]).output.contains("1 files are whole"))
    #expect(
      run(fixture, ["evidence", "examine"]).output.contains("1 files will be looked through"))
    #expect(run(fixture, ["evidence", "sweep"]).output.contains("0 files"))
    let name = "\(fixture.services.settings.files)/\(try fixture.file(id).name).original"
    try FileManager.default.removeItem(atPath: name)
    let bad = run(fixture, ["evidence", "check"])
    #expect(bad.status == 1 && bad.output.contains("File \(id) is missing"), "\(bad)")
    #expect(run(fixture, ["evidence", "list", "--state", "nothing"]).status == 2)
  }
}
