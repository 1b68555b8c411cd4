import Database
import Glibc
import TestKit
import Testing

/// A server or a command that is killed while it saves: what was acknowledged is there, what was
/// not is there whole or not at all, and the audit trail agrees.
@Suite("A killed save", .database)
struct SaveFaultJourneys {
  private static let points = ["database.before-commit", "database.after-commit"]

  @Test("of a command is there whole or not at all", arguments: Engine.tested, points)
  func command(engine: Engine, point: String) throws {
    let program = try Program(engine)
    try program.done("organisation", "add", "council", "--name", "C", "--kind", "council")
    let commits = isTorture ? 1...20 : 1...2
    for number in commits {
      let arguments = [
        "account", "add", "Person", "--email", "p\(number)@thornmere.example", "--agency",
        "council", "--role", "officer",
      ]
      let ended = try program.begin(arguments, fault: "\(point):\(number)").ended()
      let there = try people(program, "p\(number)@thornmere.example")
      #expect(ended.status == 0 || ended.status == -SIGKILL, "\(ended)")
      // The link is printed once the account is durable, and never before.
      #expect(ended.output.isEmpty || there == 1)
      #expect(ended.status != 0 || there == 1)
      #expect(try program.number("SELECT COUNT(*) FROM sign_in_link") == total(program))
      if there == 0 { #expect(try program.begin(arguments).ended().status == 0) }
      #expect(try program.auditIsWhole())
    }
  }

  @Test("of the site is there whole or not at all", arguments: Engine.tested, points)
  func site(engine: Engine, point: String) throws {
    let program = try Program(engine)
    let link = try program.add(.administrator)
    try program.served { site in
      try site.visitor().choosePassword(Program.password, by: link)
    }
    var saved = ["council"]
    for number in isTorture ? Array(1...14) : [5] {
      let site = try Site(program, fault: "\(point):\(number)")
      let acknowledged = organisations(site, "k" + letters(number))
      #expect(site.end() == -SIGKILL, "\(site.log)")
      saved += acknowledged
      let there = try keys(program)
      #expect(there.starts(with: saved), "lost \(saved) of \(there)")
      #expect(there.count <= saved.count + 1)
      #expect(
        try program.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'organisation.added'")
          == there.count)
      #expect(try program.auditIsWhole())
      saved = there
    }
    try program.served { site in
      let visitor = site.visitor()
      try visitor.signIn(Program.Person.administrator.email, Program.password)
      let page = try visitor.get("/admin/organisations")
      for key in saved { #expect(page.text.contains(key)) }
    }
  }

  /// Adds organisations until the site is gone; those it said were saved.
  private func organisations(_ site: Site, _ prefix: String) -> [String] {
    var saved: [String] = []
    do {
      let visitor = site.visitor()
      try visitor.signIn(Program.Person.administrator.email, Program.password)
      for number in 1...20 {
        try visitor.get("/admin/organisations")
        let key = "\(prefix)-\(letters(number))"
        let fields = [("name", "Body \(key)"), ("key", key), ("kind", "health")]
        guard try visitor.post("/admin/organisations", fields).status == 303 else { break }
        saved.append(key)
      }
    } catch {}
    return saved
  }

  /// A number in letters, since a short word takes no digits.
  private func letters(_ number: Int) -> String { String(repeating: "x", count: number) }

  private func keys(_ program: Program) throws -> [String] {
    try program.withDatabase { database in
      try database.read { read in
        try read.all("SELECT key FROM organisation ORDER BY id") { row in try row.text() }
      }
    }
  }

  private func people(_ program: Program, _ email: String) throws -> Int {
    try program.json("account", "list").items.count {
      $0["email"]?.string == email
    }
  }

  private func total(_ program: Program) throws -> Int {
    try program.number("SELECT COUNT(*) FROM account")
  }
}
