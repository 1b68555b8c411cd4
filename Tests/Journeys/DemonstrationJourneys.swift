import Database
import Glibc
import Kernel
import TestKit
import Testing

@Suite("The demonstration", .database)
struct DemonstrationJourneys {
  @Test("is made once; a second start leaves everything as it is", arguments: Engine.tested)
  func twice(engine: Engine) throws {
    let program = try Program(engine)
    let first = try program.run("demo", "--prepare-only")
    #expect(first.status == 0, "\(first)")
    let made = try contents(program)
    #expect(made.first { $0.hasPrefix("account ") } == "account 8")
    #expect(made.first { $0.hasPrefix("case_carried ") } == "case_carried 4")
    let second = try program.run("demo", "--prepare-only")
    #expect(second.status == 0 && second.messages.isEmpty, "\(second)")
    #expect(try contents(program) == made)
    let welcome = try program.served("demo") { site in
      #expect(eventually { site.log.contains("Press Ctrl+C") })
      return site.log
    }
    for word in ["analyst@thornmere.example", "thornmere demonstration", "made up"] {
      #expect(welcome.contains(word))
    }
    let served = try contents(program)
    #expect(served == made, "\(Set(served).symmetricDifference(made).sorted())")
    #expect(try program.auditIsWhole())
  }

  @Test(
    "is made as of any day since its plan began",
    arguments: isTorture
      ? ["2026-04-01", "2026-04-05", "2026-06-30", "2026-09-06"] : ["2026-04-01"])
  func days(day: String) throws {
    let program = try Program()
    let ended = try program.run("demo", "--prepare-only", "--day", day)
    #expect(ended.status == 0, "\(ended)")
    let made = try #require(Day(day))
    let (after, week) = (
      London.start(of: made.adding(days: 1)), London.start(of: made.adding(days: -10))
    )
    #expect(
      try program.number("SELECT COUNT(*) FROM report WHERE received_at >= \(after)") == 0)
    #expect(try program.number("SELECT COUNT(*) FROM report WHERE received_at >= \(week)") > 0)
  }

  @Test(
    "is made neither as of a day before its plan nor of one to come",
    arguments: ["2026-03-31", "2999-01-01", "tomorrow"])
  func noDay(day: String) throws {
    let program = try Program()
    let ended = try program.run("demo", "--prepare-only", "--day", day)
    #expect(ended.status == 2 && ended.messages.contains("--day"), "\(ended)")
  }

  @Test("is not put into a database that is in use", arguments: Engine.tested, [true, false])
  func inUse(engine: Engine, hasIncidents: Bool) throws {
    let program = try Program(engine)
    if hasIncidents {
      let file = try program.write("2023-01-test-street.csv", Streets.file("2023-01", rows: 4))
      try program.done("incidents", "import", file)
    } else {
      try program.done("organisation", "add", "town", "--name", "Town", "--kind", "council")
    }
    let ended = try program.run("demo", "--prepare-only")
    #expect(ended.status == 1)
    #expect(ended.messages.contains("is not the demonstration"), "\(ended)")
    #expect(try program.number("SELECT COUNT(*) FROM account") == 0)
  }

  @Test("that was not made to its end is not served as if it were", arguments: Engine.tested)
  func halfMade(engine: Engine) throws {
    // Every step of the schema is a commit too, and comes before anything is made.
    let empty = try Program(engine)
    try empty.done("migrate")
    let steps = try empty.number("SELECT COUNT(*) FROM migration")
    for number in isTorture ? Array(steps + 1...steps + 60) : [steps + 3] {
      let program = try Program(engine)
      let ended = try program.run(
        "demo", "--prepare-only", fault: "database.after-commit:\(number)")
      guard ended.status != 0 else { return }
      #expect(ended.status == -SIGKILL, "\(ended)")
      let again = try program.run("demo", "--prepare-only")
      guard try program.number("SELECT COUNT(*) FROM account") == 8, again.status == 0 else {
        #expect(again.status == 1)
        #expect(again.messages.contains("was not made to its end"), "\(number): \(again)")
        continue
      }
      // Killed before anything of it was there, it is made from the beginning.
      let plan = try program.json(
        "indicators", "dashboard", "--plan", "csp-2017-21", "--period", "2018/19")
      #expect(plan["rows"]?.items.isEmpty == false, "\(number)")
    }
  }

  /// Every table with the number of its rows.
  private func contents(_ program: Program) throws -> [String] {
    try program.withDatabase { database in
      try database.read { read in
        let names: SQL =
          database.engine == .sqlite
          ? "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
          : """
          SELECT CAST(table_name AS TEXT) FROM information_schema.tables
          WHERE table_schema = current_schema() ORDER BY 1
          """
        return try read.all(names) { row in try row.text() }.map { name in
          "\(name) \(try read.count(SQL(trusted: "SELECT COUNT(*) FROM \"\(name)\"")))"
        }
      }
    }
  }
}
