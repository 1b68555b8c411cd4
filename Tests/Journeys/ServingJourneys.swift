import Database
import Glibc
import TestKit
import Testing

@Suite("Serving", .database)
struct ServingJourneys {
  @Test(
    "finishes what is in flight when it is asked to stop, and keeps it", arguments: Engine.tested)
  func stops(engine: Engine) throws {
    let program = try Program(engine)
    let link = try program.add(.analyst)
    let site = try Site(program)
    let visitor = site.visitor()
    try visitor.choosePassword(Program.password, by: link)
    let before = try program.number("SELECT COUNT(*) FROM session")
    let other = site.visitor()
    try other.get("/sign-in")
    let body = [
      "csrf=\(other.last.hidden("csrf") ?? "")", "email=\(Program.Person.analyst.email)",
      "password=\(Program.password.split(separator: " ").joined(separator: "+"))",
    ].joined(separator: "&")
    let client = RawClient(port: site.port, seconds: 60)
    // Somebody else writes: the session cannot be kept before the signal has been sent.
    try program.withDatabase { database in
      try database.write { write in
        if engine == .postgres { try write.script("LOCK TABLE session IN EXCLUSIVE MODE") }
        client.send(
          "POST /sign-in HTTP/1.1\r\nHost: a\r\n"
            + "Cookie: hamlet-form=\(other.cookies["hamlet-form"] ?? "")\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)
        #expect(try eventually(within: 60) { try site.inFlight() == 2 })
        site.askToStop()
      }
    }
    #expect(client.answer()?.status == 303)
    #expect(client.isClosed())
    #expect(site.end() == 0, "\(site.log)")
    #expect(try program.number("SELECT COUNT(*) FROM session") == before + 1)
    let late = RawClient(port: site.port)
    late.get("/healthz")
    #expect(late.answer() == nil)
  }

  @Test("stops at once when nobody asks anything, by either signal", arguments: [SIGTERM, SIGINT])
  func idle(signal: Int32) throws {
    let program = try Program()
    let site = try Site(program)
    try site.visitor().get("/")
    let start = seconds()
    site.signal(signal)
    #expect(site.end() == 0)
    #expect(seconds() - start < 20)
  }

  @Test("stands again after a kill, with every session")
  func killed() throws {
    let program = try Program()
    let link = try program.add(.analyst)
    let site = try Site(program)
    let visitor = site.visitor()
    try visitor.choosePassword(Program.password, by: link)
    site.signal(SIGKILL)
    #expect(site.end() == -SIGKILL)
    try program.served { site in
      let again = site.visitor()
      again.cookies = visitor.cookies
      try again.get("/account")
      #expect(again.last.status == 200)
    }
    #expect(try program.auditIsWhole())
  }

  @Test("from two processes on one database is one site", arguments: Engine.tested)
  func two(engine: Engine) throws {
    let program = try Program(engine)
    let links = try [Program.Person.administrator, .analyst].map(program.add)
    try program.served { first in
      try program.served { second in
        let administrator = first.visitor()
        try administrator.choosePassword(Program.password, by: links[0])
        let elsewhere = second.visitor()
        elsewhere.cookies = administrator.cookies
        #expect(try elsewhere.get("/admin").status == 200)
        let analyst = second.visitor()
        try analyst.choosePassword(Program.password, by: links[1])
        try administrator.get("/admin/organisations")
        let added = try administrator.post(
          "/admin/organisations",
          [("name", "Harbour Trust"), ("key", "harbour"), ("kind", "health")])
        #expect(added.status == 303, "\(added.text)")
        #expect(try elsewhere.get("/admin/organisations").text.contains("Harbour Trust"))
        try elsewhere.get("/account")
        #expect(try elsewhere.post("/sign-out").status == 303)
        #expect(try administrator.get("/admin").status == 303)
        #expect(try analyst.get("/account").status == 200)
      }
    }
    #expect(try program.auditIsWhole())
  }

  @Test("says who has the port when it is taken")
  func taken() throws {
    let program = try Program()
    try program.served { site in
      let other = try program.run("serve", "--listen", "127.0.0.1:\(site.port)")
      #expect(other.status == 1)
      #expect(other.messages.contains("\(site.port)"), "\(other)")
    }
  }
}
