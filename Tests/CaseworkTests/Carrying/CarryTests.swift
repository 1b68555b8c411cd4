import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("Bringing open cases along", .database)
struct CarryTests {
  @Test(
    "tells every line that is left out with its column, and keeps the rest once",
    arguments: Engine.tested)
  func once(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let kept = try fixture.kept()
    let tables = try fixture.tables(kept)
    let trial = try fixture.carrying(kept).trial(tables)
    #expect(try fixture.count("case_file") == 0 && fixture.count("case_carried") == 0)
    let report = try fixture.carrying(kept).bring(tables)
    #expect(report == trial)
    #expect(report.words == "3 cases, 2 people, 2 actions, 2 notes and 0 files")
    #expect(
      report.faults.map { "\($0.file) \($0.line ?? 0) \($0.column ?? "-")" } == [
        "cases.csv 4 Opened", "cases.csv 7 Opened", "cases.csv 8 Opened", "cases.csv 9 Case No",
        "cases.csv 11 Case No", "cases.csv 11 Opened", "people.csv 6 Case No",
        "cases.csv 10 Summary", "people.csv 4 -",
      ])
    #expect(
      report.unknown == [
        UnknownWord(list: .priority, word: "Urgent", lines: 2),
        UnknownWord(list: .kind, word: "Fires", lines: 1),
        UnknownWord(list: .officer, word: "XX", lines: 1),
        UnknownWord(list: .role, word: "Wizard", lines: 1),
        UnknownWord(list: .organisation, word: "NASA", lines: 1),
      ])
    #expect(report.left == 12)
    let said = (report.faults + report.warnings).map(\.words).joined()
    #expect(!said.contains("Planted") && !said.contains("Nowhere"))
    let again = try fixture.carrying(kept).bring(tables)
    #expect(again.stored == 0 && again.known == report.stored && again.left == report.left)
    #expect(try fixture.count("case_file") == 3 && fixture.count("case_entry") == 6)
  }

  @Test(
    "keeps the days the other system gave, and begins the other clocks now",
    arguments: Engine.tested)
  func clocks(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.carry()
    let begun = try fixture.carried("asb 2025-17")
    #expect(
      begun.priority == .first && begun.kind.id == "night-noise" && begun.title == "Noise above")
    #expect(begun.owner == CaseworkFixture.actor(.officer).account)
    #expect(begun.receivedAt.description == "2025-10-20T08:30:00.000Z")
    #expect(begun.startedAt.map { London.day($0) } == Day("2025-10-21"))
    #expect(begun.due == WorkingTime.statutory.due(after: 10, from: fixture.now))
    #expect(begun.placeName == "TM1 0AA, Stepbridge" && begun.ward == "W0")
    let waiting = try fixture.carried("ASB/2026-02")
    #expect(waiting.title == "Something else, or I am not sure" && waiting.owner == nil)
    #expect(waiting.startDue == CaseStandard.shipped.begin(.third, from: fixture.now))
    // Its action is due before.
    #expect(waiting.due.map { London.day($0) } == Day("2026-11-24"))
    let promised = try fixture.carried("asb202605")
    #expect(London.day(promised.updateDue) == Day("2026-11-30") && promised.owner == nil)
    let list = try #require(try fixture.answer("/work"))
    #expect(list.words.contains("Noise above") && list.words.contains("Record the first contact"))
    let month = try fixture.database.read { try StartedInTime.month(of: fixture.now, $0) }
    #expect(month.isEmpty)
  }

  @Test(
    "gives a drug address its 28 days from the day it is brought along", arguments: Engine.tested)
  func drugs(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let cases = """
      Case No,Summary,Opened,Prio,Officer,First visit,Type,Street,Next letter
      ASB/2026-31,A flat,02/11/2026,High,PB,03/11/2026,drugs,,

      """
    try fixture.carry([.cases: cases])
    let due = try #require(try fixture.carried("ASB/2026-31").actDue)
    // 20 November and 28 days, 5pm.
    #expect(due == London.instant(try #require(Day("2026-12-18")), minute: 17 * 60))
  }

  @Test(
    "shows the old reference, finds the case by it, and people by their names",
    arguments: Engine.tested)
  func aliases(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.carry()
    let file = try fixture.carried("ASB/2025-17")
    let page = try #require(try fixture.answer("/cases/\(file.reference)")).words
    #expect(page.contains("Brought along from Old Register, where it was ASB/2025-17"))
    #expect(page.contains("Heard it on the landing") && page.contains("They cannot sleep"))
    #expect(page.contains("Born 12 March 1980"))
    #expect(page.contains(", Old Register"))
    for typed in ["asb/2025-17", "ASB 2025 17", "asb202517"] {
      let found = try fixture.searching("/search", as: .officer, [("sought", typed)])
      #expect(found?.header("Location") == "/cases/\(file.reference)", "\(typed)")
    }
    #expect(try fixture.names("Quentin Planted") == ["Quentin Planted"])
    let trail = try fixture.trail()
    #expect(trail.contains { $0.hasPrefix("casework.case-carried") })
    #expect(trail.contains { $0.hasPrefix("casework.cases-carried") })
    #expect(!trail.joined().contains("Planted") && !trail.joined().contains("2025-17"))
    let plan = try QueryPlan.of(CarriedReferences.query("asb202517"), fixture.database)
    #expect(!plan.readsAll(of: "case_carried"), "\(plan)")
  }

  @Test(
    "keeps those who suffer apart from those complained of, and all of it sealed",
    arguments: Engine.tested)
  func people(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.carry()
    let file = try fixture.carried("ASB/2025-17")
    let parts = CaseStore(fixture.services).parts
    try fixture.database.read { read in
      let subjects = try parts.people(of: file.id, as: [.subject], read)
      let others = try parts.people(of: file.id, as: [.complainant, .victim, .witness], read)
      #expect(subjects.map { $0.content.reveal(for: "test").name } == ["Quentin Planted"])
      #expect(others.map { $0.content.reveal(for: "test").contact } == ["07700 900 123"])
      let sealed = try read.all(
        "SELECT content FROM case_person UNION ALL SELECT words FROM case_entry "
          + "UNION ALL SELECT task FROM case_action"
      ) { row in String(decoding: try row.bytes(), as: UTF8.self) }
      #expect(sealed.count == 10)
      #expect(!sealed.contains { $0.contains("Planted") || $0.contains("bins") })
    }
  }

  @Test(
    "keeps two people of one name apart, and a line that stands twice once",
    arguments: Engine.tested)
  func namesakes(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let people = """
      Case No,Name,Role,DOB,Phone
      ASB/2025-17,Quentin Planted,Alleged,12/03/1960,
      ASB/2025-17,Quentin Planted,Alleged,12/03/1985,
      ASB/2025-17,Quentin Planted,Alleged,12/03/1985,

      """
    let tables: [CarryTable: String] = [.cases: OldRegister.cases, .people: people]
    let report = try fixture.carry(tables)
    #expect(report.people == 2 && report.known == 1)
    #expect(try fixture.carry(tables).stored == 0)
    let file = try fixture.carried("ASB/2025-17")
    let born = try fixture.database.read { read in
      try CaseStore(fixture.services).parts.people(of: file.id, as: [.subject], read)
        .compactMap { $0.content.reveal(for: "test").born }
    }
    #expect(born.sorted() == ["1960-03-12", "1985-03-12"])
  }

  @Test(
    "keeps the cases of two systems apart that used one reference, and finds both",
    arguments: Engine.tested)
  func systems(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.carry([.cases: OldRegister.cases])
    let first = try fixture.carried("ASB/2025-17")
    let other = try fixture.kept(
      OldRegister.mapping.replacing("Old Register", with: "Housing Ledger"))
    let report = try fixture.carrying(other).bring(
      fixture.tables(other, [.cases: OldRegister.cases, .notes: OldRegister.notes]))
    #expect(report.cases == 4 && report.notes == 2)
    #expect(try fixture.count("case_file") == 8)
    let both = try fixture.database.read { read in
      try CarriedReferences.all("ASB/2025-17", read).compactMap {
        try CaseStore(fixture.services).find($0, read)?.reference
      }
    }
    #expect(both.count == 2 && both.contains(first.reference))
    let found = try #require(
      try fixture.searching("/search", as: .officer, [("sought", "ASB/2025-17")]))
    #expect(found.status == 200 && found.words.contains("2 cases had this reference"))
    for reference in both { #expect(found.words.contains(reference.description)) }
    #expect(try fixture.carry([.cases: OldRegister.cases]).stored == 0)
  }

  @Test("goes on where it broke off, a case at a time", arguments: Engine.tested)
  func interrupted(engine: Engine) throws {
    struct Stop: Error {}
    let fixture = try CaseworkFixture(engine)
    let kept = try fixture.kept()
    let tables = try fixture.tables(kept)
    #expect(throws: Stop.self) {
      try fixture.carrying(kept).bring(tables) { done, _ in if done == 1 { throw Stop() } }
    }
    #expect(try fixture.count("case_file") == 1 && fixture.count("case_person") == 2)
    let rest = try fixture.carrying(kept).bring(tables)
    #expect(rest.cases == 2 && rest.known == 5)
    #expect(try fixture.count("case_file") == 3 && fixture.count("case_person") == 2)
  }

  @Test(
    "takes parts that come later, says what changed of a case, and adds to no closed one",
    arguments: Engine.tested)
  func later(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.carry([.cases: OldRegister.cases])
    let parts = try fixture.carry([.people: OldRegister.people])
    #expect(parts.people == 3)
    #expect(parts.warnings.map(\.line) == [7] && parts.warnings[0].reason.contains("title"))
    let other = OldRegister.cases.replacing("Noise above", with: "Noise below")
    let changed = try fixture.carry([.cases: other])
    #expect(changed.cases == 0)
    #expect(
      changed.warnings.contains { $0.line == 2 && $0.reason.contains("brought along before") })
    #expect(try fixture.carried("ASB/2025-17").title == "Noise above")
    let file = try fixture.carried("ASB/2025-17").reference
    _ = try fixture.answer(
      "/cases/\(file)/close",
      form: [("outcome", "resolved"), ("close-reason", "Quiet"), ("close-told", "Quiet")])
    let late = try fixture.carry([.notes: OldRegister.notes])
    #expect(late.notes == 0 && late.faults.allSatisfy { $0.reason.contains("closed here") })
  }

  @Test("knows its lines again after a rotation of the key", arguments: Engine.tested)
  func rotation(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.carry()
    try fixture.services.keyring.rotate(at: fixture.now)
    #expect(try fixture.carry().stored == 0)
  }

  @Test("hides those who reported from other organisations, whoever joins later")
  func parties() throws {
    let fixture = try CaseworkFixture()
    try fixture.carry()
    let file = try fixture.carried("ASB/2025-17")
    let report = try fixture.report()
    _ = try fixture.answer(
      "/work/triage/\(report)",
      form: [
        ("decision", "asb"), ("reason", "The same noise"), ("priority", "1"),
        ("joins", file.reference.description), ("step", "decide"),
      ])
    try fixture.give(file.reference)
    let page = try #require(try fixture.shared("/cases/shared/\(file.reference)")).words
    #expect(page.contains("Quentin Planted") && !page.contains("Zebedee Planted"))
    #expect(!page.contains("2025-17"))
  }

  @Test("hides them also where their case goes on in another", arguments: Engine.tested)
  func joined(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.carry()
    let (file, other) = (
      try fixture.carried("ASB/2025-17").reference, try fixture.openCase(try fixture.report())
    )
    try fixture.give(other)
    let done = try fixture.join(file, to: other, [("join-reason", "The same"), ("seen", "yes")])
    #expect(done.status == 303, "\(done.words)")
    let page = try #require(try fixture.shared("/cases/shared/\(other)")).words
    #expect(page.contains("Quentin Planted") && !page.contains("Zebedee Planted"))
  }
}
