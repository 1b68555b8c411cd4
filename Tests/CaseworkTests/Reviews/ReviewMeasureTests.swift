import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("What case reviews count", .database)
struct ReviewMeasureTests {
  @Test("moves with an application, its review and what the victim says", arguments: Engine.tested)
  func moves(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    _ = try fixture.casework.report()
    let database = fixture.casework.database
    func value(_ key: String) throws -> Measure.Value? {
      let measure = try #require(
        ReviewMeasures.all.first { $0.key == "case-reviews.\(key)" })
      return try database.read {
        try measure.value($0, Period.year(FinancialYear(startingIn: 2025)))
      }
    }
    // What was applied for and reported in the year before, which is over.
    try database.write { write in
      try write.run("UPDATE report SET received_at = '2025-03-01T10:00:00.000Z'")
      try write.run(
        "UPDATE case_review SET applied_on = '2025-06-02', acknowledged_at = '2025-06-03T10:00:00.000Z'"
      )
    }
    #expect(try value("applications")?.numerator == 1)
    #expect(try value("held")?.numerator == 0)
    #expect(try value("satisfied") == nil, "a share of none is none")
    try database.write { write in
      try write.run(
        """
        UPDATE case_review SET decided_at = '2025-06-12T10:00:00.000Z', decision = 'review',
          floor_met = 1, held_on = '2025-06-20', told_at = '2025-07-01T10:00:00.000Z'
        """)
    }
    #expect(try value("held")?.numerator == 1)
    #expect(try value("satisfied") == nil)
    try database.write { try $0.run("UPDATE case_review SET satisfied = 'yes'") }
    let satisfied = try #require(try value("satisfied"))
    #expect(satisfied.numerator == 1 && satisfied.denominator == 1 && satisfied.missing == 0)
  }

  @Test("is read through an index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let database = try CaseworkFixture(engine).database
    let period = Period.year(FinancialYear(startingIn: 2025))
    for query in [
      ReviewMeasures.applications(period), ReviewMeasures.held(period),
      ReviewMeasures.satisfied(period),
    ] {
      let plan = try QueryPlan.of(query, database)
      #expect(!plan.readsAll(of: "v") && !plan.readsAll(of: "case_review"), "\(plan)")
    }
  }
}
