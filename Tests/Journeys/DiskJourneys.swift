import Database
import Glibc
import TestKit
import Testing

@Suite("A full disk", .database)
struct DiskJourneys {
  @Test(
    "stops an import in words and loses nothing; with room again it ends well",
    .enabled(if: SmallDisk.canBeMade, "a small disk can be mounted by root only"))
  func importing() throws {
    let disk = try SmallDisk(kilobytes: 7000)
    let program = try disk.program()
    try program.done("organisation", "add", "council", "--name", "C", "--kind", "council")
    let first = try program.write("2023-01-test-street.csv", Streets.file("2023-01", rows: 100))
    try program.done("incidents", "import", first)
    let large = try program.write("2023-02-test-street.csv", Streets.file("2023-02", rows: 200_000))
    let ended = try program.run("incidents", "import", large, "--json")
    #expect(ended.status == 1 && ended.output.isEmpty, "\(ended)")
    #expect(ended.messages.contains("The disk is full"), "\(ended)")
    #expect(try counted(program) == [100])
    #expect(try program.auditIsWhole())
    disk.grow(kilobytes: 60_000)
    let again = try program.json("incidents", "import", large)
    #expect(again["stored"]?.int == 200_000)
    #expect(try counted(program) == [100, 200_000])
    #expect(try program.number("SELECT COUNT(*) FROM incident") == 200_100)
  }

  @Test(
    "lets the site read on and says so to whoever saves",
    .enabled(if: SmallDisk.canBeMade, "a small disk can be mounted by root only"))
  func serving() throws {
    let disk = try SmallDisk(kilobytes: 7000)
    let program = try disk.program()
    let link = try program.add(.administrator)
    try program.served { site in
      let visitor = site.visitor()
      try visitor.choosePassword(Program.password, by: link)
      try disk.fill()
      var saved: [String] = []
      var refused: RawClient.Answer?
      for number in 1...400 where refused == nil {
        try visitor.get("/admin/organisations")
        #expect(visitor.last.status == 200)
        let key =
          "k" + String(repeating: "x", count: number % 28)
          + String(UnicodeScalar(UInt8(97 + number / 28)))
        let answer = try visitor.post(
          "/admin/organisations",
          [("name", String(repeating: "Body ", count: 18) + key), ("key", key), ("kind", "health")])
        if answer.status == 303 { saved.append(key) } else { refused = answer }
      }
      let answer = try #require(refused, "the disk never filled")
      #expect(answer.status == 503)
      #expect(answer.text.contains("no room"), "\(answer.text)")
      let page = try visitor.get("/admin/organisations")
      #expect(page.status == 200)
      for key in saved { #expect(page.text.contains(key)) }
      disk.empty()
      let body = [("name", "Late"), ("key", "late"), ("kind", "health")]
      #expect(try visitor.post("/admin/organisations", body).status == 303)
    }
    #expect(try program.auditIsWhole())
  }

  @Test(
    "keeps no page from whoever has signed in, though their session cannot be noted",
    .enabled(if: SmallDisk.canBeMade, "a small disk can be mounted by root only"))
  func noting() throws {
    let disk = try SmallDisk(kilobytes: 7000)
    let program = try disk.program()
    _ = try program.add(.administrator)
    let tokens = try program.agedSessions(40)
    try program.served { site in
      let visitor = site.visitor()
      try disk.fill()
      for token in tokens where !site.log.contains("\"session-notes\"") {
        visitor.cookies["hamlet"] = token
        #expect(try visitor.get("/plans").status == 200)
        _ = eventually(within: 2) { site.log.contains("\"session-notes\"") }
      }
      #expect(site.log.contains("\"session-notes\""), "the disk never filled")
      #expect(try visitor.get("/plans").status == 200)
    }
  }

  @Test(
    "is said to whoever reports; what they wrote before is kept and goes once there is room",
    .enabled(if: SmallDisk.canBeMade, "a small disk can be mounted by root only"))
  func reporting() throws {
    let disk = try SmallDisk(kilobytes: 8000)
    let program = try disk.program()
    // Who made the schema has ended, so the log is short and has to grow.
    _ = try program.add(.administrator)
    try program.served { site in
      let visitor = site.visitor()
      try visitor.get("/report/what")
      try visitor.post("/report/what", [("kind", "litter")])
      try visitor.follow()
      try visitor.post("/report/where", [("postcode", ""), ("place", "By the old pump")])
      try visitor.follow()
      try visitor.post("/report/when", [("day", "yesterday"), ("act", "continue")])
      try visitor.follow()
      try disk.fill()
      let words = [("narrative", String(repeating: "Bags by the pump. ", count: 200))]
      var refused: RawClient.Answer?
      for _ in 0..<40 where refused == nil {
        try visitor.get("/report/words")
        let answer = try visitor.post("/report/words", words)
        if answer.status != 303 { refused = answer }
      }
      let answer = try #require(refused, "the disk never filled")
      #expect(answer.status == 503, "\(answer.title)")
      #expect(answer.text.contains("What you sent before is kept"), "\(answer.text)")
      disk.empty()
      try visitor.get("/report/where")
      #expect(visitor.last.text.contains("By the old pump"))
      try visitor.get("/report/words")
      try visitor.post("/report/words", words)
      for (step, answers) in [
        ("people", []), ("effect", []), ("you", [("identity", "anonymous")]),
      ] {
        try visitor.get("/report/\(step)")
        try visitor.post("/report/\(step)", answers)
      }
      try visitor.get("/report/check")
      try visitor.post("/report/check")
      try visitor.get("/report/sent")
      #expect(visitor.last.text.contains("Your report is sent"), "\(visitor.last.title)")
      #expect(try program.number("SELECT COUNT(*) FROM report") == 1)
    }
    #expect(try program.auditIsWhole())
  }

  @Test("that is a limit on files stops an import in words as well")
  func limit() throws {
    let program = try Program()
    try program.done("organisation", "add", "council", "--name", "C", "--kind", "council")
    let large = try program.write("2023-02-test-street.csv", Streets.file("2023-02", rows: 60_000))
    let ended = try program.begin(
      ["incidents", "import", large], limits: "trap '' XFSZ; ulimit -f 1500"
    ).ended()
    #expect(ended.status == 1, "\(ended)")
    #expect(ended.messages.contains("Nothing of this was kept"), "\(ended)")
    #expect(try counted(program) == [])
    try program.done("incidents", "import", large)
    #expect(try counted(program) == [60_000])
  }

  private func counted(_ program: Program) throws -> [Int] {
    try program.json("incidents", "count", "--by", "month")["rows"]?.items
      .compactMap { $0["count"]?.int } ?? []
  }
}

@Suite("A locked database", .database)
struct LockJourneys {
  @Test("is waited for, then said to be busy; nothing is lost and pages are read on")
  func locked() throws {
    let program = try Program()
    let link = try program.add(.administrator)
    try program.served { site in
      let visitor = site.visitor()
      try visitor.choosePassword(Program.password, by: link)
      try visitor.get("/admin/organisations")
      let fields = [("name", "Harbour"), ("key", "harbour"), ("kind", "health")]
      try program.withDatabase { database in
        try database.write { _ in
          let refused = try visitor.post("/admin/organisations", fields)
          #expect(refused.status == 503)
          #expect(refused.text.contains("Nothing was lost"), "\(refused.text)")
          #expect(try visitor.get("/admin/organisations").status == 200)
          let ended = try program.run(
            "organisation", "add", "fire", "--name", "Fire", "--kind", "fire")
          #expect(ended.status == 1)
          #expect(ended.messages.contains("busy with another writer"), "\(ended)")
        }
      }
      #expect(try visitor.post("/admin/organisations", fields).status == 303)
    }
  }

  @Test("keeps no page waiting for the note that a session was used", arguments: Engine.tested)
  func noting(engine: Engine) throws {
    let program = try Program(engine)
    _ = try program.add(.administrator)
    let token = try #require(try program.agedSessions(1).first)
    try program.served { site in
      let visitor = site.visitor()
      visitor.cookies["hamlet"] = token
      try program.withDatabase { database in
        try database.write { write in
          try write.run("UPDATE session SET created = created")
          #expect(try visitor.get("/plans").status == 200)
        }
      }
      // What could not be noted is let go of, and noted with a later page.
      #expect(
        eventually(within: 90) {
          (try? visitor.get("/plans").status) == 200 && (try? program.agedSessions()) == 0
        })
    }
  }

  @Test("for a moment is not noticed")
  func briefly() throws {
    let program = try Program()
    try program.done("account", "list")
    let child = try program.withDatabase { database in
      try database.write { _ in
        let words = ["organisation", "add", "fire", "--name", "Fire", "--kind", "fire"]
        let child = try program.begin(words)
        pause(1.5)
        #expect(!child.hasEnded)
        return child
      }
    }
    #expect(child.wait() == 0, "\(child.messages)")
  }
}
