import Database
import FoundationEssentials
import Kernel
import TestKit
import Testing

@testable import Casework

@Suite("Bringing open cases along from the shell", .database)
struct CarryCommandTests {
  private func write(_ name: String, _ text: String) throws -> String {
    let path = try TemporaryFolder.ofCase().path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  @Test("saves a mapping, tries, imports and finds by the old reference", arguments: Engine.tested)
  func journey(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let mapping = try write("mapping.csv", OldRegister.mapping)
    #expect(
      run(fixture, ["cases", "mapping", "save", "old", mapping]).output == "old: version 1\n")
    #expect(
      run(fixture, ["cases", "mapping", "list"]).output.contains("old, version 1: Old Register"))
    #expect(run(fixture, ["cases", "mapping", "show", "old"]).output == OldRegister.mapping)
    let tables = try OldRegister.tables.flatMap { table, text in
      ["--\(table.rawValue)", try write("\(table.rawValue).csv", text)]
    }
    let tried = run(fixture, ["cases", "import", "--mapping", "old", "--dry-run"] + tables)
    #expect(tried.status == 3)
    #expect(tried.messages.contains("line 4, column “Opened”: It is empty. Fill it in"))
    #expect(tried.messages.contains("priority “Urgent” means nothing here yet: 2 lines"))
    #expect(try fixture.count("case_file") == 0)
    let done = run(fixture, ["cases", "import", "--mapping", "old"] + tables)
    #expect(done.status == 0)
    #expect(done.output.contains("3 cases, 2 people, 2 actions, 2 notes and 0 files"))
    #expect(!(done.output + done.messages).contains("Planted"))
    let again = run(fixture, ["cases", "import", "--mapping", "old", "--json"] + tables)
    #expect(again.output.contains("\"cases\":0") && again.output.contains("\"known\":9"))
    let found = run(fixture, ["search", try write("sought", "asb/2025-17\n")])
    #expect(found.output.contains("old reference  Noise above"))
    #expect(run(fixture, ["cases", "fields"]).output.contains("cases  reference  Its reference"))
  }

  @Test(
    "says what is wrong with an argument",
    arguments: [
      ["--mapping", "none", "--cases", "x"], ["--mapping", "sample"], ["--cases", "x"],
    ])
  func wrong(arguments: [String]) throws {
    let fixture = try CaseworkFixture()
    #expect(run(fixture, ["cases", "import"] + arguments).status == 2)
  }

  @Test("a file that is not there is refused")
  func missing() throws {
    let fixture = try CaseworkFixture()
    let said = run(
      fixture, ["cases", "import", "--mapping", "sample", "--cases", "/nowhere/cases.csv"])
    #expect(said.status == 3 && said.messages.contains("cannot be opened"))
  }
}
