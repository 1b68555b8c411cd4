import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Repeat and vulnerable callers", .database)
struct RepeatTests {
  static let rule = [("reports", "3"), ("days", "30"), ("vulnerable", "afraid")]

  static func choose(
    _ fixture: CaseworkFixture, _ fields: [(String, String)] = rule
  ) throws {
    let status = try fixture.status("/reports/repeat-rule", as: .manager, form: fields)
    #expect(status == 303)
    try fixture.work()
  }

  private func mark(_ report: Reference, _ fixture: CaseworkFixture) throws -> RepeatMark? {
    try fixture.database.read { read in
      let rule = try #require(try RepeatRules.current(read))
      let found = try #require(try fixture.store.find(report, read))
      return try RepeatCallers(rule: rule).marks([found.id], read)[found.id]
    }
  }

  private func value(_ key: String, _ fixture: CaseworkFixture) throws -> [Double]? {
    let measure = try #require(Casework.feature.measures.first { $0.key == key })
    return try fixture.database.read { try measure.value($0, MeasureTests.october) }.map {
      [$0.numerator, $0.denominator ?? -1, Double($0.missing)]
    }
  }

  @Test("are nobody's mark until a rule is chosen", arguments: Engine.tested)
  func unchosen(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-10-09T12:00:00Z")
    var last = try fixture.report()
    for _ in 0..<4 { last = try fixture.report() }
    let triage = try #require(try fixture.answer("/work/triage/\(last)"))
    #expect(triage.words.contains("Nobody has chosen yet what counts as a repeat caller"))
    #expect(!(try #require(try fixture.answer("/work")).words.contains("epeat caller")))
    #expect(try value("casework.repeat-callers", fixture) == nil)
    try Self.choose(fixture)
    #expect(try #require(try fixture.answer("/work/triage/\(last)")).words.contains("5 reports."))
    #expect(try #require(try fixture.answer("/work")).words.contains("Repeat caller"))
  }

  /// Days between the first of three reports and the last; whether all three count within 30 days.
  static let edges: [(Int, Bool)] = [(0, true), (29, true), (30, false)]

  @Test("count so many reports within so many days, both days included", arguments: edges)
  func window(days: Int, isRepeat: Bool) throws {
    let fixture = try CaseworkFixture()
    try Self.choose(fixture)
    _ = try fixture.report()
    _ = try fixture.report()
    fixture.clock.advance(seconds: Double(days) * 86_400)
    let last = try fixture.report()
    #expect(try mark(last, fixture)?.reports == (isRepeat ? 3 : nil))
  }

  @Test(
    "are told by telephone or email, not by vehicle, and never of anonymous or withdrawn reports")
  func contacts() throws {
    let fixture = try CaseworkFixture()
    try Self.choose(fixture, [("reports", "2"), ("days", "30"), ("vulnerable", "afraid")])
    func report(phone: String = "", email: String = "", vehicle: String = "") throws -> Reference {
      try fixture.report {
        $0.reporter = Sensitive(Reporter(phone: phone, email: email))
        $0.subject = Sensitive(ReportSubject(vehicle: vehicle))
      }
    }
    let first = try report(phone: "07700 900 001", email: "a@planted.example", vehicle: "QQ1")
    #expect(try mark(first, fixture) == nil)
    #expect(try mark(try report(vehicle: "QQ1"), fixture) == nil)
    #expect(try mark(try report(phone: "+44 7700 900001"), fixture)?.reports == 2)
    #expect(try mark(try report(email: "A@planted.example"), fixture)?.reports == 2)
    let anonymous = try fixture.report {
      ($0.identity, $0.reporter) = (.anonymous, Sensitive(Reporter(phone: "07700 900 002")))
    }
    #expect(try mark(anonymous, fixture) == nil)
    #expect(try mark(try report(phone: "07700 900 002"), fixture) == nil)
  }

  @Test("are vulnerable by what the rule names in any of the reports", arguments: Engine.tested)
  func vulnerable(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    _ = try fixture.report { $0.story = Sensitive(ReportStory(circumstances: [.afraid])) }
    _ = try fixture.report()
    let last = try fixture.report { $0.story = Sensitive(ReportStory(circumstances: [.alone])) }
    try Self.choose(fixture)  // the reports of before are looked at by a job
    #expect(try mark(last, fixture) == RepeatMark(reports: 3, isVulnerable: true))
    try Self.choose(fixture, [("reports", "3"), ("days", "30"), ("vulnerable", "children")])
    #expect(try mark(last, fixture) == RepeatMark(reports: 3, isVulnerable: false))
    // A new report is looked at when it is kept.
    let next = try fixture.report {
      $0.story = Sensitive(ReportStory(circumstances: [.children]))
    }
    #expect(try mark(next, fixture) == RepeatMark(reports: 4, isVulnerable: true))
  }

  @Test("are marked on the case their reports belong to")
  func cases() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    try Self.choose(fixture, [("reports", "2"), ("days", "30"), ("vulnerable", "afraid")])
    #expect(!(try #require(try fixture.answer("/work")).words.contains("Repeat caller")))
    _ = try fixture.openCase(
      try fixture.report(), CaseworkFixture.asb + [("joins", file.description)])
    #expect(try #require(try fixture.answer("/work")).words.contains("Repeat caller"))
  }

  static let refusals: [([(String, String)], String)] = [
    ([("reports", "1")], RepeatRuleForm.wrongReports),
    ([("reports", "21")], RepeatRuleForm.wrongReports), ([("days", "0")], RepeatRuleForm.wrongDays),
    ([("days", "731")], RepeatRuleForm.wrongDays), ([("days", "soon")], RepeatRuleForm.wrongDays),
    ([("vulnerable", "rich")], RepeatRuleForm.noCircumstance),
  ]

  @Test("need a whole rule", arguments: refusals)
  func refused(changes: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let form = Self.rule.filter { $0.0 != changes[0].0 } + changes
    let page = try #require(try fixture.visit("/reports/repeat-rule", as: .manager, form: form))
    #expect(page.status == 422 && page.words.contains(words))
    #expect(try fixture.database.read { try RepeatRules.current($0) } == nil)
  }

  @Test(
    "have a rule only those who configure choose; each is kept and on record", arguments: Role.all)
  func roles(role: Role) throws {
    let fixture = try CaseworkFixture()
    let may = CaseworkPolicy.allows(.configure, CaseworkFixture.actor(role))
    #expect(try fixture.status("/reports/repeat-rule", as: role) == (may ? 200 : 404))
    #expect(
      try fixture.status("/reports/repeat-rule", as: role, form: Self.rule) == (may ? 303 : 404))
    let trail = ["casework.repeat-rule days=30 reports=3 vulnerable=afraid"]
    #expect(try fixture.trail() == (may ? trail : []))
  }

  @Test("are counted as callers, the vulnerable apart, with their base", arguments: Engine.tested)
  func measures(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-09-25T12:00:00Z")
    func report(_ reporter: Reporter, _ circumstances: [Circumstance] = []) throws {
      _ = try fixture.report {
        $0.reporter = Sensitive(reporter)
        $0.story = Sensitive(ReportStory(circumstances: circumstances))
      }
    }
    // One of the three is of the month before; the caller is known by telephone, then by email.
    try report(Reporter(phone: "07700 900 001"), [.afraid])
    fixture.clock.advance(seconds: 10 * 86_400)
    try report(Reporter(phone: "07700 900 001", email: "a@planted.example"))
    for _ in 0..<2 { try report(Reporter(phone: "07700 900 001")) }
    for _ in 0..<3 { try report(Reporter(email: "b@planted.example")) }
    try report(Reporter(email: "c@planted.example"), [.afraid])
    _ = try fixture.report {
      ($0.identity, $0.reporter) = (.anonymous, Sensitive(Reporter()))
    }
    let september = try fixture.database.read { read in
      try #require(Casework.feature.measures.first { $0.key == "casework.repeat-callers" })
        .value(read, .month(try #require(Month("2026-09"))))
    }
    #expect(september == nil)
    try Self.choose(fixture)
    // October is covered from its first report on: the reports of September reach further back.
    #expect(try value("casework.repeat-callers", fixture) == [2, 3, 1])
    #expect(try value("casework.vulnerable-repeat-callers", fixture) == [1, 3, 1])
  }

  @Test("are found by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let plan = try QueryPlan.of(RepeatCallers.query([ID(1), ID(2)]), fixture.database)
    #expect(!plan.readsAll(of: "report_token") && !plan.readsAll(of: "report"), "\(plan)")
    let cases = try QueryPlan.of(RepeatCallers.reportsQuery([ID(1)]), fixture.database)
    #expect(cases.uses(index: "report_decision_case"), "\(cases)")
  }
}
