import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Messages
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("Keeping records for their time", .database)
struct RetentionTests {
  private static let looked = [("looked", "yes")]

  @Test(
    "lists a case on the day its time is over and not before, with what was closed that day",
    arguments: [("2032-11-19T23:59:59Z", false), ("2032-11-20T00:00:00Z", true)])
  func edge(moment: String, isDue: Bool) throws {
    let fixture = try CaseworkFixture()
    let (file, report) = try fixture.closedCase()
    fixture.wait(until: moment)
    let words = try #require(try fixture.retention("/retention")).words
    #expect(words.contains("\(file) Case with its reports") == isDue)
    // Its report goes with it, and is not listed apart.
    #expect(!words.contains(report.description))
    let page = try #require(try fixture.retention("/retention/case/\(file)")).words
    #expect(page.contains(isDue ? "Due since 20 November 2032" : "Due on 20 November 2032"))
    #expect(page.contains("I have looked at it") == isDue)
    let status = try fixture.retentionStatus("/retention/case/\(file)/delete", form: Self.looked)
    #expect(status == (isDue ? 303 : 409))
  }

  @Test("deletes everything of a case and leaves its tombstone", arguments: Engine.tested)
  func deletes(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, report) = try fixture.closedCase()
    let kept = try fixture.closedCase()
    let counted = try rows(fixture)
    fixture.wait(until: "2033-01-05T12:00:00Z")
    let path = "/retention/case/\(file)/delete"
    let names = fixture.vaultNames()
    #expect(try fixture.retentionStatus(path, form: []) == 422)
    #expect(try fixture.retentionStatus(path, form: Self.looked) == 303)
    #expect(try fixture.retentionStatus(path, form: Self.looked) == 404)
    #expect(names.count > 1 && fixture.vaultNames().count == names.count / 2)
    // Two cases were alike: what is left is half of what there was, in every table.
    let left = try rows(fixture)
    for (table, count) in counted where count > 0 {
      #expect(left[table] == count / 2, "\(table): \(count), then \(left[table] ?? 0)")
    }
    #expect(try fixture.work("/cases/\(file)", as: .officer) == 404)
    #expect(try fixture.status("/reports/\(report)", as: .officer) == 404)
    #expect(try fixture.work("/cases/\(kept.file)", as: .officer) == 200)
    #expect(try fixture.messages(about: report).isEmpty)
    let stones = try #require(try fixture.retention("/retention/deleted", as: .auditor)).words
    #expect(stones.contains("\(file) Case with its reports 20 November 2026 to 20 November 2026"))
    #expect(stones.contains("72 months: case, version 1 5 January 2033, by Person 2"))
    #expect(stones.contains("\(report) Report, with its case"))
    #expect(try fixture.trail().contains("casework.record-deleted rule=case/1"))
    // Its names find nobody any more, those of the other still do.
    #expect(
      try fixture.search("Zebedee Planted").people.allSatisfy { person in
        [kept.file, kept.report].contains(person.place.reference)
      })
    #expect(!(try fixture.search("Zebedee Planted").people.isEmpty))
  }

  @Test("reaches every table that says whose its rows are", arguments: Engine.tested)
  func tables(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let tables = try tree(fixture)
    let named = try names(fixture).filter { name in
      ["report_", "case_"].contains(where: name.hasPrefix) && name != "case_file"
        && !name.hasPrefix("case_review")
    }
    // Counts of months, who covers whom, mappings and the standard are of no record.
    let ofNone: Set = [
      "report_month", "report_month_ward", "case_cover", "case_mapping", "case_standard",
      "case_standard_promise", "case_review_law",
    ]
    #expect(Set(named).subtracting(tables).subtracting(ofNone).isEmpty, "give these a REFERENCES")
  }

  @Test(
    "keeps what is held until the day after, by case or by one of its reports",
    arguments: Engine.tested)
  func holds(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, _) = try fixture.closedCase()
    fixture.wait(until: "2033-01-05T12:00:00Z")
    let form =
      [("ground", "court"), ("hold-reason", "Planted proceedings")]
      + fixture.date("until", "2033-02-01")
    #expect(try fixture.retentionStatus("/retention/case/\(file)/keep", form: form) == 303)
    #expect(try fixture.trail().last == "casework.record-kept ground=court until=2033-02-01")
    #expect(try fixture.retentionStatus("/retention/case/\(file)/delete", form: Self.looked) == 409)
    fixture.wait(until: "2033-02-01T23:59:59Z")
    let kept = try #require(try fixture.retention("/retention/case/\(file)")).words
    #expect(kept.contains("Kept: its time was over on 20 November 2032"))
    #expect(kept.contains("1 February 2033 A court or a lawyer needs it: Planted proceedings"))
    #expect(!(try #require(try fixture.retention("/retention")).words.contains(file.description)))
    fixture.wait(until: "2033-02-02T00:00:00Z")
    #expect(try #require(try fixture.retention("/retention")).words.contains(file.description))
  }

  @Test(
    "takes a case along with the one it was joined to, and leaves a parted one",
    arguments: Engine.tested)
  func tied(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (first, second, third) = (
      try fixture.closedCase(), try fixture.closedCase(), try fixture.closedCase()
    )
    let (joined, taker, parted) = (
      try fixture.file(first.file).id, try fixture.file(second.file).id,
      try fixture.file(third.file).id
    )
    try fixture.database.write { write in
      try TieStore.join(joined, into: taker, in: write)
      try TieStore.part(parted, from: joined, in: write)
    }
    fixture.wait(until: "2033-01-05T12:00:00Z")
    let due = try #require(try fixture.retention("/retention")).words
    #expect(!due.contains(first.file.description) && due.contains(second.file.description))
    #expect(try fixture.retentionStatus("/retention/case/\(first.file)") == 404)
    let found = try fixture.retention(
      "/retention/find", form: [("reference", first.file.description)])
    #expect(found?.header("Location") == "/retention/case/\(second.file)")
    let path = "/retention/case/\(second.file)/delete"
    #expect(try fixture.retentionStatus(path, form: Self.looked) == 303)
    for gone in [first, second] {
      #expect(try fixture.work("/cases/\(gone.file)", as: .officer) == 404)
      #expect(try fixture.status("/reports/\(gone.report)", as: .officer) == 404)
      #expect(!(try fixture.database.read { try Tombstone.of(gone.file, $0) }.isEmpty))
    }
    #expect(try fixture.work("/cases/\(third.file)", as: .officer) == 200)
  }

  @Test("lets a rule hold again once somebody lifts what was decided", arguments: Engine.tested)
  func release(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, report) = try fixture.closedCase()
    // A record is kept before its time is over too, and found by the reference of its report.
    let found = try fixture.retention("/retention/find", form: [("reference", report.description)])
    #expect(found?.header("Location") == "/retention/case/\(file)")
    #expect(try fixture.retentionStatus("/retention/find", form: [("reference", "x")]) == 422)
    #expect(try fixture.retentionStatus("/retention/case/\(file)/release", form: []) == 409)
    let form =
      [("ground", "court"), ("hold-reason", "Planted")] + fixture.date("until", "2040-02-01")
    #expect(try fixture.retentionStatus("/retention/case/\(file)/keep", form: form) == 303)
    fixture.wait(until: "2033-01-05T12:00:00Z")
    #expect(!(try #require(try fixture.retention("/retention")).words.contains(file.description)))
    #expect(try fixture.retentionStatus("/retention/case/\(file)/release", form: []) == 303)
    #expect(try fixture.trail().last == "casework.record-released ")
    #expect(try #require(try fixture.retention("/retention")).words.contains(file.description))
    #expect(try fixture.retentionStatus("/retention/case/\(file)/delete", form: Self.looked) == 303)
  }

  @Test("keeps what an order in force or an open case review is about", arguments: Engine.tested)
  func others(engine: Engine) throws {
    let held = Guarded<Set<Reference>>([])
    let fixture = try CaseworkFixture(
      engine,
      holds: { references, _, _ in
        references.filter { held.withLock { $0 }.contains($0) }.map {
          RecordHold($0, "Notice TM-0000-0000 lasts", path: "/orders/x")
        }
      })
    let (file, report) = try fixture.closedCase()
    let request = try fixture.reviewRequest(about: report)
    fixture.wait(until: "2033-01-05T12:00:00Z")
    func words() throws -> String {
      try #require(try fixture.retention("/retention/case/\(file)")).words
    }
    let path = "/retention/case/\(file)/delete"
    #expect(try words().contains("Case review \(request) is open"))
    #expect(try fixture.retentionStatus(path, form: Self.looked) == 409)
    let list = try #require(try fixture.retention("/retention")).words
    #expect(list.contains("20 November 2032 Case review \(request) is open"))
    try fixture.end(review: request)
    held.withLock { $0 = [report] }
    #expect(try !words().contains("is open") && words().contains("Notice TM-0000-0000 lasts"))
    #expect(try fixture.retentionStatus(path, form: Self.looked) == 409)
    held.withLock { $0 = [] }
    #expect(try fixture.retentionStatus(path, form: Self.looked) == 303)
  }

  static let refusals: [(field: String, value: String, words: String)] = [
    ("ground", "habit", "Choose why it is kept"), ("hold-reason", "", "Enter the reason"),
    ("until-day", "5", "Choose a day after today"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let (file, _) = try fixture.closedCase()
    fixture.wait(until: "2033-01-05T12:00:00Z")
    let form =
      [("ground", "court"), ("hold-reason", "x")] + fixture.date("until", "2033-01-06")
    let response = try #require(
      try fixture.retention(
        "/retention/case/\(file)/keep", form: form.filter { $0.0 != field } + [(field, value)]))
    #expect(response.status == 422)
    #expect(response.words.contains(words))
  }

  @Test(
    "deletes reports without a case and old reviews, never what is open", arguments: Engine.tested)
  func kinds(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (waiting, decided) = (try fixture.report(), try fixture.report())
    _ = try fixture.answer(
      "/work/triage/\(decided)",
      form: [
        ("decision", "police"), ("reason", "x"), ("priority", "2"), ("service", "the police"),
        ("step", "decide"),
      ])
    let request = try fixture.reviewRequest(about: decided)
    let open = try fixture.reviewRequest(about: waiting)
    try fixture.end(review: request)
    fixture.wait(until: "2033-01-05T12:00:00Z")
    let words = try #require(try fixture.retention("/retention")).words
    #expect(words.contains(decided.description) && words.contains(request.description))
    #expect(!words.contains(waiting.description) && !words.contains(open.description))
    for path in ["report/\(decided)", "review/\(request)"] {
      #expect(try fixture.retentionStatus("/retention/\(path)/delete", form: Self.looked) == 303)
    }
    #expect(
      try fixture.retentionStatus("/retention/report/\(waiting)/delete", form: Self.looked) == 409)
    #expect(try fixture.status("/reports/\(decided)", as: .officer) == 404)
    #expect(try fixture.status("/reports/\(waiting)", as: .officer) == 200)
    #expect(try fixture.status("/reports/reviews/\(request)", as: .officer) == 404)
    #expect(try fixture.status("/reports/reviews/\(open)", as: .officer) == 200)
  }

  // The tables

  private func tree(_ fixture: CaseworkFixture) throws -> Set<String> {
    try fixture.database.read { read in
      let edges = try RowTree(read).edges
      var found: Set<String> = ["report", "case_file"]
      while true {
        let more = edges.filter { found.contains($0.parent) && !found.contains($0.table) }
        if more.isEmpty { return found }
        found.formUnion(more.map(\.table))
      }
    }
  }

  private func names(_ fixture: CaseworkFixture) throws -> [String] {
    try fixture.database.read { read in
      let sql: SQL =
        read.engine == .sqlite
        ? "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        : """
        SELECT CAST(table_name AS TEXT) FROM information_schema.tables
        WHERE table_schema = current_schema() ORDER BY 1
        """
      return try read.all(sql) { row in try row.text() }
    }
  }

  /// How many rows there are in each table that belongs to cases.
  private func rows(_ fixture: CaseworkFixture) throws -> [String: Int] {
    let tables = try tree(fixture)
    return try fixture.database.read { read in
      try Dictionary(
        uniqueKeysWithValues: tables.map { table in
          (table, try read.count(SQL(trusted: "SELECT COUNT(*) FROM \"\(table)\"")))
        })
    }
  }
}
