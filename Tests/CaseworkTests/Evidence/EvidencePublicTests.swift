import Database
import FeatureKit
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Files of a report", .database)
struct EvidencePublicTests {
  /// Somebody who stands before the page for files.
  private func before(_ fixture: CaseworkFixture) throws -> Resident {
    let resident = Resident(fixture)
    try resident.go("/report")
    try resident.go("/report/what")
    try resident.post([("kind", "litter")])
    for answer in PublicTests.answers[..<2] { try resident.post(answer) }
    try resident.post([("narrative", "Shouting on the stairs, Planted"), ("act", "files")])
    return resident
  }

  private func send(_ resident: Resident) throws {
    try resident.post([("act", "continue")])
    for _ in 0..<2 { try resident.post([]) }
    try resident.post([("identity", "anonymous")])
    resident.fixture.clock.advance(seconds: 60)
    try resident.post([])
  }

  @Test("come with it, are counted on the check, and belong to it", arguments: Engine.tested)
  func sent(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = try before(fixture)
    try resident.post([("act", "add")], files: [CaseworkFixture.upload(CaseworkFixture.photo)])
    #expect(resident.path == "/report/files" && resident.page.words.contains("1. Photo, 1 KB"))
    #expect(!resident.page.words.contains("planted.jpg"))
    try resident.post([("act", "continue")])
    for _ in 0..<2 { try resident.post([]) }
    try resident.post([("identity", "anonymous")])
    #expect(resident.path == "/report/check" && resident.page.words.contains("Photo, 1 KB"))
    fixture.clock.advance(seconds: 60)
    try resident.post([])
    #expect(resident.path == "/report/sent")
    let file = try fixture.newest()
    guard case .report(let report) = file.owner else { throw EvidenceProblem.notFound }
    let reference = try fixture.database.read { try fixture.store.find(report, $0)?.reference }
    let known = try #require(reference)
    let page = try #require(try fixture.visit("/reports/\(known)", as: .officer))
    #expect(page.words.contains("Photo, 1 KB"))
  }

  @Test("are optional, and a report stands without them", arguments: Engine.tested)
  func without(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = try before(fixture)
    try send(resident)
    #expect(resident.path == "/report/sent" && fixture.vaultNames().isEmpty)
  }

  @Test("are sent with “Continue” as well, and taken away one by one")
  func removed() throws {
    let fixture = try CaseworkFixture()
    let resident = try before(fixture)
    let upload = try CaseworkFixture.upload(CaseworkFixture.photo)
    try resident.post([("act", "continue")], files: [upload])
    #expect(resident.path == "/report/people")
    try resident.go("/report/files")
    let id = try fixture.newest().id
    let stranger = try before(fixture)
    try stranger.post([("remove", id.description)])
    #expect(fixture.vaultNames().count == 1)
    try resident.post([("remove", id.description)])
    #expect(resident.path == "/report/files" && !resident.page.words.contains("1. Photo"))
    #expect(fixture.vaultNames().isEmpty)
  }

  @Test(
    "are refused at the field, and nothing written before is lost",
    arguments: [
      ("add", nil, EvidenceTaking.missing),
      ("add", Array("<script>".utf8), "not a kind of file we take"),
      ("continue", Array("PK\u{3}\u{4}".utf8), "not a kind of file we take"),
    ] as [(String, [UInt8]?, String)])
  func refused(act: String, bytes: [UInt8]?, words: String) throws {
    let fixture = try CaseworkFixture()
    let resident = try before(fixture)
    try resident.post(
      [("act", act)], files: try bytes.map { [try CaseworkFixture.upload($0)] } ?? [])
    #expect(resident.page.status == 422 && resident.page.words.contains(words))
    #expect(resident.page.text.contains("<title>Error: "))
    #expect(fixture.vaultNames().isEmpty)
    try send(resident)
    #expect(resident.path == "/report/sent")
  }

  @Test("are at most twenty")
  func most() throws {
    let fixture = try CaseworkFixture()
    let resident = try before(fixture)
    for _ in 0..<EvidenceTaking.mostOfReport {
      try resident.post([("act", "add")], files: [CaseworkFixture.upload(CaseworkFixture.photo)])
    }
    #expect(resident.page.status == 200)
    try resident.post([("act", "add")], files: [CaseworkFixture.upload(CaseworkFixture.photo)])
    #expect(resident.page.words.contains(EvidenceTaking.tooMany))
    #expect(fixture.vaultNames().count == EvidenceTaking.mostOfReport)
  }

  @Test("go with the draft that is deleted, or ends", arguments: Engine.tested, [true, false])
  func ended(engine: Engine, byHand: Bool) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = try before(fixture)
    try resident.post([("act", "add")], files: [CaseworkFixture.upload(CaseworkFixture.photo)])
    if byHand {
      try resident.post([], to: "/report/discard")
    } else {
      fixture.clock.advance(seconds: 8 * 86_400)
      try fixture.work()
    }
    #expect(fixture.vaultNames().isEmpty)
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM evidence") } == 0)
  }

  @Test("that have no row, since the program was killed, are swept a day later")
  func orphans() throws {
    let fixture = try CaseworkFixture()
    let resident = try before(fixture)
    try resident.post([("act", "add")], files: [CaseworkFixture.upload(CaseworkFixture.photo)])
    let path = "\(fixture.services.settings.files)/orphan.original"
    try Data([1]).write(to: URL(filePath: path))
    #expect(try EvidenceSweep.sweep(fixture.services, at: Clock.system.now()) == 0)
    let later = Clock.system.now().adding(seconds: 90_000)
    #expect(try EvidenceSweep.sweep(fixture.services, at: later) == 1)
    #expect(fixture.vaultNames().count == 1)
  }

  @Test("are added later with the secret, and told of there alone", arguments: Engine.tested)
  func later(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let receipt = try fixture.database.write { write in
      try fixture.store.add(CaseworkFixture.report(), at: fixture.now, in: write).receipt
    }
    let resident = Resident(fixture)
    try resident.go("/report/track")
    try resident.post([("reference", receipt.reference), ("secret", receipt.secret)])
    let upload = try CaseworkFixture.upload(CaseworkFixture.photo)
    try resident.post([("act", "file")], files: [upload])
    #expect(resident.page.words.contains("The file is added to your report."))
    #expect(resident.page.words.contains("Photo, 1 KB, added 20 November 2026"))
    #expect(!resident.page.text.contains("/evidence/"))
    #expect(try fixture.trail().contains { $0.hasPrefix("evidence.added") })
    try resident.post([("act", "file")], to: "/report/track/own")
    #expect(resident.page.status == 422 && resident.page.words.contains(EvidenceTaking.missing))
    let stranger = Resident(fixture)
    try stranger.go("/report/track")
    try stranger.post([("act", "file")], to: "/report/track/own", files: [upload])
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM evidence") } == 1)
  }

  @Test("may be large only from whoever writes a report or has opened one")
  func gate() throws {
    let fixture = try CaseworkFixture()
    func bytes(_ path: String, _ cookies: [String: String]) throws -> Int {
      let request = try Request(path, form: [], cookies: cookies)
      return try Casework.feature.publicUploadBytes(request, fixture.services)
    }
    let resident = try before(fixture)
    #expect(try bytes("/report/files", resident.cookies) == EvidenceGate.most)
    #expect(try bytes("/report/words", resident.cookies) == 0)
    #expect(try bytes("/report/track/own", resident.cookies) == 0)
    #expect(try bytes("/report/files", [:]) == 0)
    let invented = ["hamlet-report": String(repeating: "x", count: 43)]
    #expect(try bytes("/report/files", invented) == 0)
    try send(resident)
    #expect(try bytes("/report/files", resident.cookies) == 0)
  }
}
