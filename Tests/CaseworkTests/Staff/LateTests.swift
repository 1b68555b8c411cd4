import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("What comes too late", .database)
struct LateTests {
  @Test(
    "keeps what the second officer typed about a report, beside what the first decided",
    arguments: Engine.tested, ["decide", "preview"])
  func decided(engine: Engine, step: String) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let file = try fixture.openCase(report)
    let form = [
      ("decision", "not-ours"), ("reason", "A matter between neighbours"), ("priority", "3"),
      ("why", "We only act on what happens often"), ("step", step),
    ]
    let late = try #require(try fixture.answer("/work/triage/\(report)", form: form))
    #expect(late.status == 409)
    for words in [
      "Somebody has decided about this report meanwhile", "A matter between neighbours",
      "We only act on what happens often", "Three nights, two witnesses",
      "Anti-social behaviour: we work on it", "Open case \(file)",
    ] { #expect(late.words.contains(words), "\(words)") }
    #expect(try fixture.told(report).count == 2)
  }

  @Test("shows a decision with its reason to whoever opens the report later")
  func reason() throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report()
    _ = try fixture.openCase(report)
    let page = try #require(try fixture.answer("/work/triage/\(report)"))
    #expect(page.status == 200 && page.words.contains("Three nights, two witnesses"))
    #expect(!page.words.contains("What you typed"))
  }

  @Test(
    "keeps what was typed into a case that was closed meanwhile",
    arguments: [
      ("note", [("kind", "fact"), ("note", "Heard it through the wall")], "Heard it through"),
      ("note", [("kind", "fact"), ("note", "Quagga")], "Quagga"),
      ("contact", [("with", "Ms A, by telephone"), ("said", "It is worse")], "It is worse"),
      ("close", [("outcome", "resolved"), ("close-reason", "All is quiet")], "All is quiet"),
    ])
  func closed(act: String, form: [(String, String)], typed: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.closedCase().file
    let late = try #require(try fixture.answer("/cases/\(file)/\(act)", form: form))
    #expect(late.status == 409)
    #expect(late.words.contains("This case is closed") && late.words.contains(typed))
  }

  @Test("shows both tags where two change them at once", arguments: Engine.tested)
  func tags(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let path = "/cases/\(file)/tags"
    let first = [("tags", "stairs"), ("tags-were", "")]
    #expect(try fixture.work(path, as: .officer, form: first) == 303)
    let late = try #require(
      try fixture.answer(path, form: [("tags", "night"), ("tags-were", "")]))
    #expect(late.status == 422)
    #expect(late.words.contains("they are now “stairs”") && late.text.contains("night"))
    let both = [("tags", "night, stairs"), ("tags-were", "stairs")]
    #expect(try fixture.work(path, as: .officer, form: both) == 303)
  }

  @Test(
    "promises no day that is over",
    arguments: [("2026-11-20", "An officer begins by"), ("2026-12-20", "We are late")])
  func promise(day: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report()
    let details = try fixture.database.read { read in
      try fixture.store.details(
        try #require(try fixture.store.find(report, read)), read)
    }
    let letter = TriageLetter(
      report: details.report, reporter: details.reporter,
      form: try TriageForm(Fields(CaseworkFixture.asb)),
      now: London.instant(try #require(Day(day)), minute: 0),
      begin: CaseStandard.shipped.begin(.second, from: details.report.receivedAt),
      every: "10 working days", track: "")
    let text = try letter.update().reveal(for: "test")
    #expect(text.contains(words), "\(text)")
  }

  @Test(
    "a report for another service is a task until somebody has passed it on",
    arguments: [
      ("police", [("service", "the police, on 101")], true),
      ("other-service", [("service", "Housing repairs")], true),
      ("not-ours", [("why", "It is not ours")], false),
    ])
  func passing(decision: String, fields: [(String, String)], isPassed: Bool) throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report()
    let form = [
      ("decision", decision), ("reason", "It is"), ("priority", "3"), ("step", "decide"),
    ]
    #expect(try fixture.work("/work/triage/\(report)", as: .officer, form: form + fields) == 303)
    let tasks = try fixture.messages(about: report).filter { $0.title == "Pass a report on" }
    #expect(tasks.count == (isPassed ? 1 : 0))
    #expect(tasks.allSatisfy { $0.state == .held || $0.state == .byHand })
  }

  @Test("offers those a report names to its case, once", arguments: Engine.tested)
  func people(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report {
      $0.subject = Sensitive(ReportSubject(name: "Quentin Planted", vehicle: "AB12 CDE"))
    }
    let file = try fixture.openCase(report)
    let page = try fixture.words("/cases/\(file)")
    #expect(page.contains("Named in its reports and not here yet"))
    let form = [("told-person", "subject/\(report)"), ("told-person", "victim/\(report)")]
    #expect(try fixture.work("/cases/\(file)/take-over", as: .officer, form: form) == 303)
    #expect(try fixture.work("/cases/\(file)/take-over", as: .officer, form: form) == 422)
    let id = try fixture.file(file).id
    let people = try fixture.database.read { read in
      try CaseStore(fixture.services).parts.people(of: id, as: [.subject], read)
    }
    let content = people.map { $0.content.reveal(for: "test") }
    #expect(content.map(\.name) == ["Quentin Planted"] && content[0].notes == "AB12 CDE")
  }

  @Test("never offers an anonymous reporter, and says what somebody unnamed looks like")
  func unnamed() throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report {
      $0.identity = .anonymous
      $0.subject = Sensitive(ReportSubject(description: "Tall, red coat"))
    }
    let told = try fixture.database.read { read in
      [
        try fixture.store.details(
          try #require(try fixture.store.find(report, read)), read)
      ]
    }
    let offered = ToldPerson.of(told, without: [])
    #expect(offered.map(\.part) == [.subject] && offered[0].content.name == "Tall, red coat")
  }

  @Test("shows when and how it is safe before anybody is contacted")
  func safety() throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report {
      $0.reporter = Sensitive(Reporter(name: "Zebedee Planted", safety: "Not between 9 and 3"))
    }
    #expect(try fixture.words("/work/triage/\(report)").contains("Not between 9 and 3"))
    let file = try fixture.openCase(report)
    #expect(try fixture.words("/cases/\(file)").contains("Not between 9 and 3"))
  }

  @Test(
    "lists what did not begin in time, undecided reports with it", arguments: Engine.tested)
  func exceptions(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let waiting = try fixture.report()
    let file = try fixture.openCase(try fixture.report())
    let days = StartedInTime.days(of: London.day(fixture.now).month)
    func late(_ now: Instant) throws -> [Reference] {
      try fixture.database.read { try LateStart.received(days, at: now, $0).map(\.reference) }
    }
    #expect(try late(fixture.now).isEmpty)
    #expect(Set(try late(fixture.now.adding(seconds: 30 * 86_400))) == [waiting, file])
    let plan = try QueryPlan.of(LateStart.query(days, at: fixture.now), fixture.database)
    #expect(!plan.readsAll(of: "c") && !plan.readsAll(of: "r"), "\(plan)")
  }
}
