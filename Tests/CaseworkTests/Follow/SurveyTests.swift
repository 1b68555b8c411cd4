import Access
import Database
import FeatureKit
import Jobs
import HTTP
import Kernel
import Messages
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("What came of a report, and how satisfied people are", .database)
struct SurveyTests {
  static let closing = [
    ("outcome", "warning"), ("close-reason", "Two visits"), ("close-told", "We saw them on Monday"),
  ]

  /// A case of one report, closed; the report's reference and secret.
  static func closed(
    _ fixture: CaseworkFixture, _ change: (inout NewReport) -> Void = { _ in }
  ) throws -> (receipt: ReportReceipt, file: Reference) {
    let receipt = try fixture.database.write { write in
      let new = CaseworkFixture.report {
        $0.reporter = ProofTests.reporter()
        change(&$0)
      }
      return try fixture.store.add(new, at: fixture.now, in: write).receipt
    }
    let file = try fixture.openCase(try #require(Reference(receipt.reference)))
    _ = try fixture.answer("/cases/\(file)/close", form: closing)
    try fixture.work()
    return (receipt, file)
  }

  static func counted(_ fixture: CaseworkFixture) throws -> SatisfactionFigures {
    let month = London.day(fixture.now).month
    return try fixture.database.read { try SatisfactionFigures.total(month...month, $0) }
  }

  /// The path of the link in the last letter.
  static func linkPath(_ room: PostRoom) throws -> String {
    let start = try #require(room.last.range(of: "/report/answer/"))
    return String(room.last[start.lowerBound...].prefix { !$0.isWhitespace })
  }

  @Test("is told on the own page and by letter, in plain words", arguments: Engine.tested)
  func told(engine: Engine) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(engine, carriers: [room.carrier])
    let (receipt, _) = try Self.closed(fixture)
    for words in [
      "Somebody was warned", "We saw them on Monday", "/case-review", "/report/answer/",
    ] {
      #expect(room.last.contains(words))
    }
    #expect(room.envelopes.last?.subject == "About \(receipt.reference)")
    #expect(!room.last.contains("Two visits"))
    let resident = try FollowTests.open(fixture, receipt)
    #expect(resident.page.words.contains("Somebody was warned"))
    #expect(resident.page.words.contains("How did we do?"))
  }

  static let routes: [(String, @Sendable (inout NewReport) -> Void, [MessageState])] = [
    ("anonymous", { ($0.identity, $0.reporter) = (.anonymous, Sensitive(Reporter())) }, []),
    ("no contact", { $0.reporter = ProofTests.reporter(.unwanted) }, []),
    ("calls", { $0.reporter = ProofTests.reporter(.phone) }, [.byHand, .byHand]),
    ("safety", { $0.reporter = ProofTests.reporter(safety: "Mornings") }, [.held, .held]),
  ]

  @Test("goes the way the reporter chose, and no other", arguments: routes)
  func ways(
    name: String, change: @Sendable (inout NewReport) -> Void, states: [MessageState]
  ) throws {
    let fixture = try CaseworkFixture(carriers: [PostRoom().carrier])
    let (receipt, _) = try Self.closed(fixture, change)
    let reference = try #require(Reference(receipt.reference))
    #expect(try fixture.messages(about: reference).map(\.state) == states, "\(name)")
    // The questions are beside the report all the same.
    #expect(try Self.counted(fixture).asked == 1)
  }

  @Test("is answered beside the report, once", arguments: Engine.tested)
  func own(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, carriers: [PostRoom().carrier])
    let (receipt, _) = try Self.closed(fixture)
    let resident = try FollowTests.open(fixture, receipt)
    try resident.post([("act", "survey")], to: "/report/track/own")
    #expect(resident.page.status == 422 && resident.page.words.contains(SurveyAnswers.missing))
    let answers = [
      ("act", "survey"), ("satisfaction", "4"), ("contact", "yes"), ("told", "partly"),
      ("goes-on", "yes"), ("words", "Planted words"),
    ]
    try resident.post(answers, to: "/report/track/own")
    #expect(resident.page.words.contains("Thank you: your answers are kept."))
    #expect(resident.page.words.contains("You told us that it is still going on"))
    #expect(!resident.page.words.contains("How did we do?"))
    try resident.post(answers, to: "/report/track/own")
    #expect(resident.page.words.contains("The questions were answered before."))
    let page = try #require(try fixture.visit("/reports/\(receipt.reference)", as: .officer))
    for words in ["How satisfied the reporter is", "Satisfied", "Partly", "Planted words"] {
      #expect(page.words.contains(words))
    }
    let figures = try Self.counted(fixture)
    #expect(figures == SatisfactionFigures(asked: 1, answers: [.satisfied: 1], goingOn: 1))
  }

  @Test("is answered by the link once: looking spends nothing", arguments: Engine.tested)
  func link(engine: Engine) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(engine, carriers: [room.carrier])
    let (receipt, _) = try Self.closed(fixture)
    let link = try Self.linkPath(room)
    for _ in 0..<2 { try Resident(fixture).go(link) }
    let resident = Resident(fixture)
    try resident.go(link)
    #expect(!resident.page.text.contains(receipt.reference))
    try resident.forge([("satisfaction", "5")])
    #expect(resident.page.status == 422)
    try resident.post([("satisfaction", "6")])
    #expect(resident.page.words.contains(SurveyAnswers.missing))
    try resident.post([("satisfaction", "5")])
    #expect(resident.path == "/report/answered" && resident.page.words.contains("Thank you"))
    try resident.go(link)
    #expect(resident.page.status == 404 && resident.page.words.contains(SurveyOverPage.over))
    #expect(try Self.counted(fixture).satisfied == 1)
  }

  static let times: [(Double, Int)] = [(90 * 86_400 - 1, 200), (90 * 86_400, 404)]

  @Test("can be answered for ninety days", arguments: times)
  func time(seconds: Double, status: Int) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    _ = try Self.closed(fixture)
    let link = try Self.linkPath(room)
    fixture.clock.advance(seconds: seconds)
    let resident = Resident(fixture)
    try resident.go(link)
    #expect(resident.page.status == status)
  }

  @Test("is asked anew when a case ends again, unless it was answered")
  func again() throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    let (_, file) = try Self.closed(fixture)
    let first = try Self.linkPath(room)
    func endAgain() throws {
      _ = try fixture.answer("/cases/\(file)/reopen", form: [("reopen-reason", "It goes on")])
      _ = try fixture.answer("/cases/\(file)/close", form: Self.closing)
      try fixture.work()
    }
    try endAgain()
    let second = try Self.linkPath(room)
    #expect(first != second)
    let resident = Resident(fixture)
    try resident.go(first)
    #expect(resident.page.status == 404)
    try resident.go(second)
    try resident.post([("satisfaction", "1")])
    try endAgain()
    #expect(!room.last.contains("/report/answer/"))
    #expect(try Self.counted(fixture).asked == 1)
  }

  @Test("flags the report where the answers warn of danger")
  func flagged() throws {
    let fixture = try CaseworkFixture(carriers: [PostRoom().carrier])
    let (receipt, _) = try Self.closed(fixture)
    let resident = try FollowTests.open(fixture, receipt)
    try resident.post(
      [("act", "survey"), ("satisfaction", "1"), ("words", "I want to die")],
      to: "/report/track/own")
    let reference = try #require(Reference(receipt.reference))
    #expect(try fixture.database.read { try fixture.store.find(reference, $0) }?.isFlagged == true)
  }

  @Test("shows satisfaction with the share that answered beside it")
  func figures() throws {
    // 92 of 100 who answered, of 400 who were asked: the documents' 92 %.
    var figures = SatisfactionFigures(asked: 400)
    figures.answers = [
      .verySatisfied: 60, .satisfied: 32, .neither: 5, .dissatisfied: 2, .veryDissatisfied: 1,
    ]
    #expect(figures.satisfiedWords == "92 of 100 (92%)")
    #expect(figures.responseWords == "100 of 400 answered (25%)")
    figures.answers = [.satisfied: 48, .dissatisfied: 34]
    #expect(figures.satisfiedWords == "48 of 82 (59%)")
    #expect(SatisfactionFigures().satisfiedWords == nil)
  }

  @Test("is a measure with its base and those who did not answer", arguments: Engine.tested)
  func measure(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    try fixture.database.write { write in
      let store = SurveyStore(keyring: fixture.services.keyring)
      for number in 0..<4 {
        let (id, _) = try fixture.store.add(CaseworkFixture.report(), at: fixture.now, in: write)
        _ = try store.ask(id, at: fixture.now, in: write)
        guard number < 3 else { continue }
        _ = try store.answer(
          SurveyAnswers(number == 0 ? .neither : .satisfied), about: id, by: .own,
          at: fixture.now, in: write)
      }
    }
    func value(_ period: Period) throws -> Measure.Value? {
      try fixture.database.read { try SatisfactionFigures.measure.value($0, period) }
    }
    let month = try #require(Month("2026-11"))
    let found = try #require(try value(.month(month)))
    #expect(found.numerator == 2 && found.denominator == 3 && found.missing == 1)
    #expect(found.source.contains("3 of 4 answered (75%)"))
    #expect(try value(.month(month.adding(months: -1))) == nil)
    #expect(try value(.month(month.adding(months: 1))) == nil)
  }

  @Test("seals what people wrote anew after a rotation", arguments: Engine.tested)
  func resealed(engine: Engine) throws {
    let keyring = Keyring.forTests()
    let fixture = try CaseworkFixture(engine, keyring: keyring)
    let (id, _) = try fixture.database.write { write in
      try fixture.store.add(CaseworkFixture.report(), at: fixture.now, in: write)
    }
    try fixture.database.write { write in
      let store = SurveyStore(keyring: keyring)
      _ = try store.ask(id, at: fixture.now, in: write)
      _ = try store.answer(
        SurveyAnswers(.satisfied, words: "Planted"), about: id, by: .own, at: fixture.now,
        in: write)
    }
    try keyring.rotate(at: fixture.now)
    _ = try fixture.database.write { write in
      try fixture.services.jobs.enqueue("cases.reseal", payload: "", in: write)
    }
    try fixture.work()
    try fixture.database.read { read in
      let sealed = try read.first("SELECT words FROM report_survey") { try $0.bytes() }
      #expect(sealed.map { keyring.sealedVersion($0) } == 2)
      let answers = try SurveyStore(keyring: keyring).answers(id, read)
      #expect(answers?.words.reveal(for: "test") == "Planted")
    }
  }

  @Test("is counted by an index", arguments: Engine.tested)
  func plan(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let month = London.day(fixture.now).month
    let plan = try QueryPlan.of(SatisfactionFigures.query(month...month), fixture.database)
    #expect(plan.uses(index: "report_survey_asked"), "\(plan)")
  }
}
