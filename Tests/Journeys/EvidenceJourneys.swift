import Database
import Glibc
import Kernel
import TestKit
import Testing

@Suite("Evidence of a report", .database)
struct EvidenceJourneys {
  private static let photo: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: 5_000)

  /// Somebody who stands before the page for files.
  private func before(_ visitor: Visitor) throws {
    try visitor.get("/report/what")
    try visitor.post("/report/what", [("kind", "litter")])
    try visitor.follow()
    try visitor.post("/report/where", [("postcode", ""), ("place", "By the old pump")])
    try visitor.follow()
    try visitor.post("/report/when", [("day", "yesterday"), ("act", "continue")])
    try visitor.follow()
    try visitor.post("/report/words", [("narrative", "Bags by the pump"), ("act", "files")])
    try visitor.follow()
    #expect(visitor.last.text.contains("Add photos, video or documents"), "\(visitor.last.title)")
  }

  private func send(_ visitor: Visitor) throws {
    try visitor.get("/report/files")
    try visitor.post("/report/files", [("act", "continue")])
    for path in ["/report/people", "/report/effect"] {
      try visitor.follow()
      try visitor.post(path)
    }
    try visitor.follow()
    try visitor.post("/report/you", [("identity", "anonymous")])
    try visitor.follow()
    try visitor.post("/report/check")
    try visitor.follow()
  }

  @Test("comes with it over the wire, large as a video, in little memory", arguments: Engine.tested)
  func large(engine: Engine) throws {
    let program = try Program(engine)
    try program.served { site in
      let visitor = site.visitor()
      try before(visitor)
      let video =
        [0, 0, 0, 24] + Array("ftypmp42\0\0\0\0mp42isom".utf8)
        + [UInt8](repeating: 3, count: 9_000_000)
      try visitor.upload(
        "/report/files", [("act", "add")], file: ("evidence", "night.jpg"), video)
      #expect(visitor.last.status == 303, "\(visitor.last.title)")
      #expect(try visitor.follow().text.contains("Video, 8.6 MB"))
      try send(visitor)
      #expect(visitor.last.text.contains("Your report is sent"))
      #expect(try program.number("SELECT COUNT(*) FROM evidence WHERE report IS NOT NULL") == 1)
    }
  }

  @Test("is not taken in bulk from somebody who writes no report")
  func stranger() throws {
    let program = try Program()
    try program.served { site in
      let visitor = site.visitor()
      let answer = try visitor.upload(
        "/report/files", file: ("evidence", "a.jpg"), [UInt8](repeating: 1, count: 2_000_000))
      #expect(answer.status == 413)
    }
  }

  @Test(
    "on a full disk is refused in words; what was written is kept and the report goes",
    .enabled(if: SmallDisk.canBeMade, "a small disk can be mounted by root only"))
  func full() throws {
    let disk = try SmallDisk(kilobytes: 8000)
    let program = try disk.program()
    try program.served { site in
      let visitor = site.visitor()
      try before(visitor)
      let photo = Self.photo + [UInt8](repeating: 7, count: 8_000_000)
      var answer = try visitor.upload("/report/files", file: ("evidence", "a.jpg"), photo)
      if answer.status == 303 { answer = try visitor.get("/report/files?again=yes") }
      #expect([422, 507].contains(answer.status), "\(answer.status) \(answer.title)")
      #expect(answer.text.contains("no room for files"), "\(answer.text)")
      try visitor.get("/report/words")
      #expect(visitor.last.text.contains("Bags by the pump"))
      try send(visitor)
      #expect(visitor.last.text.contains("Your report is sent"), "\(visitor.last.title)")
      #expect(try program.number("SELECT COUNT(*) FROM evidence") == 0)
    }
  }

  @Test(
    "killed while a piece is kept goes on where it was, or is swept",
    arguments: ["evidence.piece-sealed"])
  func killed(fault: String) throws {
    let program = try Program()
    let visitor = try {
      let site = try Site(program, fault: fault)
      let visitor = site.visitor()
      try before(visitor)
      do {
        try visitor.upload(
          "/report/files/pieces", [("name", "a.jpg"), ("size", "131077"), ("at", "0")],
          file: ("piece", "piece"), piece(65_536))
      } catch is KitProblem {}
      #expect(site.end() == -SIGKILL, "\(site.log)")
      return visitor
    }()
    try program.served { site in
      let again = site.visitor()
      again.cookies = visitor.cookies
      try again.get("/report/files")
      try again.upload(
        "/report/files/pieces", [("name", "a.jpg"), ("size", "131077"), ("at", "0")],
        file: ("piece", "piece"), piece(65_536))
      #expect(again.last.text.contains("\"at\":65536"), "\(again.last.text)")
      try again.get("/report/files")
      try again.upload(
        "/report/files/pieces", [("name", "a.jpg"), ("size", "131077"), ("at", "65536")],
        file: ("piece", "piece"), [UInt8](repeating: 7, count: 65_541))
      #expect(again.last.text.contains("\"whole\":true"), "\(again.last.text)")
    }
  }

  private func piece(_ count: Int) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: count - 4)
  }
}
