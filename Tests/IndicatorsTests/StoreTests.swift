import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("Indicator store", .database)
struct StoreTests {
  @Test("keeps the figure a correction takes the place of", arguments: Engine.tested)
  func correction(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Sample.migrations)
    try database.write { write in
      let small = try Sample.Small(write)
      var new = NewObservation(
        indicator: small.indicator, period: Sample.period("2026-09"),
        amount: Amount(Figure(10)), provenance: .typed(by: ID(7)))
      #expect(try ObservationStore.record(new, at: Sample.now, in: write) == .added)
      #expect(try ObservationStore.record(new, at: Sample.now, in: write) == .unchanged)
      new = NewObservation(
        indicator: small.indicator, period: new.period, amount: Amount(Figure(11)),
        provenance: .imported(file: "a.csv", sha256: "00ff"), reason: "Late record")
      #expect(try ObservationStore.record(new, at: Sample.now, in: write) == .corrected)
      let all = try ObservationStore.page(1, of: small.indicator, in: write)
      #expect(all.map(\.amount.value) == [Figure(11), Figure(10)])
      #expect(all.map { $0.supersededAt == nil } == [true, false])
      #expect(
        all.map(\.provenance) == [.imported(file: "a.csv", sha256: "00ff"), .typed(by: ID(7))])
      #expect(all.first?.reason == "Late record")
      let standing = try ObservationStore.kept(of: small.indicator, in: write)
      #expect(standing.map(\.amount.value) == [Figure(11)])
    }
  }

  @Test("keeps targets, judgements and words that were replaced", arguments: Engine.tested)
  func history(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Sample.migrations)
    try database.write { write in
      let small = try Sample.Small(write)
      let saying = small.saying("2026/27")
      for words in ["TBC", "95"] {
        try StatementStore.setTarget(words, reason: "Board", saying, in: write)
        try StatementStore.judge(.green, reason: words, saying, in: write)
        try StatementStore.comment(words, saying, in: write)
      }
      #expect(
        try StatementStore.targets(of: small.member, in: write).map(\.target.statement.words) == [
          "95", "TBC",
        ])
      #expect(
        try StatementStore.targets(of: small.plan, in: write).map(\.statement.words) == ["95"])
      #expect(
        try StatementStore.judgements(of: small.member, in: write).map(\.reason) == ["95", "TBC"])
      #expect(
        try StatementStore.judgements(of: small.plan, saying.period, in: write).map(\.reason) == [
          "95"
        ])
      #expect(
        try StatementStore.commentary(of: small.member, in: write).map(\.words) == ["95", "TBC"])
    }
  }

  @Test("refuses a stale change of a plan", arguments: Engine.tested)
  func stale(engine: Engine) throws {
    let database = try TestDatabase(
      engine, migrations: KeptPages.migrations + Sample.migrations)
    try database.write { write in
      let small = try Sample.Small(write)
      let plan = try #require(try PlanStore.find(small.plan, in: write))
      var text = plan.text
      text.tolerance = Figure(3)
      try PlanStore.change(plan, to: text, in: write)
      #expect(try PlanStore.find(small.plan, in: write)?.tolerance == Figure(3))
      text.tolerance = Figure(4)
      #expect(throws: DatabaseError.stale) {
        try PlanStore.change(plan, to: text, in: write)
      }
    }
  }

  @Test("holds the plans of the documents", arguments: Engine.tested)
  func archive(engine: Engine) throws {
    let database = try Sample.archive(engine)
    try database.read { read in
      #expect(try PlanStore.count(in: read) == 3)
      let plan = try #require(try PlanStore.find("strategy-2008-11", in: read))
      let members = try MembershipStore.all(of: plan.id, in: read)
      #expect(members.count == 62)
      #expect(Set(members.map(\.indicator)).count == 56)
      #expect(try MembershipStore.find(code: "AC1", in: plan.id, read).count == 2)
      #expect(try MembershipStore.find(code: "NI111", in: plan.id, read).map(\.code) == ["NI11 1"])
      #expect(try StatementStore.targets(of: plan.id, in: read).count == 186)
      let old = try #require(try PlanStore.find("strategy-2005-08", in: read))
      let outturns = try OutturnStore.all(of: old.id, in: read)
      #expect(OutturnRollUp(outturns.values.map(\.status)).total == 42)
      #expect(outturns.values.reduce(0) { $0 + $1.parts.count } == 45)
      #expect(try OutturnStore.summary(of: old.id, in: read) == Archive.summary2005)
    }
  }

  @Test("uses an index for every list", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let database = try Sample.archive(engine)
    let lists: [(SQL, String, String)] = [
      (PlanStore.pageQuery(1), "plan", "plan_order"),
      (PlanStore.currentQuery(Sample.today), "plan", "plan_order"),
      (PlanChangeStore.pageQuery(1, of: ID(1)), "plan_change", "plan_change_order"),
      (PlanChangeStore.latestQuery(ID(1)), "plan_change", "plan_change_indicator"),
      (ObservationStore.pageQuery(1, of: ID(1)), "observation", "observation_months"),
      (ObservationStore.lastMonthQuery(of: ID(1)), "observation", "observation_months"),
    ]
    for (query, table, index) in lists {
      let plan = try QueryPlan.of(query, database)
      #expect(plan.uses(index: index), "\(plan)")
      #expect(!plan.readsAll(of: table), "\(plan)")
    }
    for query in [
      MembershipStore.listQuery(ID(1)),
      ObservationStore.standingQuery(
        KeptFigure.columns, of: ID(1), from: Sample.month("2018-04")),
    ] {
      let plan = try QueryPlan.of(query, database)
      #expect(!plan.readsAll(of: "plan_indicator"), "\(plan)")
      #expect(!plan.readsAll(of: "observation"), "\(plan)")
    }
  }
}
