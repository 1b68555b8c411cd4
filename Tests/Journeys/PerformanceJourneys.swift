import Database
import Glibc
import TestKit
import Testing

@Suite("The public page", .database)
struct PerformanceJourneys {
  @Test("is kept, and never stale once another process publishes", arguments: Engine.tested)
  func fresh(engine: Engine) throws {
    let program = try Program.demonstration(engine)
    try program.served("demo") { first in
      try program.served { second in
        let readers = [first.visitor(), second.visitor()]
        for visitor in readers {
          let answer = try visitor.get("/performance")
          #expect(answer.status == 200)
        }
        let tag = try #require(readers[1].get("/performance").headers["etag"])
        readers[1].fields = ["If-None-Match: \(tag)"]
        #expect(try readers[1].get("/performance").status == 304)
        try correct(first)
        for visitor in readers {
          let answer = try visitor.get("/performance")
          #expect(answer.status == 200)
          #expect(answer.text.contains("The count of Harbour ward was mistyped"))
          #expect(answer.headers["etag"] != tag)
        }
      }
    }
    #expect(try program.auditIsWhole())
  }

  @Test(
    "shows the partnership's name and a plan's title as a command has just set them",
    arguments: Engine.tested)
  func named(engine: Engine) throws {
    let program = try Program.demonstration(engine)
    try program.served("demo") { site in
      let visitor = site.visitor()
      let pages = ["/performance", "/performance/csp-2025-29"]
      for path in pages + pages { #expect(try visitor.get(path).status == 200, "\(path)") }
      try program.done("partnership", "name", "Harbour Partnership")
      for path in pages + ["/", "/sign-in"] {
        #expect(try visitor.get(path).text.contains("Harbour Partnership"), "\(path)")
      }
      try program.done("plan", "title", "csp-2025-29", "Harbour Plan")
      #expect(try visitor.get(pages[1]).text.contains("Harbour Plan"))
      #expect(try program.run("plan", "title", "none", "X").status == 2)
      #expect(try site.demonstrated("analyst").get("/plans").text.contains("Harbour Plan"))
    }
    #expect(try program.auditIsWhole())
  }

  @Test("shows no correction that was not published to its end", arguments: Engine.tested)
  func killed(engine: Engine) throws {
    let program = try Program.demonstration(engine)
    let issues = try program.number("SELECT COUNT(*) FROM publication")
    let commits = isTorture ? (1...9).map { "database.before-commit:\($0)" } : []
    for fault in ["indicators.issued"] + commits {
      let site = try Site(program, fault: fault)
      try? correct(site)
      let status = site.end()
      // How many commits a visit makes depends on how many are grouped.
      guard fault == "indicators.issued" || status != 0 else { break }
      #expect(status == -SIGKILL, "\(fault)")
      #expect(try program.number("SELECT COUNT(*) FROM publication") == issues)
      try program.served { site in
        let answer = try site.visitor().get("/performance")
        #expect(answer.status == 200 && !answer.text.contains("Harbour ward"))
      }
    }
    #expect(try program.auditIsWhole())
  }

  /// Publishes the latest quarter again with a correction.
  private func correct(_ site: Site) throws {
    let manager = try site.demonstrated("manager")
    let page = try manager.get("/indicators/figures")
    let start = page.status == 303 ? try manager.follow() : page
    let links = start.text.split(separator: "href=\"/indicators/publications/").dropFirst()
    let path = "/indicators/publications/" + (links.first?.prefix { $0 != "\"" } ?? "")
    #expect(try manager.get(path).status == 200, "\(path)")
    let answer = try manager.post(
      path,
      [("note", "The count of Harbour ward was mistyped"), ("reason", "The board meets today")])
    #expect(answer.status == 303, "\(answer.text)")
  }
}
