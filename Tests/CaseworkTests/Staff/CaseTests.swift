import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("Working on a case", .database)
struct CaseTests {
  /// A case that was opened a moment ago.
  private func open(_ engine: Engine = .sqlite) throws -> (CaseworkFixture, Reference, Reference) {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    return (fixture, try fixture.openCase(report), report)
  }

  @discardableResult
  private func act(
    _ fixture: CaseworkFixture, _ file: Reference, _ act: CaseAct, _ form: [(String, String)],
    as role: Role = .officer
  ) throws -> Response? {
    try fixture.answer("/cases/\(file)/\(act.rawValue)", as: role, form: form)
  }

  private func page(_ fixture: CaseworkFixture, _ file: Reference) throws -> Response {
    try #require(try fixture.answer("/cases/\(file)"))
  }

  @Test("keeps facts and opinions apart, and who has looked", arguments: Engine.tested)
  func notes(engine: Engine) throws {
    let (fixture, file, _) = try open(engine)
    try act(fixture, file, .note, [("kind", "fact"), ("note", "Music heard from flat 12")])
    try act(fixture, file, .note, [("kind", "opinion"), ("note", "They may be students")])
    let words = try page(fixture, file).words
    #expect(words.contains("Fact Music heard from flat 12"))
    #expect(words.contains("Opinion They may be students"))
    #expect(try page(fixture, file).words.contains("Case opened"))
  }

  @Test(
    "begins with the first contact, and tells the reporter what is meant for them",
    arguments: Engine.tested)
  func contact(engine: Engine) throws {
    let (fixture, file, report) = try open(engine)
    #expect(try fixture.file(file).startedAt == nil)
    try act(
      fixture, file, .contact,
      [
        ("with", "Complainant, telephone"), ("said", "They hear it nightly"),
        ("told", "We visit Monday"), ("interview", "yes"),
      ])
    let begun = try fixture.file(file)
    #expect(begun.startedAt == fixture.now)
    #expect(begun.due == begun.updateDue)
    #expect(try fixture.told(report).last == "We visit Monday")
    #expect(!(try fixture.told(report).joined().contains("nightly")))
  }

  @Test("keeps those who suffer and those complained of apart, sealed", arguments: Engine.tested)
  func people(engine: Engine) throws {
    let (fixture, file, _) = try open(engine)
    for (part, name) in [("victim", "Zebedee Planted"), ("subject", "Quentin Planted")] {
      try act(
        fixture, file, .person,
        [("part", part), ("name", name), ("safety", part == "victim" ? "After six only" : "")])
    }
    let words = try page(fixture, file).words
    #expect(words.contains("Before you contact Zebedee Planted: After six only"))
    let (suffer, claim) = (
      try #require(words.range("Those who suffer")),
      try #require(words.range("Those complained of"))
    )
    let victim = try #require(words.range("Zebedee Planted Victim"))
    let subject = try #require(words.range("Quentin Planted Complained of"))
    #expect(suffer < victim && victim < claim && claim < subject)
    guard let path = fixture.database.path else { return }
    for file in [path, path + "-wal"] {
      #expect(!(try Bytes.latin(of: file).contains("Planted")))
    }
  }

  @Test("orders the clocks by actions with their organisations and days", arguments: Engine.tested)
  func actions(engine: Engine) throws {
    let (fixture, file, _) = try open(engine)
    let form = [
      ("task", "Mend the lock"), ("agency", "1"), ("due-day", "23"), ("due-month", "11"),
      ("due-year", "2026"),
    ]
    try act(fixture, file, .action, form)
    #expect(try fixture.file(file).due?.description == "2026-11-23T17:00:00.000Z")
    try act(fixture, file, .finish, [("action", "1")])
    #expect(try fixture.file(file).due?.description == "2026-11-24T17:00:00.000Z")
    #expect(try page(fixture, file).words.contains("Action done Mend the lock"))
    let again = try #require(try act(fixture, file, .finish, [("action", "1")]))
    #expect(again.status == 422)
  }

  @Test(
    "stops the clocks for a reason and moves what was due by the working days",
    arguments: Engine.tested)
  func pauses(engine: Engine) throws {
    let (fixture, file, _) = try open(engine)
    try act(fixture, file, .pause, [("pause-reason", "The complainant is away")])
    #expect(try fixture.file(file).state == .paused)
    #expect(try fixture.file(file).due == nil)
    fixture.clock.advance(seconds: 4 * 86_400)
    try act(fixture, file, .resume, [("resume-reason", "They are back")])
    let resumed = try fixture.file(file)
    #expect(resumed.state == .open)
    #expect(resumed.startDue.description == "2026-11-26T17:00:00.000Z")
    #expect(resumed.interviewDue == resumed.startDue)
    // Another priority counts from the report, and the days of the pause are not lost.
    let change = [
      ("version", String(resumed.version)), ("title", resumed.title), ("priority", "3"),
      ("change-reason", "Less urgent"),
    ]
    try act(fixture, file, .change, change)
    let changed = try fixture.file(file)
    #expect(changed.startDue.description == "2026-12-01T17:00:00.000Z")
    #expect(changed.interviewDue == changed.startDue)
    #expect(
      try fixture.work("/cases/\(file)/resume", as: .officer, form: [("resume-reason", "x")]) == 409
    )
  }

  @Test(
    "closes with an outcome that those who reported it are told, and opens again",
    arguments: Engine.tested)
  func closing(engine: Engine) throws {
    let (fixture, file, report) = try open(engine)
    try act(
      fixture, file, .close,
      [("outcome", "warning"), ("close-reason", "Two visits"), ("close-told", "We warned them")])
    #expect(try fixture.file(file).outcome == .warning)
    #expect(
      try fixture.told(report).last
        == "Somebody was warned, or has agreed how to behave. We warned them")
    let found = try fixture.database.read { try fixture.store.find(report, $0) }
    #expect(found?.state == .closed)
    let always: Set<CaseAct> = [.reopen, .partyEnd, .answersRead, .linkEnd, .watch, .unwatch]
    for act in CaseAct.allCases where !always.contains(act) {
      #expect(try fixture.work("/cases/\(file)/\(act.rawValue)", as: .officer, form: []) == 409)
    }
    try act(fixture, file, .reopen, [("reopen-reason", "It began again")])
    #expect(try fixture.file(file).state == .open)
    #expect(try fixture.file(file).outcome == nil)
  }

  @Test("shows both texts to the second of two who change it", arguments: Engine.tested)
  func stale(engine: Engine) throws {
    let (fixture, file, _) = try open(engine)
    let version = String(try fixture.file(file).version)
    func change(_ title: String, as role: Role) throws -> Response? {
      try act(
        fixture, file, .change,
        [
          ("title", title), ("priority", "1"), ("change-reason", "Heard more"),
          ("version", version),
        ],
        as: role)
    }
    #expect(try change("Shouting at night", as: .manager)?.status == 303)
    let second = try #require(try change("Noise and shouting", as: .officer))
    #expect(second.status == 409)
    #expect(second.text.contains("Shouting at night"))
    #expect(second.text.contains("value=\"Noise and shouting\""))
    #expect(try fixture.file(file).title == "Shouting at night")
    #expect(try fixture.file(file).startDue.description == "2026-11-23T17:00:00.000Z")
  }

  static let refusals: [(CaseAct, [(String, String)], String)] = [
    (.note, [("note", "x")], "Choose whether it is a fact or an opinion"),
    (.note, [("kind", "fact")], "Enter the note"),
    (.note, [("kind", "closed"), ("note", "x")], "Choose fact or opinion"),
    (.contact, [("said", "x")], "Enter who was spoken or written to, and how"),
    (.person, [("name", "x")], "Choose what they are in this case"),
    (.action, [("task", "x")], "Choose the organisation that does it"),
    (
      .action,
      [
        ("task", "x"), ("agency", "1"), ("due-day", "19"), ("due-month", "11"),
        ("due-year", "2026"),
      ],
      "Choose today or a later day"
    ),
    (.change, [("title", "x"), ("priority", "9")], "Choose a priority"),
    (.allocate, [("owner", "99")], "Choose who works on it"),
    (.pause, [], "Enter why"), (.close, [("outcome", "vanished")], "Choose how it ended"),
  ]

  @Test("refuses forms at the field, with the words kept", arguments: refusals)
  func refused(act: CaseAct, form: [(String, String)], words: String) throws {
    let (fixture, file, _) = try open()
    let response = try #require(try self.act(fixture, file, act, form))
    #expect(response.status == 422)
    #expect(response.words.contains(words))
    #expect(try fixture.file(file).version == 1)
  }

  @Test("is sealed anew after a rotation and still opens", arguments: Engine.tested)
  func reseal(engine: Engine) throws {
    let (fixture, file, _) = try open(engine)
    try act(fixture, file, .note, [("kind", "fact"), ("note", "Music heard")])
    try act(fixture, file, .person, [("part", "victim"), ("name", "Zebedee Planted")])
    let keyring = fixture.services.keyring
    try keyring.rotate(at: fixture.now)
    for column in CaseReseal.columns {
      try fixture.database.write { write in
        _ = try CaseReseal.reseal(column, after: 0, keyring, in: write)
        for sealed in try write.all(
          column.rows(after: 0, limit: 50), { row in (try row.int(), try row.bytes()).1 })
        {
          #expect(keyring.sealedVersion(sealed) == 2)
        }
      }
    }
    #expect(try page(fixture, file).words.contains("Music heard"))
  }

  @Test("is on record with each reading and each change")
  func audit() throws {
    let (fixture, file, _) = try open()
    _ = try page(fixture, file)
    try act(fixture, file, .note, [("kind", "fact"), ("note", "Planted")])
    let trail = try fixture.trail().map { $0.split(separator: " ")[0] }
    #expect(trail.suffix(2) == ["casework.case-opened", "casework.case-note"])
    #expect(!(try fixture.trail().joined().contains("Planted")))
    let named = Set(CaseAct.allCases.map { "casework.case-\($0.rawValue)" })
    #expect(named.isSubset(of: Casework.feature.actions.keys))
  }
}

extension String {
  /// Where a text first stands, in characters from the start.
  fileprivate func range(_ text: String) -> Int? {
    firstRange(of: text).map { distance(from: startIndex, to: $0.lowerBound) }
  }
}
