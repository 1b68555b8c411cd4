import Commands
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Tasking

@Suite("The commands of tasking", .database)
struct CommandTests {
  struct Answer {
    let status: Int32
    let output: String
    let messages: String
  }

  private func run(_ fixture: TaskingFixture, _ arguments: String...) -> Answer {
    run(fixture, arguments)
  }

  private func run(_ fixture: TaskingFixture, _ arguments: [String]) -> Answer {
    let (console, record) = Console.recorded()
    let program = Program(
      name: "hamlet", summary: "", version: "", commands: Tasking.feature.commands)
    let status = program.run(arguments, console: console) { _ in fixture.services }
    return Answer(status: status.rawValue, output: record.output, messages: record.messages)
  }

  private func fixture() throws -> TaskingFixture {
    var source = TestSource.quiet(weeks: 30)
    source.add(40, in: TaskingFixture.week)
    return try TaskingFixture(sources: [source.events])
  }

  @Test("say what stands out, keep the report, and print the same JSON twice")
  func exceptions() throws {
    let fixture = try fixture()
    let words = run(fixture, "exceptions")
    #expect(words.status == 0, "\(words.messages)")
    #expect(words.output.contains("1 ward and kind stands out this week."))
    #expect(words.output.contains("Westgate: Noise: 4"))
    let first = run(fixture, "exceptions", "--week", "2026-W46", "--json")
    #expect(first.output.hasPrefix(#"{"source":"council","period":"2026-W46","#))
    #expect(first.output.contains(#""falseDiscoveryRate":0.05"#))
    #expect(run(fixture, "exceptions", "--json").output == first.output)
    #expect(try fixture.actions() == ["tasking.exceptions-tested"])
  }

  @Test(
    "are refused as wrong use, naming the option",
    arguments: [
      (["exceptions", "--week", "soon"], "--week"),
      (["exceptions", "--month", "2026-09"], "tested by week"),
      (["exceptions", "--week", "2026-W46", "--month", "2026-09"], "not both"),
      (["exceptions", "--source", "other"], "is none of council"),
      (["exceptions", "--week", "2020-W01"], "The source covers"),
      (["tasking", "pack", "--week", "2026-W47"], "has no meeting"),
      (["tasking", "compare", "--source", "x"], "is none of council"),
      (["tasking", "compare", "--category", "x"], "is no kind of the source"),
    ])
  func refused(arguments: [String], words: String) throws {
    let fixture = try fixture()
    let answer = run(fixture, arguments)
    #expect(answer.status == 2)
    #expect(answer.messages.contains(words), "\(answer.messages)")
    #expect(try fixture.actions().isEmpty)
  }

  @Test("print the pack as text, and as it is kept; that it was printed is on record")
  func pack() throws {
    let fixture = try fixture()
    #expect(run(fixture, "tasking", "pack").status == 1)
    try fixture.visit("/tasking", as: .coordinator, form: MeetingTests.held("2026-11-17"))
    let words = run(fixture, "tasking", "pack")
    #expect(words.status == 0)
    #expect(words.output.hasPrefix("OFFICIAL-SENSITIVE\nTasking pack, week 2026-W47"))
    let json = run(fixture, "tasking", "pack", "--json")
    let pack = try Frozen.decode(Pack.self, from: json.output)
    #expect(pack.week == "2026-W47" && pack.untested == ["council"])
    #expect(try fixture.actions().count { $0 == "tasking.pack-printed" } == 2)
    let missing = run(fixture, "tasking", "pack", "--pdf", "/tmp/never.pdf")
    #expect(missing.status == 1 && missing.messages.contains("WeasyPrint is not installed"))
    #expect(try fixture.actions().count { $0 == "tasking.pack-printed" } == 2)
  }

  @Test("list actions by state, and name nobody")
  func actions() throws {
    let fixture = try fixture()
    #expect(run(fixture, "tasking", "actions").output == "No action is in this state.\n")
    try fixture.visit("/tasking", as: .coordinator, form: MeetingTests.held("2026-11-17"))
    _ = try MeetingTests.add(fixture, ["agency": "1", "person": "3"])
    let list = run(fixture, "tasking", "actions").output
    #expect(
      list == "1  2026-11-27  Mopeds at night, Wherry Quay, Westgate: Patrols on Fridays "
        + "(Thornmere Council)\n")
    let json = run(fixture, "tasking", "actions", "--json").output
    #expect(json.contains(#""overdue":false"#) && !json.contains("Person"))
    #expect(run(fixture, "tasking", "actions", "--state", "lost").status == 2)
    #expect(run(fixture, "tasking", "actions", "--page", "0").status == 2)
  }

  @Test("compare the areas of a file, or refuse it with status 3 and its line")
  func compare() throws {
    let fixture = try fixture()
    let path = try TemporaryFolder.ofCase().path + "/areas.csv"
    let rows = (0..<8).map { "E\($0),Area \($0),\(95 + $0),10000\n" }.joined()
    try Data((ComparisonTests.head + rows).utf8).write(to: URL(filePath: path))
    let answer = run(fixture, "tasking", "compare", "--file", path)
    #expect(answer.status == 0, "\(answer.messages)")
    #expect(answer.output.contains("No area lies outside what such areas differ by."))
    #expect(answer.output.contains("  Area 0: 95, 9.5 a thousand, within"))
    #expect(
      run(fixture, "tasking", "compare", "--file", path, "--json").output.contains(#""centre":"#))
    try Data("Code,Name,Events,People\nE1,A,x,1\n".utf8).write(to: URL(filePath: path))
    let refused = run(fixture, "tasking", "compare", "--file", path)
    #expect(refused.status == 3)
    #expect(refused.messages.contains("line 2, column 3"))
  }
}
