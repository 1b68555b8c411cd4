import Commands
import Database
import FoundationEssentials
import Kernel
import Partnership
import TestKit
import Testing

@testable import Tasking

@Suite("The commands that write tasking", .database)
struct WritingCommandTests {
  private static let decision = [
    "--problem", "Mopeds at night, Wherry Quay", "--task", "Patrols on Fridays", "--place",
    "Westgate", "--stage", "response", "--agency", "police", "--due", "2026-11-27", "--review",
    "2026-12-04",
  ]

  private func run(
    _ fixture: TaskingFixture, _ arguments: [String]
  ) -> (status: Int32, output: String, messages: String) {
    let (console, record) = Console.recorded()
    let program = Program(
      name: "hamlet", summary: "", version: "", commands: Tasking.feature.commands)
    let status = program.run(["tasking"] + arguments, console: console) { _ in fixture.services }
    return (status.rawValue, record.output, record.messages)
  }

  private func planned(_ engine: Engine = .sqlite) throws -> TaskingFixture {
    let fixture = try TaskingFixture(engine)
    #expect(run(fixture, ["meeting", "plan", "--day", "2026-11-17"]).status == 0)
    return fixture
  }

  @Test(
    "plan a meeting, write down what it decides, say what came of it, close it",
    arguments: Engine.tested)
  func meeting(engine: Engine) throws {
    let fixture = try planned(engine)
    #expect(run(fixture, ["meetings"]).output == "2026-W47  2026-11-17  open  no actions\n")
    let added = run(fixture, ["action", "add", "--week", "2026-W47"] + Self.decision)
    #expect(added.status == 0 && added.output == "1\n", "\(added.messages)")
    #expect(
      run(fixture, ["actions"]).output == "1  2026-11-27  Mopeds at night, Wherry Quay, Westgate: "
        + "Patrols on Fridays (Thornmere Constabulary)\n")
    let moved = run(
      fixture, ["action", "change", "1", "--place", "Eastcroft", "--due", "2026-11-28"])
    #expect(moved.output == "Saved.\n", "\(moved.messages)")
    #expect(
      run(fixture, ["action", "change", "1", "--place", "Eastcroft"]).output
        == "Nothing was changed.\n")
    let report = ["action", "report", "1", "--state", "not-done", "--reason", "Staff were ill"]
    #expect(run(fixture, report).output == "Saved.\n")
    #expect(run(fixture, ["meetings"]).output == "2026-W47  2026-11-17  open  1 not done\n")
    let listed = run(fixture, ["actions", "--state", "not-done", "--json"]).output
    #expect(listed.contains(#""place":"Eastcroft""#) && listed.contains(#""due":"2026-11-28""#))
    #expect(run(fixture, ["meeting", "close", "--week", "2026-W47"]).status == 0)
    #expect(run(fixture, ["meeting", "close", "--week", "2026-W47"]).status == 1)
    #expect(run(fixture, ["action", "add", "--week", "2026-W47"] + Self.decision).status == 1)
    #expect(run(fixture, ["meetings", "--json"]).output.contains(#""isClosed":true"#))
    #expect(
      try fixture.actions() == [
        "tasking.meeting-planned", "tasking.action-added", "tasking.action-changed",
        "tasking.action-reported", "tasking.meeting-closed",
      ])
  }

  @Test(
    "are refused as wrong use, naming the option",
    arguments: [
      (["meeting", "plan", "--day", "tomorrow"], "--day: expected a day such as"),
      (["meeting", "plan", "--day", "2036-11-17"], "--day: Choose a day within a year of today."),
      (["meeting", "plan", "--day", "2026-11-20"], "--day: Week 2026-W47 has a meeting already."),
      (["meeting", "close", "--week", "2026-W48"], "--week: 2026-W48 has no meeting."),
      (["action", "add", "--week", "2026-W47"], "--problem: Enter the problem."),
      (["action", "add", "--week", "2026-W47"] + decision + ["--agency"], "--agency"),
      (["action", "change", "7", "--task", "x"], "NUMBER: there is no action 7."),
      (["action", "change", "x", "--task", "x"], "NUMBER: expected the number of an action"),
      (["action", "report", "1", "--state", "lost"], "--state"),
      (["vehicle", "remove", "1"], "NUMBER: the list has no entry 1."),
      (["vehicle", "propose", "/nowhere.json"], "FILE: “/nowhere.json” cannot be read."),
    ])
  func refused(arguments: [String], words: String) throws {
    let fixture = try planned()
    let answer = run(fixture, arguments)
    #expect(answer.status == 2, "\(answer)")
    #expect(answer.messages.contains(words), "\(answer.messages)")
    #expect(try fixture.actions() == ["tasking.meeting-planned"])
  }

  @Test(
    "refuse what the forms refuse",
    arguments: [
      (["--due", "2026-11-16"], "--due: Choose a day on or after the meeting"),
      (["--review", "2026-11-26"], "--review: Choose a day on or after the due day."),
      (["--place", "Nowhere"], "--place: Choose the place."),
      (["--agency", "army"], "--agency: “army” is none of council, police."),
      (["--task", "Stop AB12 CDE"], "--task: Take the number plate out"),
    ])
  func fields(change: [String], words: String) throws {
    let fixture = try planned()
    var decision = Self.decision
    let place = try #require(decision.firstIndex(of: change[0]))
    decision[place + 1] = change[1]
    let answer = run(fixture, ["action", "add", "--week", "2026-W47"] + decision)
    #expect(answer.status == 2)
    #expect(answer.messages.contains(words), "\(answer.messages)")
  }

  @Test(
    "propose a vehicle from a file, list it without its mark, take it off", arguments: Engine.tested
  )
  func vehicles(engine: Engine) throws {
    let fixture = try TaskingFixture(engine)
    let path = try TemporaryFolder.ofCase().path + "/proposal.json"
    let proposal = """
      {"plate": "QQ00 QIQ", "purpose": "Seen at dumped rubbish. Note only", "source": "2", \
      "assessment": "B", "handling": "P", "expires": "2026-12-20"}
      """
    try Data(proposal.utf8).write(to: URL(filePath: path))
    let proposed = run(fixture, ["vehicle", "propose", path])
    #expect(proposed.output == "1  waits for a manager\n", "\(proposed.messages)")
    #expect(run(fixture, ["vehicle", "propose", path]).status == 3)
    #expect(
      run(fixture, ["vehicles"]).output == "1  waits for a manager  2 B P  until 2026-12-20\n")
    let json = run(fixture, ["vehicles", "--json"]).output
    #expect(json.contains(#""isInForce":false"#) && !json.contains("QIQ"))
    #expect(run(fixture, ["vehicle", "remove", "1"]).status == 0)
    #expect(run(fixture, ["vehicles"]).output == "No vehicle is on the list or proposed for it.\n")
    #expect(!(try fixture.trail().joined().uppercased().contains("QIQ")))
    #expect(try fixture.actions().count { $0 == "tasking.vehicles-read" } == 3)
  }

  @Test(
    "refuse a proposal that says too little, without repeating what it says",
    arguments: [
      ("[]", "expected one JSON object of text members"),
      (#"{"plate": "QQ00 QIQ"}"#, "expires: expected a day"),
      (#"{"plate": "?", "expires": "2026-12-20"}"#, "plate: Enter the registration mark"),
      (#"{"plate": "QQ00 QIQ", "expires": "2027-12-20"}"#, "expires: Choose a day within 90 days"),
    ])
  func proposals(text: String, words: String) throws {
    let fixture = try TaskingFixture()
    let path = try TemporaryFolder.ofCase().path + "/proposal.json"
    try Data(text.utf8).write(to: URL(filePath: path))
    let answer = run(fixture, ["vehicle", "propose", path])
    #expect(answer.status == 3)
    #expect(
      answer.messages.contains(words) && !answer.messages.contains("QIQ"), "\(answer.messages)")
  }
}
