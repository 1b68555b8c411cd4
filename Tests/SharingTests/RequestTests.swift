import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Sharing

@Suite("A request for data", .database)
struct RequestTests {
  static let form: [(String, String)] =
    [("kind", "section-115"), ("asker", "2"), ("wanted", "What is known of Quentin Planted")]
    + SharingFixture.date("received", "2026-11-20")

  @Test("has its clock, and is answered with the record of the share", arguments: Engine.tested)
  func answered(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let response = try fixture.visit("/sharing/requests/new", form: Self.form)
    let path = try #require(response?.headers.first { $0.name.lowercased() == "location" }?.value)
    // Ten working days after Friday 20 November 2026.
    #expect(try fixture.words(path).contains("Due 4 December 2026"))
    #expect(!(try fixture.words("/sharing/requests").contains("Planted")))
    func answer(_ fields: [(String, String)], _ version: String = "1") throws -> Response? {
      try fixture.visit(
        path, form: fields + [("version", version)])
    }
    let given = [("outcome", "shared"), ("answer", "All of it")]
    #expect(try answer(given)?.words.contains("Record the share first") ?? false)
    let housing = try fixture.record([("recipient", "3")])
    #expect(
      try answer(given + [("share", housing.description)])?.words.contains(
        "That share went to somebody else") ?? false)
    let police = try fixture.record()
    #expect(try answer(given + [("share", police.description)])?.status == 303)
    #expect(try answer(given + [("share", police.description)])?.status == 409)
    let page = try fixture.words(path)
    #expect(page.contains("Answered in time"))
    #expect(page.contains("The record of the share, \(police)"))
    #expect(try fixture.words("/sharing/requests?show=answered").contains("Answered in time"))
    let trail = try fixture.services.trail()
    #expect(trail.contains("sharing.request-answered outcome=shared"))
    #expect(!trail.joined().contains("Planted"))
  }

  @Test("has one working day more for a day off that was proclaimed", arguments: Engine.tested)
  func proclaimed(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let monday = try #require(Day("2026-11-30"))
    try fixture.services.database.write { write in
      try WorkingDays.keep(
        ChangedDay(monday, isWorked: false, title: "Proclaimed"), by: nil,
        at: fixture.clock.clock.now(), in: write)
    }
    let response = try fixture.visit("/sharing/requests/new", form: Self.form)
    let path = try #require(response?.headers.first { $0.name.lowercased() == "location" }?.value)
    #expect(try fixture.words(path).contains("Due 7 December 2026"))
  }

  @Test(
    "is overdue on the day after its day",
    arguments: [(14, "To be answered"), (15, "Overdue")])
  func overdue(days: Int, state: String) throws {
    let fixture = try SharingFixture()
    _ = try fixture.visit("/sharing/requests/new", form: Self.form)
    fixture.clock.advance(seconds: Double(days) * 86_400)
    #expect(try fixture.words("/sharing/requests").contains(state))
    #expect(
      try fixture.words("/sharing").contains("1 request is overdue") == (state == "Overdue"))
  }

  static let refusals: [(field: String, value: String, words: String)] = [
    ("kind", "", "Choose what is asked under"), ("asker", "", "Choose who asks"),
    ("asker", "outside", "Enter the name of the organisation or the person that asks"),
    ("wanted", "", "Enter what is asked for, and what for"),
    ("received-day", "21", "Choose today or an earlier day"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let fixture = try SharingFixture()
    let form = Self.form.filter { $0.0 != field } + [(field, value)]
    let response = try #require(try fixture.visit("/sharing/requests/new", form: form))
    #expect(response.status == 422)
    #expect(response.words.contains(words), "\(response.words)")
  }

  /// SI 2007/1831, regulation 3(1): by the end of the period that follows.
  @Test(
    "for depersonalised data is due by the end of the quarter",
    arguments: [
      ("2026-10-01", "2026-12-31"), ("2026-12-31", "2026-12-31"), ("2027-01-01", "2027-03-31"),
    ])
  func depersonalised(received: String, due: String) throws {
    let day = try #require(Day(received))
    #expect(DataRequest.Kind.depersonalised.due(received: day, in: .statutory).description == due)
  }

  @Test("takes only answers of its kind")
  func kinds() throws {
    let fixture = try SharingFixture()
    for (kind, outcome, status) in [
      ("section-115", "sent", 422), ("section-17a", "sent", 303), ("section-17a", "shared", 422),
      ("other", "refused", 303), ("court", "nothing", 303),
    ] {
      let form = Self.form.filter { $0.0 != "kind" } + [("kind", kind)]
      let response = try fixture.visit("/sharing/requests/new", form: form)
      let path = try #require(response?.headers.first { $0.name.lowercased() == "location" }?.value)
      let answer = [("outcome", outcome), ("answer", "x"), ("version", "1")]
      #expect(try fixture.status(path, as: .officer, form: answer) == status, "\(kind) \(outcome)")
    }
  }
}

@Suite("A set of depersonalised data", .database)
struct SetTests {
  @Test(
    "counts kinds by ward, small counts hidden with what gives them away", arguments: Engine.tested)
  func counts(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let path = "/sharing/sets/fy2026-27-q2/reports.csv"
    let file = try #require(try fixture.visit(path, as: .analyst)).text
    let rows = file.split(separator: "\r\n").map(String.init)
    #expect(rows[0] == "quarter,source,kind,ward_code,ward,count,note")
    #expect(rows[1] == "2026/27 Q2,Residents’ reports,Fires,W1,Ward 1,9,")
    #expect(rows.contains("2026/27 Q2,Residents’ reports,Fires,,All,9,"))
    let noise = rows.filter { $0.contains(",Noise,") }
    #expect(noise.count == 4)
    #expect(!file.contains("Noise,W2,Ward 2,3"))
    // 7 + 3 + 8: the 3 is hidden, and with it another or the total, so that it cannot be worked out.
    #expect(noise.filter { $0.contains("hidden") }.count >= 2, "\(noise)")
    #expect(try fixture.services.trail().contains("sharing.set-saved source=reports"))
  }

  @Test("is due by the end of the quarter that follows, and sent or overdue")
  func sent() throws {
    let fixture = try SharingFixture()
    let page = try fixture.words("/sharing/sets")
    #expect(page.contains("31 December 2026 To be sent"))
    #expect(page.contains("30 September 2026 Overdue"))
    func send(_ set: String, _ day: String, _ to: [(String, String)]) throws -> Int {
      try fixture.status(
        "/sharing/sets", as: .analyst,
        form: [("set", set)] + to + SharingFixture.date("sent", day))
    }
    let police = [("recipients", "2")]
    #expect(try send("fy2026-27-q2/reports", "2026-11-20", []) == 422)
    #expect(try send("fy2026-27-q2/reports", "2026-11-21", police) == 422)
    #expect(try send("fy2026-27-q2/reports", "2026-09-30", police) == 422)
    #expect(try send("fy2026-27-q2/other", "2026-11-20", police) == 422)
    #expect(try send("fy2026-27-q2/reports", "2026-11-20", police) == 303)
    #expect(try send("fy2026-27-q1/reports", "2026-10-01", police) == 303)
    let after = try fixture.words("/sharing/sets")
    #expect(after.contains("Sent in time 20 November 2026, to Thornmere Constabulary"))
    #expect(after.contains("Sent late 1 October 2026"))
  }

  @Test(
    "is there for whole quarters that are over",
    arguments: [
      ("fy2026-27-q3/reports.csv", 404), ("fy2026-27-q2/other.csv", 404),
      ("fy2019-20-q1/reports.csv", 404), ("fy2026-27-q2/reports", 404),
      ("2026-09/reports.csv", 404),
    ])
  func whole(path: String, status: Int) throws {
    #expect(try SharingFixture().status("/sharing/sets/\(path)", as: .analyst) == status)
  }
}
