import Commands
import Database
import FoundationEssentials
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("Commands of indicators", .database)
struct CommandTests {
  static func run(
    _ arguments: [String], _ services: Services
  ) -> (status: Int32, output: String, messages: String) {
    let (console, record) = Console.recorded()
    let program = Program(
      name: "hamlet", summary: "", version: "", commands: Indicators.feature.commands)
    let status = program.run(arguments, console: console, context: { _ in services })
    return (Int32(status.rawValue), record.output, record.messages)
  }

  @Test("print the dashboard as JSON, CSV and lines")
  func dashboard() throws {
    let services = try DemonstrationTests.services(.sqlite)
    try Demonstration.make(World(today: Sample.today), services)
    let asked = ["indicators", "dashboard", "--plan", "csp-2017-21", "--period", "2018/19"]
    let json = Self.run(asked + ["--json"], services)
    #expect(json.status == 0)
    #expect(json.output.hasPrefix(#"{"plan":"csp-2017-21","period":"2018/19","rows":["#))
    #expect(Self.run(asked + ["--csv"], services).output.split(separator: "\r\n").count == 14)
    #expect(Self.run(asked, services).output.contains("Computed: Green 5, Amber 3, Red 3, none 2"))
    #expect(Self.run(asked, services).output.contains("Targets of the year: met "))
    let wrong = Self.run(
      ["indicators", "dashboard", "--plan", "x", "--period", "2018/19"], services)
    #expect(wrong.status == 2)
    let period = Self.run(["indicators", "dashboard", "--plan", "x", "--period", "2018"], services)
    #expect(period.status == 2)
  }

  @Test(
    "say that a period lies outside the plan, on both sides",
    arguments: [("2016/17", 2), ("2017/18", 0), ("2020/21 Q4", 0), ("2021/22 Q1", 2)])
  func outside(period: String, status: Int32) throws {
    let services = try DemonstrationTests.services(.sqlite)
    try Demonstration.make(World(today: Sample.today), services)
    let asked = Self.run(
      ["indicators", "dashboard", "--plan", "csp-2017-21", "--period", period], services)
    #expect(asked.status == status)
    #expect((status == 2) == asked.messages.contains("the plan is of 2017/18 to 2020/21"))
  }

  @Test("import a file whole or refuse it with its line and column")
  func importing() throws {
    let services = try DemonstrationTests.services(.sqlite)
    try Demonstration.make(World(today: Sample.today), services)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/figures.csv"
    try Data("plan,indicator,period,value\r\ncsp-2025-29,D4,2026-10,61\r\n".utf8)
      .write(to: URL(filePath: path))
    let first = Self.run(["indicators", "import", path, "--json"], services)
    #expect(first.status == 0)
    #expect(first.output.contains(#""rows":1,"added":0,"corrected":1,"unchanged":0"#))
    #expect(Self.run(["indicators", "import", path], services).output.contains("1 unchanged"))
    try Data("plan,indicator,period,value\ncsp-2025-29,D4,2026-10,\"6\"x\n".utf8)
      .write(to: URL(filePath: path))
    let refused = Self.run(["indicators", "import", path], services)
    #expect(refused.status == 3)
    #expect(refused.messages.contains("line 2"))
  }
}
