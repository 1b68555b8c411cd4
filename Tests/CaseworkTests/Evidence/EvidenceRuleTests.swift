import Access
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Rules on evidence", .database)
struct EvidenceRuleTests {
  private static func box(_ brands: String) -> [UInt8] {
    let length = UInt8(8 + brands.utf8.count)
    return [0, 0, 0, length] + Array("ftyp".utf8) + Array(brands.utf8)
      + [UInt8](repeating: 0, count: 40)
  }

  static let known: [(String, [UInt8], EvidenceKind?)] = [
    ("JPEG with JFIF", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], .jpeg),
    ("JPEG with Exif", [0xFF, 0xD8, 0xFF, 0xE1, 0, 16], .jpeg),
    ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ("PDF", Array("%PDF-1.7\n".utf8), .pdf),
    ("HEIC of a phone", box("heic\0\0\0\0mif1heic"), .heic),
    ("HEIC by the general brand", box("mif1\0\0\0\0mif1heic"), .heic),
    ("MP4", box("isom\0\0\u{2}\0isomiso2avc1mp41"), .mp4),
    ("MP4 of a phone", box("mp42\0\0\0\0"), .mp4),
    ("MOV", box("qt  \0\0\0\0qt  "), .mov), ("M4A", box("M4A \0\0\0\0M4A mp42"), .m4a),
    ("AVIF by the general brand", box("mif1\0\0\0\0mif1avif"), nil),
    ("AVIF", box("avif\0\0\0\0"), nil), ("nothing", [], nil),
    ("half a PNG", [0x89, 0x50, 0x4E], nil),
    ("a Mac's line ends in a PNG", [0x89, 0x50, 0x4E, 0x47, 0x0A, 0x0A, 0x1A, 0x0A], nil),
    ("a page", Array("<!doctype html><script>".utf8), nil), ("a drawing", Array("<svg ".utf8), nil),
    ("a page before a PDF", Array("<html>%PDF-1.7".utf8), nil),
    ("a program", Array("MZ\u{90}".utf8), nil),
    ("a program of Linux", [0x7F, 0x45, 0x4C, 0x46], nil),
    ("a workbook", [0x50, 0x4B, 3, 4], nil), ("a GIF", Array("GIF89a".utf8), nil),
    ("a WebP", Array("RIFF\0\0\0\0WEBP".utf8), nil), ("Matroska", [0x1A, 0x45, 0xDF, 0xA3], nil),
    ("a file that only says ftyp", Array("\0\0\0\0ftypisom\0\0\0\0".utf8), nil),
    ("a word of the media format elsewhere", Array("xxxxxxxxftypisom".utf8), nil),
  ]

  @Test("tell kinds by the first bytes, and take in no liar", arguments: known)
  func kinds(name: String, start: [UInt8], kind: EvidenceKind?) {
    #expect(EvidenceKind(start: Array(start.prefix(EvidenceKind.startBytes))) == kind, "\(name)")
  }

  @Test("take what is as large as may be, and a byte more not", arguments: EvidenceKind.allCases)
  func limits(kind: EvidenceKind) throws {
    let start = try #require(Self.known.first { $0.2 == kind }).1
    let most = kind.mostMegabytes << 20
    #expect(try EvidenceTaking.kind(of: start, size: most) == kind)
    #expect(throws: Refusal.self) { try EvidenceTaking.kind(of: start, size: most + 1) }
    #expect(EvidenceKind.limits.contains("\(kind.mostMegabytes) MB"))
  }

  @Test(
    "say sizes in words",
    arguments: [
      (1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (1 << 20, "1 MB"), (2_202_010, "2.1 MB"),
      (200 << 20, "200 MB"),
    ])
  func sizes(count: Int, words: String) { #expect(EvidenceFile.words(ofBytes: count) == words) }

  /// One letter a right, in their order: see, add, open, original, release, delete.
  static let table: [(Role, String)] = [
    (.administrator, "nnnnnn"), (.manager, "yyyyyy"), (.officer, "yyyynn"), (.analyst, "nnnnnn"),
    (.coordinator, "nnnnnn"), (.partner, "nnnnnn"), (.councillor, "nnnnnn"), (.auditor, "nnnnnn"),
  ]

  @Test("say who may do what", arguments: table)
  func rights(role: Role, letters: String) {
    let actor = CaseworkFixture.actor(role)
    let found = EvidenceRight.allCases.map { EvidencePolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("name every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("hold for every page", arguments: table)
  func pages(role: Role, letters: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let id = try fixture.addEvidence(file)
    let may = letters.map { $0 == "y" }
    #expect(try fixture.evidenceStatus("/evidence", as: role) == (may[0] ? 200 : 404))
    #expect(try fixture.evidenceStatus("/evidence/\(id)", as: role) == (may[0] ? 200 : 404))
    #expect(try fixture.evidenceStatus("/evidence/add/\(file)", as: role) == (may[1] ? 200 : 404))
    #expect(
      try fixture.evidenceStatus("/evidence/add/\(file)", as: role, form: [])
        == (may[1] ? 422 : 404))
    // It has not been looked through yet, so that whoever may open files is told so.
    #expect(try fixture.evidenceStatus("/evidence/\(id)/copy", as: role) == (may[2] ? 409 : 404))
    let why = [("original-reason", "Court"), ("release-reason", "x"), ("delete-reason", "")]
    #expect(
      try fixture.evidenceStatus("/evidence/\(id)/original", as: role, form: why)
        == (may[3] ? 409 : 404))
    #expect(
      try fixture.evidenceStatus("/evidence/\(id)/delete", as: role, form: why)
        == (may[5] ? 422 : 404))
    try fixture.work()
    #expect(
      try fixture.evidenceStatus("/evidence/\(id)/release", as: role, form: why)
        == (may[4] ? 303 : 404))
  }

  @Test("and paths are read as they are written")
  func routes() throws {
    let reference = try #require(Reference("TM-7K42-0931"))
    let id = ID<EvidenceFile>(7)
    let routes: [EvidenceRoute] =
      [.list(.held, before: nil), .list(.ready, before: id), .add(reference), .file(id), .copy(id)]
      + EvidenceAct.allCases.map { .act(id, $0) }
    for route in routes {
      let request = try Request(route.path, form: [])
      #expect(EvidenceRoute(.post, request.path, request.query)?.path == route.path)
    }
    for path in ["/evidence/0", "/evidence/x", "/evidence/7/nothing", "/evidence/add/TM-1"] {
      #expect(EvidenceRoute(.post, try Request(path).path, Fields()) == nil)
    }
    #expect(EvidenceRoute(.get, ["evidence", "7", "delete"], Fields()) == nil)
  }
}
