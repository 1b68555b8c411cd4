import Database
import Kernel
import TestKit
import Testing

@Suite("Accounts over a socket", .database)
struct AccountJourneys {
  @Test("lead from the shell by a link to a session, once", arguments: Engine.tested)
  func link(engine: Engine) throws {
    let program = try Program(engine)
    let link = try program.add(.analyst)
    #expect(link.hasPrefix("http://127.0.0.1:8080/link/"))
    try program.served { site in
      let visitor = site.visitor()
      try visitor.choosePassword(Program.password, by: link)
      #expect(visitor.last.status == 303)
      #expect(visitor.last.headers["location"] == "/indicators")
      let cookie = visitor.last.cookie("hamlet") ?? ""
      #expect(cookie.contains("; Path=/; HttpOnly; SameSite=Lax"), "\(cookie)")
      #expect(!cookie.contains("Max-Age") && !cookie.contains("Domain"))
      #expect(try visitor.follow().status == 200)
      #expect(visitor.last.text.contains(Program.Person.analyst.name))
      #expect(visitor.last.text.contains("Not yet for real personal data"))
      #expect(visitor.last.headers["cache-control"] == "no-store")
      let late = site.visitor()
      let path = "/link/" + (link.split(separator: "/").last ?? "")
      try late.get(path)
      try late.post(path)
      #expect(late.last.text.contains("no longer works"))
      let again = site.visitor()
      #expect(try again.signIn(Program.Person.analyst.email, "not this one").status == 422)
      #expect(try again.signIn(Program.Person.analyst.email, Program.password).status == 303)
      let fresh = try program.done("account", "link", Program.Person.analyst.email).trimmed
      try late.choosePassword("another five words here", by: fresh)
      #expect(late.last.status == 303)
      #expect(try again.signIn(Program.Person.analyst.email, Program.password).status == 422)
    }
    #expect(try program.auditIsWhole())
  }

  @Test("keep to the host's own cookies where people come over https")
  func secure() throws {
    var program = try Program()
    program.environment["HAMLET_PUBLIC_URL"] = "https://safety.example.org"
    let link = try program.add(.analyst)
    #expect(link.hasPrefix("https://safety.example.org/link/"))
    try program.served { site in
      let visitor = site.visitor()
      try visitor.choosePassword(Program.password, by: link)
      let cookie = visitor.last.cookie("__Host-hamlet") ?? ""
      #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"), "\(cookie)")
      #expect(visitor.last.headers["strict-transport-security"] != nil)
      #expect(try visitor.follow().status == 200)
    }
  }

  @Test(
    "are signed out when idle for half an hour, and after twelve hours however busy",
    arguments: Engine.tested)
  func idle(engine: Engine) throws {
    let program = try Program(engine)
    let link = try program.add(.analyst)
    try program.served { site in
      let visitor = site.visitor()
      try visitor.choosePassword(Program.password, by: link)
      try shift(program, "seen", minutes: 29)
      #expect(try visitor.get("/account").status == 200)
      try shift(program, "seen", minutes: 31)
      #expect(try visitor.get("/account").status == 303)
      #expect(visitor.last.headers["location"] == "/sign-in?to=%2Faccount")
      try visitor.signIn(Program.Person.analyst.email, Program.password)
      #expect(try visitor.get("/account").status == 200)
      try shift(program, "created", minutes: 12 * 60 + 1)
      #expect(try visitor.get("/account").status == 303)
    }
  }

  @Test("sign out everywhere at once", arguments: Engine.tested)
  func everywhere(engine: Engine) throws {
    let program = try Program(engine)
    let link = try program.add(.analyst)
    try program.served { site in
      let desk = site.visitor()
      try desk.choosePassword(Program.password, by: link)
      let phone = site.visitor()
      try phone.signIn(Program.Person.analyst.email, Program.password)
      #expect(try phone.get("/account").status == 200)
      try desk.get("/account")
      #expect(try desk.post("/account/sign-out-everywhere").status == 303)
      #expect(try phone.get("/account").status == 303)
      #expect(try desk.get("/account").status == 303)
    }
  }

  @Test("sign out by the button of every page", arguments: Engine.tested)
  func signOut(engine: Engine) throws {
    let program = try Program(engine)
    let link = try program.add(.analyst)
    try program.served { site in
      let visitor = site.visitor()
      try visitor.choosePassword(Program.password, by: link)
      try visitor.get("/account")
      let session = visitor.cookies["hamlet"]
      #expect(try visitor.post("/sign-out").status == 303)
      #expect(visitor.cookies["hamlet"] == nil)
      visitor.cookies["hamlet"] = session
      #expect(try visitor.get("/account").status == 303)
    }
  }

  @Test(
    "are out at their next request once another process disables them", arguments: Engine.tested)
  func disabled(engine: Engine) throws {
    let program = try Program(engine)
    let link = try program.add(.analyst)
    try program.served { site in
      let visitor = site.visitor()
      try visitor.choosePassword(Program.password, by: link)
      #expect(try visitor.get("/account").status == 200)
      try program.done("account", "disable", Program.Person.analyst.email)
      #expect(try visitor.get("/account").status == 303)
      #expect(try visitor.signIn(Program.Person.analyst.email, Program.password).status == 422)
    }
  }

  @Test("are held after too many wrong passwords, whoever tries")
  func held() throws {
    let program = try Program()
    _ = try program.add(.analyst)
    try program.served { site in
      let visitor = site.visitor()
      for _ in 1...5 { try visitor.signIn(Program.Person.analyst.email, "wrong words again") }
      let answer = try site.visitor().signIn(Program.Person.analyst.email, "wrong words again")
      #expect(answer.text.contains("try again"))
      #expect(answer.text.contains("Wait a minute"), "\(answer.text)")
    }
  }

  /// Moves a moment of every session back, as if time had passed.
  private func shift(_ program: Program, _ column: String, minutes: Int) throws {
    try program.withDatabase { database in
      let rows = try database.read { read in
        try read.all(SQL(trusted: "SELECT id, \(column) FROM session")) { row in
          (try row.int(), try row.parsed() as Instant)
        }
      }
      try database.write { write in
        for (id, moment) in rows {
          let earlier = moment.adding(seconds: Double(-60 * minutes))
          try write.run(
            "\(SQL(trusted: "UPDATE session SET \(column)")) = \(earlier) WHERE id = \(id)")
        }
      }
    }
  }
}
