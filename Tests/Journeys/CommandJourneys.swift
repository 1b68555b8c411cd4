import Database
import Glibc
import TestKit
import Testing

@Suite("The command line", .database)
struct CommandJourneys {
  @Test(
    "ends with the status of the contract and says which argument",
    arguments: [
      (["--version"], 0, "hamlet 0"), (["--help"], 0, "Usage"), ([], 2, "Say which command"),
      (["incidents"], 2, "incidents"), (["inport"], 2, "inport"),
      (["incidents", "import"], 2, "FILE"),
      (["incidents", "import", "/nowhere.csv"], 2, "nowhere"),
      (["incidents", "count", "--by", "moon"], 2, "--by"),
      (["incidents", "count", "--by", "month", "--to", "2023-13"], 2, "--to"),
      (["incidents", "count", "--by", "month", "--category", "Banana"], 2, "--category"),
      (["serve", "--listen", "here"], 2, "--listen"),
      (["account", "add", "Officer D", "--email", "d@thornmere.example"], 2, "--agency"),
      (["--database", "mysql:x", "check"], 1, "sqlite:PATH"),
      (["--database", "mysql:x", "serve"], 1, "sqlite:PATH"),
      (["account", "link", "nobody@thornmere.example"], 1, "account"),
    ])
  func statuses(arguments: [String], status: Int32, word: String) throws {
    let ended = try Program().begin(arguments).ended()
    #expect(ended.status == status, "\(ended)")
    #expect((ended.output + ended.messages).contains(word), "\(ended)")
    #expect((status == 0) == ended.messages.isEmpty || arguments.contains("link"))
  }

  @Test(
    "refuses input with file, line, column and reason, and stores nothing", arguments: Engine.tested
  )
  func refuses(engine: Engine) throws {
    let program = try Program(engine)
    let good = try program.write("2023-01-test-street.csv", Streets.file("2023-01", rows: 200))
    let lines = Streets.file("2023-02", rows: 50).split(separator: "\n").map {
      $0.split(separator: ",").dropLast(3).joined(separator: ",")
    }
    let bad = try program.write("2023-02-test-street.csv", lines.joined(separator: "\n"))
    let ended = try program.run("incidents", "import", good, bad, "--json")
    #expect(ended.status == 3, "\(ended)")
    #expect(ended.output.isEmpty)
    #expect(ended.messages.contains("2023-02-test-street.csv") && ended.messages.contains("line 1"))
    #expect(
      try program.done("incidents", "count", "--by", "month", "--json")
        == "{\"by\":[\"month\"],\"rows\":[],\"unlocated\":0}\n")
    let figures = try program.write("figures.csv", "plan,indicator,period,value\na,b,2018/19,x\n")
    let refused = try program.run("indicators", "import", figures)
    #expect(refused.status == 3, "\(refused)")
    for word in ["figures.csv", "line 2", "column 4"] { #expect(refused.messages.contains(word)) }
  }

  @Test("reads a report from a pipe, so that none of it stands in a file")
  func pipe() throws {
    let program = try Program()
    let told = try program.write(
      "told.json",
      """
      {"channel": "phone", "kind": "litter", "place": "Bins at the corner", "day": "yesterday",
       "narrative": "Bags by the bins", "identity": "anonymous"}
      """)
    let pipe = "mkfifo \(program.folder)/pipe; cat \(told) > \(program.folder)/pipe & "
    let ended = try program.begin(
      ["reports", "add", "-"], limits: pipe + "exec < \(program.folder)/pipe"
    ).ended()
    #expect(ended.status == 0 && ended.output.contains("Reference"), "\(ended)")
    #expect(try program.number("SELECT COUNT(*) FROM report") == 1)
    let empty = try program.run("reports", "add", "-")
    #expect(empty.status == 3 && empty.messages.contains("standard input"), "\(empty)")
  }

  @Test("prints one JSON value where it is asked for", arguments: Engine.tested)
  func json(engine: Engine) throws {
    let program = try Program(engine)
    let file = try program.write("2023-01-test-street.csv", Streets.file("2023-01", rows: 40))
    let counts = try program.json("incidents", "import", file)
    #expect(counts["stored"]?.int == 40)
    #expect(counts["files"]?.int == 1)
    let again = try program.json("incidents", "import", file)
    #expect(again["stored"]?.int == 0)
    #expect(again["alreadyKnown"]?.int == 40)
    let cube = try program.json("incidents", "count", "--by", "month,category")
    #expect(cube["rows"]?.items.map { $0["count"]?.int } == [10, 30])
    #expect(cube["rows"]?.items.last?["category"]?.string == "Burglary")
    #expect(try program.json("account", "list") == .list([]))
    #expect(try program.auditIsWhole())
    #expect(try program.json("migrate")["applied"] == .list([]))
    #expect(try program.json("check")["fit"] == .bool(true))
  }

  @Test("makes database and key at a first import, both private", arguments: Engine.tested)
  func first(engine: Engine) throws {
    var program = try Program(engine)
    let file = try program.write("2023-01-test-street.csv", Streets.file("2023-01", rows: 4))
    let address = program.address
    program.environment["HAMLET_DATABASE"] = nil
    let ended = try program.run("--database", address, "incidents", "import", file, "--json")
    #expect(ended.status == 0, "\(ended)")
    #expect(try AnyJSON(ended.output)["stored"]?.int == 4)
    #expect(ended.messages.contains("A new key was written to \(program.key)"))
    #expect(mode(program.key) == 0o600)
    if let path = program.path { #expect(mode(path) & 0o007 == 0) }
    #expect(try program.number("SELECT COUNT(*) FROM incident") == 4)
  }

  @Test("does not serve a database whose key is gone")
  func keyGone() throws {
    let program = try Program()
    try program.done("account", "list")
    unlink(program.key)
    let ended = try program.run("account", "list")
    #expect(ended.status == 1)
    #expect(ended.messages.contains("There is no key at \(program.key)"))
    #expect(access(program.key, F_OK) != 0)
  }

  @Test("refuses to touch a database newer than itself, in words", arguments: Engine.tested)
  func newer(engine: Engine) throws {
    let program = try Program(engine)
    try program.done("account", "list")
    try program.withDatabase { database in
      try database.write { write in
        try write.run("INSERT INTO migration (name, checksum) VALUES ('comets/9', 'x')")
      }
    }
    for command in ["migrate", "check", "serve"] {
      let ended = try program.run(command)
      #expect(ended.status == 1)
      let words = ended.output + ended.messages
      #expect(words.contains("The database is newer than this program"), "\(command): \(words)")
      #expect(words.contains("comets/9"))
    }
  }

  private func mode(_ path: String) -> mode_t {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0o777
  }
}
