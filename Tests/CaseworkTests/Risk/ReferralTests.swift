import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Referrals", .database)
struct ReferralTests {
  private func opened(_ engine: Engine = .sqlite) throws -> (CaseworkFixture, Reference) {
    let fixture = try CaseworkFixture(engine)
    return (fixture, try fixture.openCase(try fixture.report()))
  }

  static let form = [
    ("refer-to", "2"), ("refer-purpose", "Support for Planted"),
    ("refer-necessity", "Planted agreed, and no less would do"), ("refer-shared", "identity"),
    ("refer-gateway", "cda-115"), ("refer-recipient-said", "yes"), ("refer-basis", "public-task"),
    ("refer-special", ""),
    ("refer-due-day", "23"), ("refer-due-month", "11"), ("refer-due-year", "2026"),
  ]

  private func refer(
    _ fixture: CaseworkFixture, _ file: Reference, _ changes: [String: String] = [:]
  ) throws -> Response {
    let form = Self.form.map { ($0.0, changes[$0.0] ?? $0.1) }
    return try #require(try fixture.answer("/cases/\(file)/referral", form: form))
  }

  private func answer(
    _ fixture: CaseworkFixture, _ file: Reference, _ answer: String, _ words: String = "",
    of referral: String = "1"
  ) throws -> Response {
    let form = [("referral", referral), ("answer", answer), ("answer-words", words)]
    return try #require(try fixture.answer("/cases/\(file)/referral-answer", form: form))
  }

  private func words(_ fixture: CaseworkFixture, _ path: String) throws -> String {
    try #require(try fixture.answer(path)).words
  }

  @Test(
    "wait on the clock of the case until they are accepted or declined", arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    #expect(try refer(fixture, file).status == 303)
    #expect(try fixture.file(file).due?.description == "2026-11-23T17:00:00.000Z")
    let page = try words(fixture, "/cases/\(file)")
    #expect(
      page.contains(
        "Thornmere Hate Centre Support for Planted Crime and Disorder Act 1998, section 115 UK GDPR"
      ))
    #expect(page.contains("An action or an answer is due"))
    #expect(page.contains("Referred Thornmere Hate Centre, to be answered by 23 November 2026"))
    #expect(try answer(fixture, file, "accepted", "Worker G takes it").status == 303)
    #expect(try fixture.file(file).due?.description == "2026-11-24T17:00:00.000Z")
    let answered = try words(fixture, "/cases/\(file)")
    #expect(answered.contains("Accepted 20 November 2026: Worker G takes it"))
    #expect(answered.contains("Thornmere Hate Centre: accepted. Worker G takes it"))
    #expect(try answer(fixture, file, "declined", "Too late").status == 422)
    guard let path = fixture.database.path else { return }
    for file in [path, path + "-wal"] {
      #expect(!(try Bytes.latin(of: file).contains("Planted")))
    }
  }

  @Test("declined needs its reason")
  func declined() throws {
    let (fixture, file) = try opened()
    _ = try refer(fixture, file)
    let refused = try answer(fixture, file, "declined")
    #expect(refused.status == 422)
    #expect(refused.words.contains("Enter the reason they gave"))
    #expect(try answer(fixture, file, "declined", "Not their area").status == 303)
    #expect(
      try words(fixture, "/cases/\(file)").contains("Declined 20 November 2026: Not their area"))
  }

  @Test(
    "are chased from five o’clock of their day",
    arguments: [(5 * 3600 - 1.0, false), (5 * 3600.0, true)])
  func late(seconds: Double, isLate: Bool) throws {
    let fixture = try CaseworkFixture(now: "2026-11-20T12:00:00Z")
    let file = try fixture.openCase(try fixture.report())
    _ = try refer(fixture, file, ["refer-due-day": "20"])
    fixture.clock.advance(seconds: seconds)
    #expect(try words(fixture, "/cases/\(file)").contains("Late: ask them") == isLate)
    var filter = WorkFilter()
    filter.list = .overdue
    let listed = try fixture.database.read {
      try WorkStore.page(filter, of: .everybody, at: fixture.now, $0).items.map(\.reference)
    }
    #expect(listed == (isLate ? [file] : []))
    let counts = try fixture.database.read { read in
      let today = London.day(fixture.now)
      return try ReferralCounts.sent(today..<today.adding(days: 1), at: fixture.now, read)
    }
    #expect(counts.map(\.late) == [isLate ? 1 : 0])
  }

  static let refusals: [([String: String], String)] = [
    (["refer-to": "9"], "Choose the organisation"),
    (["refer-purpose": ""], "Enter what the referral is for"),
    (["refer-basis": "because"], "Choose one from the list: this is not in force today"),
    (["refer-basis": "part-3"], "Part 3 is for competent authorities"),
    (["refer-gateway": ""], "Choose the power or duty that lets it be shared"),
    (["refer-shared": ""], "Choose what is shared, and no more than is needed"),
    (["refer-shared": "health"], "Choose a condition of Article 9"),
    (["refer-necessity": ""], "Enter why they need to know, and why no less would do"),
    (["refer-due-year": "2028"], "Choose a day up to 21 November 2027"),
    (["refer-due-day": "19"], "Choose today or a later day"),
    (["refer-due-month": ""], "Day of the answer must include a month"),
  ]

  @Test("are refused at the field, with the words kept", arguments: refusals)
  func refused(changes: [String: String], words: String) throws {
    let (fixture, file) = try opened()
    let response = try refer(fixture, file, changes)
    #expect(response.status == 422)
    #expect(response.words.contains(words))
    if changes["refer-purpose"] == nil { #expect(response.text.contains("Support for Planted")) }
    #expect(try fixture.file(file).version == 1)
  }

  @Test("are shares until they are answered, or until their day", arguments: Engine.tested)
  func shares(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    for _ in 0..<2 { _ = try refer(fixture, file) }
    func kept() throws -> [Share] {
      try fixture.database.read { try fixture.services.shares.about(file, $0) }
    }
    let shares = try kept()
    #expect(shares.map(\.organisation) == [ID(2), ID(2)])
    #expect(shares.map(\.lastDay) == [Day("2026-11-23"), Day("2026-11-23")])
    #expect(shares.map(\.terms.fields) == [[.identity], [.identity]])
    #expect(shares.allSatisfy { !$0.isKeptByRecord && $0.isOpen(at: fixture.now) })
    let page = try words(fixture, "/cases/\(file)")
    #expect(page.contains("Shared with others Reference Recipient"))
    #expect(
      page.contains("Thornmere Hate Centre Crime and Disorder Act 1998, section 115 Until 23"))
    _ = try answer(fixture, file, "accepted", of: "1")
    #expect(try kept().map { $0.isOpen(at: fixture.now) } == [true, false])
    fixture.clock.advance(seconds: 4 * 86_400)
    #expect(try kept().allSatisfy { !$0.isOpen(at: fixture.now) })
  }

  @Test("of before shares were recorded keep their ground, and go out by no link")
  func earlier() throws {
    let mail = Mailbox()
    let fixture = try CaseworkFixture(carriers: [mail.carrier])
    let file = try fixture.openCase(try fixture.report())
    _ = try refer(fixture, file)
    try fixture.database.write { write in
      try write.run("UPDATE case_referral SET share = NULL, basis = 'vital'")
    }
    #expect(try words(fixture, "/cases/\(file)").contains("To protect somebody’s life or a child."))
    let response = try fixture.answer(
      "/cases/\(file)/referral-link",
      form: [
        ("linked-referral", "1"), ("referral-mailbox", "desk@centre.example"),
        ("referral-days", "7"),
      ])
    #expect(response?.status == 422)
    #expect(response?.words.contains("made before shares were recorded: make it anew") == true)
  }

  @Test("about somebody name a person of the case alone")
  func person() throws {
    let (fixture, file) = try opened()
    _ = try fixture.answer(
      "/cases/\(file)/person", form: [("part", "victim"), ("name", "Person A")])
    let other = try fixture.openCase(try fixture.report())
    let form = Self.form + [("refer-person", "1")]
    #expect(try fixture.work("/cases/\(other)/referral", as: .officer, form: form) == 422)
    #expect(try fixture.work("/cases/\(file)/referral", as: .officer, form: form) == 303)
    #expect(try words(fixture, "/cases/\(file)").contains("Person A: Support for Planted"))
  }

  @Test("are counted by organisation: accepted, declined, waiting, late", arguments: Engine.tested)
  func counted(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    for _ in 0..<5 { _ = try refer(fixture, file) }
    _ = try refer(fixture, file, ["refer-to": "1", "refer-due-day": "30"])
    for id in 1...3 { _ = try answer(fixture, file, "accepted", of: String(id)) }
    _ = try answer(fixture, file, "declined", "Not their area", of: "4")
    fixture.clock.advance(seconds: 4 * 86_400)
    let page = try words(fixture, "/work/caseload")
    #expect(page.contains("Thornmere Hate Centre 5 3 1 1 1"))
    #expect(page.contains("Thornmere Council 1 0 0 1 0"))
    let period = Period.month(try #require(Month("2026-11")))
    let value = try fixture.database.read { try ReferralCounts.measure.value($0, period) }
    #expect(value?.numerator == 3)
    #expect(value?.denominator == 4)
    let before = Period.month(try #require(Month("2026-10")))
    #expect(try fixture.database.read { try ReferralCounts.measure.value($0, before) } == nil)
  }

  @Test("are found by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let (fixture, _) = try opened(engine)
    let days = Day(number: 20_000)..<Day(number: 20_030)
    for sql in [
      ReferralStore.query(ID(1)), ReferralStore.openQuery(ID(1)),
      ReferralCounts.query(days, at: fixture.now),
    ] {
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(!plan.readsAll(of: "f"), "\(plan)")
    }
  }
}
