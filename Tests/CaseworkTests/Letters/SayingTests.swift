import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Markup
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("A message that somebody has to say", .database)
struct SayingTests {
  /// A report by somebody to be called, decided about on a Friday at noon: its case, and the message.
  private func told(
    _ fixture: CaseworkFixture, _ way: ContactWay = .phone, safety: String = ""
  ) throws -> (file: Reference, report: Reference, message: MessageRecord) {
    let report = try fixture.report {
      $0.reporter = Sensitive(
        Reporter(
          name: "Zebedee Planted", phone: "07700 900 123", email: "zeb@planted.example", way: way,
          safety: safety))
    }
    let file = try fixture.openCase(report)
    return (file, report, try #require(try fixture.messages(about: report).first))
  }

  private func due(_ fixture: CaseworkFixture, _ role: Role = .officer) throws -> [DueWork] {
    try fixture.database.read { read in
      try SayingDue.source(CaseworkFixture.actor(role), fixture.services, read)
    }
  }

  private static func form(_ time: String = "12:00", day: String = "20") -> [(String, String)] {
    [
      ("with", "Zebedee"), ("said-day", day), ("said-month", "11"), ("said-year", "2026"),
      ("time", time), ("answer", "The quokka is back"),
    ]
  }

  @Test("is due work of the case’s officer within 8 working hours", arguments: Engine.tested)
  func listed(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, _, message) = try told(fixture)
    let one = try #require(try due(fixture).first)
    #expect(one.words.reveal(for: "test").hasPrefix("Call: "))
    #expect(one.from == "Case \(file)" && one.path == "/work/say/\(message.id)")
    // Friday at 12:00 and 8 hours of 9:00 to 17:00 is Monday at 12:00.
    #expect(one.moment?.description == "2026-11-23T12:00:00.000Z")
    let sheet = AlsoDueSheet(due: [one], now: fixture.now).rendered()
    let page = String(decoding: sheet, as: UTF8.self)
    #expect(page.contains("Also yours to do") && page.contains("Due 23 November 2026, midday"))
    #expect(try #require(try fixture.answer("/cases/\(file)")).words.contains("To be said: "))
    #expect(try due(fixture, .coordinator).isEmpty)
  }

  @Test("is late from the minute its time is up, and its manager’s too from then")
  func late() throws {
    let fixture = try CaseworkFixture()
    _ = try told(fixture)
    fixture.wait(until: "2026-11-23T11:59:59Z")
    #expect(try due(fixture).map { $0.isLate(at: fixture.now) } == [false])
    #expect(try due(fixture, .manager).isEmpty)
    fixture.wait(until: "2026-11-23T12:00:00Z")
    #expect(try due(fixture).map { $0.isLate(at: fixture.now) } == [true])
    #expect(try due(fixture, .manager).count == 1)
  }

  @Test("is there for texts too where nothing sends them, and not where something does")
  func texts() throws {
    let without = try CaseworkFixture()
    _ = try told(without, .text)
    #expect(try due(without).first?.words.reveal(for: "test").hasPrefix("Text or call: ") == true)
    let carrier = Carrier(name: "Texts", routes: [.text]) { _ in .accepted }
    let with = try CaseworkFixture(carriers: [carrier])
    _ = try told(with, .text)
    #expect(try due(with).isEmpty)
    let mail = try CaseworkFixture()
    _ = try told(mail, .email)
    #expect(try due(mail).isEmpty)
  }

  @Test(
    "is done by recording that it was said, in the story and in the outbox",
    arguments: Engine.tested)
  func said(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, report, message) = try told(fixture)
    fixture.wait(until: "2026-11-20T14:30:00Z")
    let path = "/work/say/\(message.id)"
    let page = try #require(try fixture.answer(path)).words
    #expect(page.contains("07700 900 123") && page.contains("Zebedee Planted"))
    let answer = try #require(try fixture.answer(path, form: Self.form("2:15pm")))
    #expect(answer.status == 303 && answer.header("Location") == "/cases/\(file)")
    #expect(try fixture.messages(about: report).map(\.state) == [.done])
    #expect(try due(fixture).isEmpty)
    let story = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(story.contains("Zebedee, told “\(message.title)” on 20 November 2026, 2:15pm"))
    #expect(story.contains("The quokka is back") && !story.contains("To be said: "))
    #expect(
      try fixture.file(file).startedAt?.description == "2026-11-20T14:15:00.000Z")
    #expect(
      try fixture.trail().contains("casework.message-said message=\(message.id) way=phone"))
    #expect(!(try fixture.trail().joined().contains("quokka")))
    #expect(throws: MessageProblem.moved) { try fixture.answer(path, form: Self.form("2:20pm")) }
  }

  @Test(
    "is refused at the field",
    arguments: [
      (form("noon"), "Enter a time such as 14:30"),
      (form("14:31"), "Choose a time that has passed"),
      (form("11:58"), "Choose a time after"), (form(day: ""), "Day it was said must include a day"),
      (form().filter { $0.0 != "with" }, "Enter whom you spoke to"),
    ])
  func refused(form: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let (_, report, message) = try told(fixture)
    fixture.wait(until: "2026-11-20T14:30:00Z")
    let page = try #require(try fixture.answer("/work/say/\(message.id)", form: form))
    #expect(page.status == 422 && page.words.contains(words), "\(page.words)")
    #expect(try fixture.messages(about: report).map(\.state) == [.byHand])
  }

  @Test("is shown with what is safe, and needs nobody to let it go first", arguments: Engine.tested)
  func held(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (_, report, message) = try told(fixture, safety: "Only at the library")
    #expect(message.state == .held)
    #expect(try due(fixture).count == 1)
    let page = try #require(try fixture.answer("/work/say/\(message.id)")).words
    #expect(page.contains("Only at the library") && page.contains("when and how it is safe"))
    #expect(
      try fixture.answer("/work/say/\(message.id)", form: Self.form())?.status == 303)
    #expect(try fixture.messages(about: report).map(\.state) == [.done])
  }

  @Test("tells that its report was flagged or withdrawn since it was written")
  func since() throws {
    let fixture = try CaseworkFixture()
    let (_, report, message) = try told(fixture)
    let path = "/work/say/\(message.id)"
    let before = try #require(try fixture.answer(path)).words
    #expect(!before.contains("flagged") && !before.contains("withdrew"))
    try fixture.database.write { write in
      try write.run(
        "UPDATE report SET state = 'withdrawn', is_flagged = 1 WHERE reference = \(report.description)"
      )
    }
    let page = try #require(try fixture.answer(path)).words
    #expect(page.contains(ReporterReach.flagged) && page.contains("The reporter withdrew it"))
  }

  @Test("about a case review tells when and how it is safe")
  func review() throws {
    let fixture = try CaseworkFixture()
    var request = CaseReviewRequest(
      name: "Zebedee Planted", phone: "07700 900 123", story: "It goes on")
    request.contact = ReviewContact(ways: [.phone], times: .any, words: "Never when he is home")
    let path = try fixture.database.write { write in
      let (reference, _) = try CaseReviewStore(fixture.services).add(
        request, once: "a", at: fixture.now, in: write)
      let message = try fixture.services.outbox.queue(
        Message(
          MessageTemplate(key: "k", version: 1, title: "t", subject: "s", body: "b"), [:],
          by: .phone, to: Sensitive("07700 900 123"), about: "case-review/\(reference)"),
        at: fixture.now, in: write)
      return "/work/say/\(message.id)"
    }
    #expect(try #require(try fixture.answer(path)).words.contains("Never when he is home"))
  }

  @Test("is everybody’s where the report has no case, and stands beside the report")
  func withoutCase() throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report {
      $0.reporter = Sensitive(
        Reporter(name: "Zebedee Planted", phone: "07700 900 123", way: .phone))
    }
    let decided = [
      ("decision", "not-ours"), ("reason", "It is"), ("priority", "3"), ("step", "decide"),
      ("why", "Parking"),
    ]
    #expect(try fixture.work("/work/triage/\(report)", as: .officer, form: decided) == 303)
    let message = try #require(try fixture.messages(about: report).first)
    #expect(try due(fixture).map(\.from) == ["Report \(report)"])
    #expect(try due(fixture, .manager).count == 1)
    _ = try fixture.answer("/work/say/\(message.id)", form: Self.form())
    #expect(try fixture.messages(about: report).map(\.state) == [.done])
    let page = try #require(try fixture.visit("/reports/\(report)", as: .officer)).words
    #expect(page.contains("Zebedee, told"))
    #expect(!(try fixture.told(report).joined().contains("quokka")))
  }

  @Test("is another officer’s where the case is, and whoever covers them does it")
  func whose() throws {
    let fixture = try CaseworkFixture()
    let (file, _, _) = try told(fixture)
    let found = try fixture.file(file)
    try fixture.database.write { write in
      try write.run("UPDATE case_file SET owner = 99 WHERE id = \(found.id)")
    }
    #expect(try due(fixture).isEmpty)
    let today = London.day(fixture.now)
    try fixture.database.write { write in
      _ = try CoverStore.add(
        today...today, of: ID(99), by: CaseworkFixture.actor(.officer).account, made: nil,
        at: fixture.now, in: write)
    }
    #expect(try due(fixture).count == 1)
  }

  @Test("is recorded by those who work on cases", arguments: Role.all)
  func policy(role: Role) throws {
    let fixture = try CaseworkFixture()
    let (_, _, message) = try told(fixture)
    let isTheirs = role == .officer || role == .manager
    let path = "/work/say/\(message.id)"
    #expect(try fixture.work(path, as: role) == (isTheirs ? 200 : 404))
    #expect(try fixture.work(path, as: role, form: Self.form()) == (isTheirs ? 303 : 404))
    #expect(try fixture.work("/work/say/99", as: .officer) == 404)
  }

  @Test("is found with its case by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for (sql, table) in [
      (MessageToSay.reportsQuery(["TM-7K42-0931"]), "report"),
      (MessageToSay.filesQuery(["TM-7K42-0931"]), "case_file"),
    ] {
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(!plan.readsAll(of: table), "\(plan)")
    }
  }
}
