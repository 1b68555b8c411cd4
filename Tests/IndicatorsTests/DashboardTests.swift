import Commands
import Database
import Kernel
import TestKit
import Testing

@testable import Indicators

@Suite("Dashboards", .database)
struct DashboardTests {
  @Test("give every change and state of the published return", arguments: Engine.tested)
  func published(engine: Engine) throws {
    let database = try Sample.archive(engine)
    let dashboard = try #require(try Sample.dashboard("csp-2017-21", "2018/19", database))
    #expect(dashboard.rows.count == 13)
    for (row, printed) in zip(dashboard.rows, ReturnRow.all) {
      #expect(row.member.title == printed.indicator)
      #expect(row.now.value?.value == printed.value)
      #expect(row.now.previous?.value == printed.previous)
      #expect(row.shown == printed.state)
      #expect(row.computed == (printed.previous == nil ? .none : printed.state))
      #expect(row.judged == (printed.previous == nil ? .green : .none))
    }
    #expect(
      dashboard.groups.map(\.priority.title) == [
        "ASB, inc. drugs & alcohol", "Violence", "Hate Crime", "Re-offending",
      ])
    #expect([.green, .amber, .red, .none].map { dashboard.computed($0) } == [5, 3, 3, 2])
    #expect(dashboard.judged(.green) == 2)
    #expect(dashboard.judgedCount == 2)
    #expect(dashboard.disputed == 0)
    #expect(dashboard.tested == 10)
  }

  @Test("print the contract's JSON", arguments: Engine.tested)
  func json(engine: Engine) throws {
    let database = try Sample.archive(engine)
    let text = try #require(try Sample.dashboard("csp-2017-21", "2018/19", database)).json
      .description
    #expect(text.hasPrefix(#"{"plan":"csp-2017-21","period":"2018/19","rows":[{"priority":"#))
    #expect(
      text.contains(
        #"{"priority":"ASB, inc. drugs & alcohol","indicator":"ASB calls to 101 to report ASB","#
          + #""value":14768,"previous":14909,"changePercent":-0.95,"changePoints":null,"#
          + #""computed":"green","judgement":"none","shown":"green"}"#))
    #expect(
      text.contains(
        #""value":69,"previous":72,"changePercent":-4.17,"changePoints":-3,"computed":"amber""#))
    #expect(
      text.contains(
        #""value":190,"previous":null,"changePercent":null,"changePoints":null,"#
          + #""computed":"none","judgement":"green","shown":"green"}"#))
    let changes = ["-0.95", "-9.06", "34.15", "508.17", "12.61", "-4.17", "3.56", "1.66", "-6.64"]
    for change in changes + ["12.47", "8.49"] {
      #expect(text.contains(#""changePercent":\#(change),"#))
    }
  }

  @Test("set quarter, year to date and twelve months apart", arguments: Engine.tested)
  func spans(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Sample.migrations)
    try database.write { write in
      let small = try Sample.Small(write)
      try small.figures("2024-10", Array(repeating: 10, count: 12), in: write)
      try small.figures("2025-10", Array(repeating: 12, count: 12), in: write)
      try StatementStore.setTarget("-4%", reason: "Board", small.saying("2026/27"), in: write)
    }
    let row = try #require(try Sample.dashboard("small", "2026/27 Q2", database)?.rows.first)
    #expect(row.now.value?.value == Figure(36))
    #expect(row.now.previous?.value == Figure(30))
    #expect(row.now.direction.state == .red)
    #expect(row.yearToDate.value?.value == Figure(72))
    #expect(row.rollingYear.value?.value == Figure(144))
    #expect(row.rollingYear.previous?.value == Figure(120))
    #expect(row.target?.resolution.level == Ratio(96))
    #expect(row.target?.gap == nil)
    #expect(row.target?.standing == .yearNotOver)
    let year = try #require(try Sample.dashboard("small", "2026/27", database))
    #expect(year.spans.isPartial)
    #expect(year.rows.first?.now.direction.reason == "No figure")
  }

  @Test(
    "count targets met, not met and of a year that is not over apart",
    arguments: [
      ("2026/27 Q2", "-4%", TargetStanding.yearNotOver), ("2025/26", "-4%", .notMet),
      ("2025/26", "+60%", .met), ("2025/26", "TBC", .unknown),
    ])
  func targets(period: String, target: String, standing: TargetStanding) throws {
    let database = try TestDatabase(.sqlite, migrations: Sample.migrations)
    try database.write { write in
      let small = try Sample.Small(write)
      try small.figures("2024-10", Array(repeating: 10, count: 24), in: write)
      let year = String(period.prefix(7))
      try StatementStore.setTarget(target, reason: "Board", small.saying(year), in: write)
    }
    let dashboard = try #require(try Sample.dashboard("small", period, database))
    #expect(dashboard.rows.first?.target?.standing == standing)
    #expect(TargetStanding.allCases.filter { dashboard.targets($0) == 1 } == [standing])
    let page = try PageTests.dashboard("small", period, database)
    #expect(page.contains("Targets of the year met"))
    #expect(page.contains("Year not over") == (standing == .yearNotOver))
    #expect(page.contains("from it, not met") == (standing == .notMet))
  }

  @Test("leave past quarters as they were when what is wanted changes", arguments: Engine.tested)
  func polarity(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Sample.migrations)
    let small = try database.write { write in
      let small = try Sample.Small(write)
      try small.figures("2024-10", Array(repeating: 10, count: 12), in: write)
      try small.figures("2025-10", Array(repeating: 12, count: 12), in: write)
      return small
    }
    let before = try Sample.dashboard("small", "2026/27 Q1", database)?.json
    try database.write { write in
      let wanted = PolarityVersion(
        validFrom: Sample.month("2026-07"), polarity: .higher, reason: "More reports are wanted")
      try MembershipStore.want(wanted, of: small.member, at: Sample.now, in: write)
      var definition = Sample.definition(from: "2026-07")
      definition.unit = "report"
      try IndicatorStore.define(
        definition, for: small.indicator, breaks: true, at: Sample.now, in: write)
    }
    #expect(try Sample.dashboard("small", "2026/27 Q1", database)?.json == before)
    let row = try #require(try Sample.dashboard("small", "2026/27 Q2", database)?.rows.first)
    #expect(row.definition?.number == 2)
    #expect(row.wanted?.polarity == .higher)
    #expect(row.now.direction.reason == "Not comparable: Sheds are counted with homes")
  }

  @Test("keep a judgement beside the computed state", arguments: Engine.tested)
  func judged(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Sample.migrations)
    try database.write { write in
      let small = try Sample.Small(write)
      try small.figures("2025-07", [10, 10, 10], in: write)
      try small.figures("2026-07", [12, 12, 12], in: write)
      let saying = small.saying("2026/27 Q2")
      try StatementStore.judge(.amber, reason: "One series, since solved", saying, in: write)
    }
    let dashboard = try #require(try Sample.dashboard("small", "2026/27 Q2", database))
    #expect(dashboard.rows.first?.computed == .red)
    #expect(dashboard.rows.first?.judged == .amber)
    #expect(dashboard.rows.first?.shown == .amber)
    #expect(dashboard.disputed == 1)
    #expect(dashboard.computed(.red) == 1)
    #expect(dashboard.judged(.amber) == 1)
  }

  @Test("write each fact to a column of its own")
  func sheet() throws {
    let database = try Sample.archive(.sqlite)
    let dashboard = try #require(try Sample.dashboard("csp-2017-21", "2018/19", database))
    let sheet = DashboardSheet(dashboard)
    #expect(sheet.rows.count == 13)
    #expect(sheet.columns.contains("Year to date: change %"))
    #expect(sheet.columns.contains("Twelve months: value"))
    #expect(sheet.columns.contains("Gap to target"))
    let text = String(decoding: sheet.csv, as: UTF8.self)
    #expect(text.split(separator: "\r\n").count == 14)
    #expect(text.contains("\"ASB, inc. drugs & alcohol\""))
  }
}
