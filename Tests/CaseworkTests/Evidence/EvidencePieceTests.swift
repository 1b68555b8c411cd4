import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("A large file in pieces", .database)
struct EvidencePieceTests {
  /// Three pieces and a half of the kind a phone's video begins with.
  static let video: [UInt8] =
    [0, 0, 0, 24] + Array("ftypmp42\0\0\0\0mp42isom".utf8)
    + (24..<(3 * SealedFile.pieceBytes + 500)).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  private let size = SealedFile.pieceBytes

  /// Somebody who stands before the page for files, and the token of its forms.
  private func before(_ fixture: CaseworkFixture) throws -> Resident {
    let resident = Resident(fixture)
    try resident.go("/report")
    try resident.go("/report/what")
    try resident.post([("kind", "litter")])
    for answer in PublicTests.answers[..<2] { try resident.post(answer) }
    try resident.post([("narrative", "Shouting on the stairs, Planted"), ("act", "files")])
    return resident
  }

  /// What the script is told.
  private func send(
    _ resident: Resident, _ token: String, at: Int? = nil, _ piece: ArraySlice<UInt8>? = nil,
    name: String = "a.mp4", size: Int = video.count, to path: String = "/report/files/pieces"
  ) throws -> String {
    let fields = [("csrf", token), ("name", name), ("size", String(size)), ("at", String(at ?? 0))]
    let files = try piece.map { bytes in
      let upload = try CaseworkFixture.upload(Array(bytes))
      return [UploadedFile(field: "piece", name: "piece", path: upload.path, size: upload.size)]
    }
    return try resident.say(path, fields, files ?? [])
  }

  @Test("comes whole, and belongs to the report that is sent", arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = try before(fixture)
    let token = try #require(resident.hidden("csrf"))
    #expect(try send(resident, token) == #"{"file":"","at":0,"whole":false}"#)
    let first = try send(resident, token, at: 0, Self.video[..<size])
    let id = try fixture.newest().id
    #expect(first == #"{"file":"\#(id)","at":65536,"whole":false}"#)
    // The answer was lost: the script asks, and the same piece changes nothing.
    #expect(try send(resident, token) == first)
    #expect(try send(resident, token, at: 0, Self.video[..<size]) == first)
    _ = try send(resident, token, at: size, Self.video[size..<(3 * size)])
    let last = try send(resident, token, at: 3 * size, Self.video[(3 * size)...])
    #expect(last == #"{"file":"\#(id)","at":\#(Self.video.count),"whole":true}"#)
    try fixture.work()
    #expect(try fixture.file(id).sha256 == SHA256.hash(Self.video).hexadecimal)
    #expect(try fixture.file(id).kind == .mp4)
    try resident.go("/report/files")
    #expect(resident.page.words.contains("1. Video, 193 KB"))
  }

  @Test("that never came whole is left behind by the report, and swept", arguments: Engine.tested)
  func torn(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = try before(fixture)
    let token = try #require(resident.hidden("csrf"))
    _ = try send(resident, token, at: 0, Self.video[..<size])
    try resident.go("/report/files")
    #expect(resident.page.words.contains("not whole yet"))
    try resident.post([("act", "continue")])
    for _ in 0..<2 { try resident.post([]) }
    try resident.post([("identity", "anonymous")])
    #expect(!resident.page.words.contains("Photos or files"))
    fixture.clock.advance(seconds: 60)
    try resident.post([])
    #expect(resident.path == "/report/sent")
    #expect(try EvidenceSweep.sweep(fixture.services, at: fixture.now) == 1)
    #expect(fixture.vaultNames().isEmpty)
  }

  @Test("is refused in words that the script shows, and at once")
  func refused() throws {
    let fixture = try CaseworkFixture()
    let resident = try before(fixture)
    let token = try #require(resident.hidden("csrf"))
    let page = Array("<script>alert(1)</script>".utf8)[...]
    #expect(try send(resident, token, at: 0, page, size: 25).contains(EvidenceTaking.unknown))
    let large = try send(resident, token, at: 0, Self.video[..<size], size: 201 << 20)
    #expect(large.contains("201 MB") && large.contains("200 MB"))
    #expect(try send(resident, token, size: 0).contains(EvidenceTaking.empty))
    // A piece that is no multiple cannot be sealed by itself, and one past the end is none of it.
    #expect(try send(resident, token, at: 0, Self.video[..<100]).contains("message"))
    #expect(
      try send(resident, token, at: 0, Self.video[...], size: Self.video.count - 1)
        .contains("message"))
    #expect(fixture.vaultNames().filter { $0.hasSuffix(".copy") }.isEmpty)
  }

  @Test("is taken from nobody without a report of theirs")
  func strangers() throws {
    let fixture = try CaseworkFixture()
    let resident = try before(fixture)
    let token = try #require(resident.hidden("csrf"))
    _ = try send(resident, token, at: 0, Self.video[..<size])
    let stranger = try before(fixture)
    #expect(throws: CaseworkProblem.noForm) { try send(stranger, token) }
    let own = try #require(stranger.hidden("csrf"))
    #expect(try send(stranger, own) == #"{"file":"","at":0,"whole":false}"#)
    #expect(throws: CaseworkProblem.noForm) {
      try send(stranger, own, to: "/report/track/own/pieces")
    }
  }

  @Test("is added to a report that was opened, and told beside it")
  func later() throws {
    let fixture = try CaseworkFixture()
    let receipt = try fixture.database.write { write in
      try fixture.store.add(CaseworkFixture.report(), at: fixture.now, in: write).receipt
    }
    let resident = Resident(fixture)
    try resident.go("/report/track")
    try resident.post([("reference", receipt.reference), ("secret", receipt.secret)])
    let token = try #require(resident.hidden("csrf"))
    let path = "/report/track/own/pieces"
    _ = try send(resident, token, at: 0, Self.video[..<size], to: path)
    try resident.go("/report/track/own")
    #expect(!resident.page.words.contains("Video, 193 KB"))
    _ = try send(resident, token, at: size, Self.video[size...], to: path)
    try resident.go("/report/track/own")
    #expect(resident.page.words.contains("Video, 193 KB"))
    #expect(resident.page.words.contains("A file: video, 193 KB"))
  }
}
