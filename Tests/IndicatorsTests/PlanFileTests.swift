import Commands
import Database
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("A plan as a file", .database)
struct PlanFileTests {
  private static let head =
    "plan,priority code,priority,code,indicator,kind,counts,source,owner,"
    + "frequency,wanted,wanted from,wanted because,baseline,basis,target 2025/26,target 2026/27\r\n"

  private static func line(_ code: String, _ title: String, _ rest: String) -> String {
    "safe,A,Safe homes,\(code),\(title),\(rest)\r\n"
  }

  private static let first = line(
    "A9", "First-time entrants of NI 111",
    "count,person,Courts,Council,quarter,lower,2025-04,Fewer should enter,336,not stated,-2%,-5%")

  private func run(_ text: String, _ fixture: EntryFixture, _ more: [String] = []) throws -> (
    status: Int32, output: String, messages: String
  ) {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/plan.csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    return CommandTests.run(["plan", "import", path] + more, fixture.services)
  }

  @Test(
    "adds what is new, changes what is other, and a second run changes nothing",
    arguments: Engine.tested)
  func imported(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let first = try run(Self.head + Self.first, fixture, ["--json"])
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.output.contains(#""rows":1,"added":1,"changed":0,"unchanged":0"#))
    let again = try run(Self.head + Self.first, fixture, ["--json"])
    #expect(again.output.contains(#""rows":1,"added":0,"changed":0,"unchanged":1"#))
    let other = Self.first.replacing("-5%", with: "-6%")
    #expect(try run(Self.head + other, fixture).output.contains("1 rows changed"))
    let (member, targets) = try fixture.services.database.read { read in
      let member = try #require(try MembershipStore.all(of: fixture.plan.id, in: read).last)
      return (member, try StatementStore.targets(of: member.id, in: read))
    }
    #expect(member.basis == .notStated)
    #expect(
      targets.filter { $0.supersededAt == nil }.map(\.target.statement.words).sorted()
        == ["-2%", "-6%"])
    #expect(targets.contains { $0.target.statement.words == "-5%" && $0.supersededAt != nil })
    let change = try #require(try fixture.changes().first)
    #expect(change.author == "Command line")
    #expect(change.reason == "Read from plan.csv")
    #expect(try fixture.actions() == Array(repeating: "indicators.plan-imported", count: 3))
  }

  @Test(
    "comes out as it can be read in, also into a plan that has none of it", arguments: Engine.tested
  )
  func roundTrip(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    try fixture.change(
      .newPriority,
      [("code", "C"), ("title", "Cohesion"), ("unmeasured", "No source"), ("reason", "x")])
    try fixture.change(
      .targets(fixture.members[0].id),
      [("baseline", "=100"), ("target-2026", "-5%"), ("basis", "chained"), ("reason", "x")])
    try fixture.change(.alias(fixture.members[0].id), [("alias", "NI 115"), ("reason", "x")])
    let out = CommandTests.run(["plan", "export", "safe"], fixture.services)
    #expect(out.status == 0)
    let again = try run(out.output, fixture, ["--json"])
    #expect(again.status == 0, "\(again.messages)")
    #expect(
      again.output.contains(#""rows":5,"added":0,"changed":0,"unchanged":5"#), "\(again.output)")
    let made = CommandTests.run(
      ["plan", "add", "Copy", "--from", "2025/26", "--to", "2028/29", "--agreed", "Board"],
      fixture.services)
    #expect(made.output == "copy\n")
    let copy = try run(
      out.output.replacing("\r\nsafe,", with: "\r\ncopy,"), fixture, ["--json"])
    #expect(copy.output.contains(#""rows":5,"added":4"#), "\(copy.messages)")
    let second = CommandTests.run(["plan", "export", "copy"], fixture.services)
    #expect(second.output == out.output.replacing("\r\nsafe,", with: "\r\ncopy,"))
  }

  /// What is wrong with a line, the column it is named by, and words of the reason.
  private static let wrong: [(String, String, Int, String)] = [
    ("count,person", "number,person", 6, "“number” is not known. Use count"),
    ("count,person", "percentage,person", 2, "Enter what the number counted is out of"),
    ("quarter", "weekly", 10, "“weekly” is not known. Use month, quarter, year"),
    ("lower", "down", 11, "“down” is not known. Use higher, lower, neutral"),
    ("2025-04", "April", 12, "“April” is not a month"),
    ("not stated", "absolute", 15, "Choose what “-2%” is a percentage of"),
    ("not stated", "guess", 15, "“guess” is not known"),
    ("safe,A", "other,A", 1, "there is no plan “other”"),
    ("Courts", "", 8, "say where the figures come from"),
    ("Council", "", 9, "say who answers for the figures"),
    ("Safe homes", "", 3, "the priority is missing"),
    ("First-time entrants of NI 111", "", 5, "name the indicator, or say"),
  ]

  @Test("is refused whole with line and column", arguments: wrong)
  func refused(from: String, to: String, column: Int, words: String) throws {
    let fixture = try EntryFixture()
    let good = Self.first.replacing("A9,First", with: "A8,Another first")
    let bad = Self.first.replacing(from, with: to)
    let lines = from.hasPrefix("safe") ? bad : good + bad
    let found = try run(Self.head + lines, fixture)
    #expect(found.status == 3)
    #expect(found.messages.contains("line \(from.hasPrefix("safe") ? 2 : 3)"), "\(found.messages)")
    #expect(found.messages.contains(words), "\(found.messages)")
    if from != "count,person" || column == 6 {
      #expect(found.messages.contains("column \(column):"), "\(found.messages)")
    }
    #expect(try fixture.changes().isEmpty)
    #expect(try fixture.actions().isEmpty)
  }

  @Test(
    "takes records for what they count and for nothing else",
    arguments: [("incident", Int32(0)), ("call", 3)])
  func sameUnit(unit: String, status: Int32) throws {
    let head = Self.head.replacing("counts,", with: "counts,measure,")
    let line = Self.first.replacing("count,person,", with: "count,\(unit),incidents.asb,")
    let found = try run(head + line, try EntryFixture())
    #expect(found.status == status, "\(found.messages)")
    #expect(found.messages.contains("these count each incident") == (status == 3))
  }

  @Test(
    "needs heads that are known",
    arguments: [
      ("", "the file is empty"), ("plan,priority\r\nsafe,A", "the column indicator is missing"),
      ("priority,indicator,target 2029\r\nA,B,1", "the column “target 2029” is not known"),
      ("priority,indicator,priority\r\nA,B,C", "the column priority stands twice"),
      ("priority,indicator\r\n", "there is no line below the heads"),
      ("priority,indicator,target 2040/41\r\nA,B,1", "the plan has no year 2040/41"),
    ])
  func heads(text: String, words: String) throws {
    let found = try run(text, try EntryFixture(), ["--plan", "safe"])
    #expect(found.status == 3)
    #expect(found.messages.contains(words), "\(found.messages)")
  }

  @Test("is shown on the page before it is kept, and refused there by line and column")
  func uploaded() throws {
    let fixture = try EntryFixture()
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/upload"
    func send(_ text: String) throws -> Response? {
      try Data(text.utf8).write(to: URL(filePath: path))
      let file = UploadedFile(
        field: "file", name: "Jo's plan.csv", path: path, size: text.utf8.count)
      return try fixture.plan(
        EntryFixture.coordinator, .importing("safe"), form: [], files: [file])
    }
    let shown = try send(Self.head + Self.first)
    #expect(shown?.status == 200)
    #expect(shown?.text.contains("1 indicators added") == true)
    #expect(shown?.text.contains("Jo") == false)
    #expect(try fixture.changes().isEmpty)
    let wrong = try send(Self.head + Self.first.replacing("quarter", with: "weekly"))
    #expect(wrong?.status == 422)
    #expect(wrong?.text.contains("upload-1.csv, line 2, column 10: “weekly” is not known") == true)
    let nothing = try fixture.plan(EntryFixture.coordinator, .importing("safe"), form: [])
    #expect(nothing?.text.contains("choose the file of the plan") == true)
    try Data((Self.head + Self.first).utf8).write(to: URL(filePath: path))
    let rows = try FigureSource(path, named: "plan.csv", reader: "").rows
    let form = [("table", try PlanTableText.write(rows)), ("act", "save")]
    let kept = try fixture.plan(EntryFixture.coordinator, .importing("safe"), form: form)
    #expect(kept?.status == 303)
    #expect(try fixture.changes().first?.author == "Coordinator")
    #expect(try fixture.actions() == ["indicators.plan-imported"])
  }

  @Test("takes up an indicator of another plan by its code")
  func same() throws {
    let fixture = try EntryFixture()
    try fixture.services.database.write { try Archive.load(at: Sample.now, in: $0) }
    let head = "priority,indicator,same as,wanted\r\n"
    let found = try run(
      head + "Safe homes,Serious acquisitive crime,strategy-2008-11 NI16,lower\r\n", fixture,
      ["--plan", "safe"])
    #expect(found.status == 0, "\(found.messages)")
    let wrong = try run(
      head + "Safe homes,Another,strategy-2008-11 NI99,lower\r\n", fixture, ["--plan", "safe"])
    #expect(wrong.status == 3)
    let shared = try fixture.services.database.read { read in
      let member = try #require(try MembershipStore.all(of: fixture.plan.id, in: read).last)
      return try MembershipStore.all(of: member.indicator, in: read).count
    }
    #expect(shared == 2)
  }

  @Test(
    "is refused into a published or closed plan, and the command line says which argument is wrong")
  func commands() throws {
    let fixture = try EntryFixture()
    try fixture.services.database.write { try Archive.load(at: Sample.now, in: $0) }
    let text = "priority,indicator\r\nA,B\r\n"
    #expect(try run(text, fixture, ["--plan", "csp-2017-21"]).status == 1)
    #expect(try run(text, fixture, ["--plan", "x"]).status == 2)
    #expect(try run(text, fixture).status == 2)
    let run = { (arguments: [String]) in CommandTests.run(["plan"] + arguments, fixture.services) }
    #expect(run(["tolerance", "safe", "3", "--because", "Board"]).output == "Changed.\n")
    #expect(
      run(["tolerance", "safe", "3", "--because", "Board"]).output == "Nothing had changed.\n")
    #expect(run(["tolerance", "safe", "x", "--because", "Board"]).status == 2)
    #expect(run(["tolerance", "safe", "4", "--because", " "]).status == 2)
    #expect(run(["tolerance", "csp-2017-21", "4", "--because", "Board"]).status == 1)
    let marked = ["break", "safe", "Burglary", "--from", "2026-07", "--kind", "method"]
    #expect(run(marked + ["--because", "Sheds"]).output == "Changed.\n")
    #expect(run(["break", "safe", "Nothing"] + marked[3...] + ["--because", "x"]).status == 2)
    #expect(run(["close", "safe", "--because", "Ended"]).output == "Changed.\n")
    #expect(run(["tolerance", "safe", "5", "--because", "Board"]).status == 1)
    #expect(run(["close", "safe", "--open", "--because", "Not yet"]).status == 0)
    #expect(
      run(["show", "safe", "--json"]).output.hasPrefix(#"{"plan":"safe","title":"Safe plan","#))
    #expect(run(["show", "safe"]).output.contains("Amber up to 3%"))
    #expect(run(["show", "x"]).status == 2)
    #expect(run(["list"]).output.hasPrefix("safe  2025/26 to 2028/29  Safe plan\n"))
    #expect(run(["list", "--json"]).output.hasPrefix(#"[{"plan":"safe","#))
    let add = ["add", "Safe", "--from", "2029/30", "--agreed", "Board", "--to"]
    #expect(run(add + ["2032/33"]).status == 2)
    #expect(
      run(["add", "Other", "--from", "2029/30", "--agreed", "Board", "--to", "2028/29"]).status == 2
    )
  }
}
