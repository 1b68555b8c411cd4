import Database
import Design
import Kernel
import Markup
import TestKit
import Testing

@testable import Indicators

@Suite("Pages of indicators", .database)
struct PageTests {
  static func dashboard(_ slug: String, _ period: String, _ database: TestDatabase) throws -> String
  {
    let dashboard = try #require(try Sample.dashboard(slug, period, database))
    let plans = try database.read { try PlanStore.page(1, in: $0) }
    let filter = DashboardFilter(plan: slug, period: Sample.period(period))
    return DashboardPage(dashboard: dashboard, filter: filter, plans: plans).renderedText()
  }

  @Test("show the published return with its one decimal, and count judgements apart")
  func published() throws {
    let page = try Self.dashboard("csp-2017-21", "2018/19", try Sample.archive(.sqlite))
    for words in [
      "\u{2212}0.95%", "+508.17%", "\u{2212}4.2%", "\u{2212}3.0 points", "14,768", "69%",
      "Set by a person", "2 Green, 0 otherwise than computed", "of 10 that can be tested, allowing",
      "As published. ", "Could be chance", "Comparable: no break recorded", "No comparison",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(!page.contains("Is it real"))
    #expect(!page.contains("Year to date"))
    #expect(!page.contains("Target and gap"))
  }

  @Test("show quarter, year to date and twelve months in columns of their own")
  func quarter() throws {
    let database = try TestDatabase(.sqlite, migrations: Sample.migrations)
    try database.write { write in
      let small = try Sample.Small(write)
      try small.figures("2024-10", Array(repeating: 10, count: 12), in: write)
      try small.figures("2025-10", Array(repeating: 12, count: 12), in: write)
      try StatementStore.comment("<b>Said</b>", small.saying("2026/27 Q2"), in: write)
      try StatementStore.setTarget("-5%", reason: "Board", small.saying("2026/27"), in: write)
    }
    let page = try Self.dashboard("small", "2026/27 Q2", database)
    for words in [
      "Year to date", "Twelve months", "Target and gap", "+20.00%", "&lt;b&gt;Said", "Red",
      "(-5%)", "Wanted: down",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(page.components(of: "<svg class=\"spark\"") == 1)
  }

  @Test("show only the priority and state that were asked for")
  func filter() throws {
    let database = try Sample.archive(.sqlite)
    let dashboard = try #require(try Sample.dashboard("csp-2017-21", "2018/19", database))
    let violence = DashboardFilter(priority: "B").applied(to: dashboard)
    #expect(violence.map(\.priority.title) == ["Violence"])
    let red = DashboardFilter(state: .red).applied(to: dashboard)
    #expect(red.flatMap(\.rows).count == 3)
    #expect(DashboardFilter(priority: "C", state: .red).applied(to: dashboard).isEmpty)
  }

  @Test("show one indicator with its facts, versions and every figure")
  func indicator() throws {
    let database = try TestDatabase(.sqlite, migrations: Sample.migrations)
    let small = try database.write { write in
      let small = try Sample.Small(write)
      try small.figures("2024-10", Array(10...33), in: write)
      let found = SeriesBreak(
        month: Sample.month("2025-10"), kind: .recording, reason: "A new system came into use")
      try IndicatorStore.add(found, to: small.indicator, at: Sample.now, in: write)
      try StatementStore.setTarget("-5%", reason: "Board", small.saying("2026/27"), in: write)
      return small
    }
    let detail = try #require(
      try database.read {
        try DashboardLoader(measures: [], today: Sample.today).detail(
          small.indicator, IndicatorView(), in: $0)
      })
    #expect(detail.period == Sample.period("2026/27 Q2"))
    #expect(detail.chart?.phases.map(\.start) == [0, 12])
    let page = IndicatorPage(detail: detail).renderedText()
    for words in [
      "The recording system changed in October 2025", "95", "the level itself",
      "Not comparable", "Typed in", "Nobody has written", "Small plan",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test("show the archive's targets in their words and worked out")
  func targets() throws {
    let database = try Sample.archive(.sqlite)
    let page = try plan("strategy-2008-11", database)
    for words in [
      "34.01", "33.36", "32.73", "Delayed until 2009/10", "the year given, 09/08, cannot be",
      "basis not stated", "227", "Target setting deferred", "Baseline expected Dec.08",
      "though the plan wants it up",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test("show the outturn counted from the rows, and that the summary does not agree")
  func outturn() throws {
    let page = try plan("strategy-2005-08", try Sample.archive(.sqlite))
    for words in [
      "does not agree with its own table", "47", "42", "✓? Good progress", "30 (64%)", "88%",
      "i Treatment completed: inpatient: 47%", "They agree.", "The figures cannot tell.",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test("show how one target of an outturn ended, figures and judgement apart")
  func oneOutturn() throws {
    let database = try Sample.archive(.sqlite)
    let detail = try database.read { read -> IndicatorDetail? in
      guard let plan = try PlanStore.find("strategy-2005-08", in: read) else { return nil }
      let model = try PlanModel(plan, in: read)
      let rows = model.groups.flatMap(\.rows)
      guard let row = rows.first(where: { $0.member.title.hasPrefix("Vehicle crime") }) else {
        return nil
      }
      return try DashboardLoader(measures: [], today: Sample.today).detail(
        row.member.indicator, IndicatorView(plan: plan.slug), in: read)
    }
    let page = IndicatorPage(detail: try #require(detail)).renderedText()
    for words in [
      "decrease 27.4%", "24%", "88%", "x Not met", "They agree. It went further than",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(!page.contains("No comparison"))
    #expect(!page.contains("No monthly figures"))
  }

  @Test("list the plans")
  func plans() throws {
    let plans = try Sample.archive(.sqlite).read { try PlanStore.page(1, in: $0) }
    let page = PlanListPage(plans: plans, page: 1, pages: 1).renderedText()
    #expect(page.contains("href=\"/plans/csp-2017-21\""))
    #expect(page.contains("Archive"))
  }

  private func plan(_ slug: String, _ database: TestDatabase) throws -> String {
    let model = try database.read { read in
      try PlanStore.find(slug, in: read).map { try PlanModel($0, in: read) }
    }
    return PlanPage(model: try #require(model)).renderedText()
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
