import Commands
import Database
import FeatureKit
import FoundationEssentials
import Kernel
import Partnership
import TestKit
import Testing

@testable import Conferences

@Suite("A conference held from the shell", .database)
struct ShellTests {
  private func say(
    _ fixture: ConferencesFixture, _ words: [String], _ fields: String? = nil
  ) throws -> Said {
    var words = words
    if let fields {
      let path = try TemporaryFolder.ofCase().path + "/fields.json"
      try Data(fields.utf8).write(to: URL(filePath: path))
      words.append(path)
    }
    return fixture.services.shell(Conferences.feature.commands, ["conferences"] + words)
  }

  private func done(
    _ fixture: ConferencesFixture, _ words: [String], _ fields: String? = nil
  ) throws -> String {
    let said = try say(fixture, words, fields)
    #expect(said.status == .done, "\(words) \(said.all)")
    return said.out.split(separator: "\n").joined(separator: " ")
  }

  private static let due = """
    "due-day": "25", "due-month": "11", "due-year": "2026"
    """

  @Test(
    "is referred to, prepared, held and followed up, and names nobody", arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let kind = "community-marac"
    try fixture.seat(.coordinator, .coordinator, in: kind)
    let reference = try done(
      fixture, ["refer", kind],
      """
      {"body": "police", "name": "Rowan Sample", "criterion": "several", "why": "Quagga reasons",
       "shared": ["events"], "gateway": "cda-115", "basis": "public-task",
       "necessity": "x", "told": "yes"}
      """)
    let meeting = try done(
      fixture, ["call", kind],
      """
      {"held-day": "20", "held-month": "11", "held-year": "2026", "starts": "10:00", "venue": "Hall"}
      """)
    _ = try done(fixture, ["case", kind, reference, "list"], "{\"meeting\": \"\(meeting)\"}")
    _ = try done(
      fixture, ["case", kind, reference, "ask"], "{\"asked\": [\"homes\", \"health\"], \(Self.due)}"
    )
    _ = try done(
      fixture, ["case", kind, reference, "answer"],
      """
      {"for": "homes", "answer": "known", "facts": "Two visits", "given-by": "Desk, by email"}
      """)
    _ = try done(
      fixture, ["mailbox", kind],
      """
      {"mailbox-body": "health", "mailbox": "desk@trust.example"}
      """)
    _ = try done(
      fixture, ["case", kind, reference, "link"],
      """
      {"for": "health", "days": "7"}
      """)
    _ = try done(fixture, ["case", kind, reference, "link-end"], "{\"link\": \"1\"}")
    for (act, fields) in [
      ("begin", nil), ("note", "{\"guest\": \"Nurse Sample\", \"part\": \"present\"}"),
      ("start", "{\"case\": \"\(reference)\"}"),
      ("discuss", "{\"case\": \"\(reference)\", \"discussion\": \"What was weighed\"}"),
      (
        "decide",
        "{\"case\": \"\(reference)\", \"body\": \"homes\", \"verb\": \"fit\", "
          + "\"task\": \"the locks\", \(Self.due)}"
      ),
      ("stop", "{\"case\": \"\(reference)\"}"), ("other", "{\"other\": \"Nothing else\"}"),
      ("close", nil),
    ] as [(String, String?)] {
      _ = try done(fixture, ["hold", kind, meeting, act], fields)
    }
    let next = try done(
      fixture, ["call", kind],
      """
      {"held-day": "20", "held-month": "11", "held-year": "2026", "starts": "15:00", "venue": "Hall"}
      """)
    _ = try done(fixture, ["hold", kind, next, "begin"])
    let agenda = try done(fixture, ["meeting", kind, next])
    #expect(agenda.contains("action 1  Thornmere Homes  due 2026-11-25  Open"), "\(agenda)")
    let refused = try say(
      fixture, ["hold", kind, next, "outcome"], "{\"action\": \"1\", \"state\": \"not-possible\"}")
    #expect(refused.status == .inputRefused && refused.all.contains("outcome-1: Enter why"))
    _ = try done(
      fixture, ["hold", kind, next, "outcome"], "{\"action\": \"1\", \"state\": \"done\"}")
    let page = try fixture.words(
      "/conferences/\(kind)/meetings/\(meeting)/minutes", as: .coordinator)
    for word in ["What was weighed", "Fit the locks", "Nurse Sample", "Nothing else"] {
      #expect(page.contains(word), "\(word)")
    }
    let list = try done(fixture, ["cases", kind, "--state", "heard"])
    #expect(list.contains(reference) && !list.contains("Rowan"))
    let actors = try fixture.database.read { read in
      try read.count("SELECT COUNT(*) FROM conference_action WHERE answered_by IS NOT NULL")
    }
    #expect(actors == 0)
  }

  @Test("changes some rules and leaves the others, and repeats nothing of what is refused")
  func rules() throws {
    let fixture = try ConferencesFixture()
    _ = try done(fixture, ["rules", "marac"], "{\"cadence\": 21}")
    let kind = try #require(try fixture.database.read { try KindStore.find("marac", $0) })
    #expect(kind.rules.cadenceDays == 21 && kind.rules.researchDays == 5)
    #expect(kind.rules.yardstick == 40 && kind.statementVersion == 1)
    let refused = try say(fixture, ["refer", "gangs"], "{\"name\": \"Rowan Sample\"}")
    #expect(refused.status == .inputRefused, "\(refused.all)")
    #expect(refused.all.contains("criterion: Choose the ground"))
    #expect(!refused.all.contains("Rowan"))
    let torn = try say(fixture, ["refer", "gangs"], "{")
    #expect(torn.status == .inputRefused && torn.all.contains("one JSON object"))
  }
}
