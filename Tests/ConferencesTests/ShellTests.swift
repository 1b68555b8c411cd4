import Commands
import Database
import FeatureKit
import FoundationEssentials
import HTTP
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
    let link = try fixture.id("conference_link")
    _ = try done(fixture, ["case", kind, reference, "link-end"], "{\"link\": \"\(link)\"}")
    _ = try done(fixture, ["case", kind, reference, "ask-end"], "{\"for\": \"health\"}")
    let shown = try done(fixture, ["shares", kind])
    for words in ["Homes  accounts", "Trust  accounts", "Trust  link", "Ended before its day"] {
      #expect(shown.contains(words), "\(shown)")
    }
    #expect(try done(fixture, ["shares", kind, "--json"]).contains("taken-back"))
    #expect(!shown.contains("Rowan"))
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
    let action = try fixture.id("conference_action")
    #expect(agenda.contains("action \(action)  Thornmere Homes  due 2026-11-25  Open"), "\(agenda)")
    let refused = try say(
      fixture, ["hold", kind, next, "outcome"],
      "{\"action\": \"\(action)\", \"state\": \"not-possible\"}")
    #expect(refused.status == .inputRefused && refused.all.contains("outcome-\(action): Enter why"))
    _ = try done(
      fixture, ["hold", kind, next, "outcome"],
      "{\"action\": \"\(action)\", \"state\": \"done\"}")
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

  /// A meeting of the community MARAC about one person, of which something was copied.
  private func heard(_ fixture: ConferencesFixture) throws -> (reference: String, meeting: String) {
    let kind = "community-marac"
    try fixture.seat(.coordinator, .coordinator, in: kind)
    try fixture.seat(.chair, .chair, in: kind)
    try fixture.seat(.police, .member, in: kind)
    let file = try fixture.refer(
      ["criterion": "several", "instrument": "", "instrument-version": "", "score": ""], to: kind)
    let meeting = try fixture.call(kind: kind)
    try fixture.list(file, on: meeting)
    for step in [
      [("act", "begin"), ("version", "1")], [("act", "sign")],
      [("act", "start"), ("item", try fixture.item())],
    ] { try fixture.visit(meeting, as: .coordinator, form: step) }
    try fixture.visit(meeting, as: .chair, form: [("act", "sign")])
    let copied = try fixture.visit(
      file, as: .chair,
      form: [
        ("act", "copy"), ("copy-case", "TM-7K42-0931"), ("copy-words", "Quagga copied"),
        ("copy-reason", "Quagga because"),
      ])
    #expect(copied?.status == 303)
    return (
      String(file.split(separator: "/").last ?? ""),
      String(meeting.split(separator: "/").last ?? "")
    )
  }

  @Test("finds a name without repeating it, and says what is on record", arguments: Engine.tested)
  func records(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (reference, meeting) = try heard(fixture)
    let kind = "community-marac"
    let found = try done(fixture, ["find", kind], "{\"name\": \"rowan\"}")
    #expect(found == "\(reference)  On the agenda")
    #expect(try done(fixture, ["find", kind], "{\"name\": \"nobody\"}") == "No case of that name.")
    let refused = try say(fixture, ["find", kind], "{\"name\": \"x\"}")
    #expect(refused.status == .inputRefused && refused.all.contains("two letters"))
    let copies = try done(fixture, ["copies", kind, reference])
    #expect(copies == "2026-11-20  TM-7K42-0931  account 2")

    let folder = try TemporaryFolder.ofCase().path
    fixture.settings.printer = folder + "/weasyprint"
    try Data("#!/bin/sh\nprintf '%%PDF-1.7 '; cat\n".utf8).write(
      to: URL(filePath: fixture.settings.printer))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: fixture.settings.printer)
    let paper = folder + "/minutes.pdf"
    #expect(try done(fixture, ["minutes", kind, meeting, paper]).contains("has the minutes"))
    let text = try String(contentsOfFile: paper, encoding: .utf8)
    #expect(text.contains("Rowan Sample") && text.contains("The command line"))
    let mode = try FileManager.default.attributesOfItem(atPath: paper)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try say(fixture, ["minutes", kind, meeting, paper]).status == .wrongUse)

    let trail = try done(fixture, ["trail", kind])
    for words in [
      "Minutes of a conference printed", "operator  Conference asked for a name",
      "account 2  Something of a conference copied",
    ] { #expect(trail.contains(words), "\(words) \(trail)") }
    let rows = try done(fixture, ["trail", kind, "--json"])
    #expect(rows.contains("conferences.minutes-printed") && rows.contains(reference))
    for said in [found, copies, trail, rows] {
      #expect(!said.lowercased().contains("rowan") && !said.contains("Quagga"))
    }
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
