import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("What reports and cases count for indicators", .database)
struct MeasureTests {
  static let october = Period.month(Month("2026-10") ?? Month(index: 0))

  private func value(
    _ key: String, _ fixture: CaseworkFixture, _ period: Period = october
  ) throws -> Measure.Value? {
    let measure = try #require(Casework.feature.measures.first { $0.key == key })
    return try fixture.database.read { try measure.value($0, period) }
  }

  private func counts(_ key: String, _ fixture: CaseworkFixture) throws -> [Double?] {
    let found = try value(key, fixture)
    return [found?.numerator, found?.denominator, found.map { Double($0.missing) }]
  }

  @Test(
    "are reports by the way they came, without withdrawn and doubtful ones",
    arguments: Engine.tested)
  func channels(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-10-10T12:00:00Z")
    for channel in [ReportChannel.web, .web, .web, .phone, .housing] {
      _ = try fixture.report { $0.channel = channel }
    }
    _ = try fixture.report { $0.story = Sensitive(ReportStory(doubts: [.trap])) }
    let withdrawn = try fixture.report()
    try fixture.database.write { write in
      let found = try #require(try fixture.store.find(withdrawn, write))
      try fixture.store.move(found.id, to: .withdrawn, in: write)
    }
    #expect(try counts("casework.reports", fixture) == [5, nil, 2])
    #expect(try counts("casework.reports-web", fixture) == [3, 5, 2])
    #expect(try counts("casework.reports-phone", fixture) == [1, 5, 2])
    #expect(try counts("casework.reports-letter", fixture) == [0, 5, 2])
  }

  @Test("are hate reports by national and local strand", arguments: Engine.tested)
  func hate(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-10-10T12:00:00Z")
    let strands: [Set<HateStrand>] = [
      [.race], [.race, .religion], [.other], [.other, .disability], [.age], [.refugee, .race],
    ]
    for some in strands { _ = try fixture.report { $0.strands = some } }
    _ = try fixture.report { $0.kind = ReportKind.of("hate") }
    _ = try fixture.report()
    #expect(try counts("casework.hate", fixture) == [7, nil, 0])
    #expect(try counts("casework.hate-national", fixture) == [4, 7, 0])
    #expect(try counts("casework.hate-local", fixture) == [4, 7, 0])
    #expect(try counts("casework.hate-strand-race", fixture) == [3, 7, 0])
    #expect(try counts("casework.hate-strand-age", fixture) == [1, 7, 0])
    #expect(try counts("casework.hate-strand-refugee", fixture) == [1, 7, 0])
    #expect(try counts("casework.hate-strand-transgender", fixture) == [0, 7, 0])
  }

  @Test("belong to the London day, on both sides of midnight", arguments: Engine.tested)
  func edges(engine: Engine) throws {
    // 30 September, 11:59 pm in London, is 22:59 in UTC.
    let fixture = try CaseworkFixture(engine, now: "2026-09-30T22:59:59Z")
    _ = try fixture.report()
    fixture.clock.advance(seconds: 1)
    _ = try fixture.report()
    #expect(try value("casework.reports", fixture)?.numerator == 1)
    let september = Period.month(try #require(Month("2026-09")))
    #expect(try value("casework.reports", fixture, september)?.numerator == 1)
  }

  @Test("have no value before the first report, and for what is not over")
  func uncovered() throws {
    let fixture = try CaseworkFixture(now: "2026-10-10T12:00:00Z")
    #expect(try value("casework.reports", fixture) == nil)
    _ = try fixture.report()
    for period in ["2026-09", "2099-01"] {
      #expect(try value("casework.reports", fixture, try #require(Period(period))) == nil)
    }
    #expect(try value("casework.reports", fixture)?.numerator == 1)
  }

  @Test("are working days from report to first outcome", arguments: Engine.tested)
  func time(engine: Engine) throws {
    // Friday noon; told on the Monday after, and on the same day.
    let fixture = try CaseworkFixture(engine, now: "2026-10-09T12:00:00Z")
    let slow = try fixture.report()
    let slowFile = try fixture.openCase(slow)
    let fast = try fixture.openCase(try fixture.report())
    _ = try fixture.answer("/cases/\(fast)/close", form: SurveyTests.closing)
    _ = try fixture.report()
    fixture.clock.advance(seconds: 3 * 86_400)
    _ = try fixture.answer("/cases/\(slowFile)/close", form: SurveyTests.closing)
    _ = try fixture.answer("/cases/\(slowFile)/reopen", form: [("reopen-reason", "Again")])
    fixture.clock.advance(seconds: 86_400)
    _ = try fixture.answer("/cases/\(slowFile)/close", form: SurveyTests.closing)
    #expect(try counts("casework.days-to-outcome", fixture) == [1, 2, 0])
    #expect(try value("casework.days-to-outcome", fixture)?.source.contains("1 reports") == true)
  }

  @Test("are P1 cases with somebody complained of: 4 of 10", arguments: Engine.tested)
  func perpetrators(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-10-09T12:00:00Z")
    let first = CaseworkFixture.asb.map { $0.0 == "priority" ? ("priority", "1") : $0 }
    for number in 0..<10 {
      let file = try fixture.openCase(try fixture.report(), first)
      let part = number < 4 ? "subject" : "victim"
      for name in ["Person A", "Person B"] {
        _ = try fixture.answer("/cases/\(file)/person", form: [("part", part), ("name", name)])
      }
    }
    _ = try fixture.openCase(try fixture.report())
    #expect(try counts("casework.perpetrator-identified", fixture) == [4, 10, 0])
    // Whose name nobody knows is not identified, entered by an officer or taken over from a report.
    let typed = try fixture.openCase(try fixture.report(), first)
    let looks = [("part", "subject"), ("name", "Tall, a red coat"), ("described", "yes")]
    _ = try fixture.answer("/cases/\(typed)/person", form: looks)
    let report = try fixture.report {
      $0.subject = Sensitive(ReportSubject(description: "Tall, a red coat"))
    }
    let told = try fixture.openCase(report, first)
    let taken = try fixture.answer(
      "/cases/\(told)/take-over", form: [("told-person", "subject/\(report)")])
    #expect(taken?.status == 303)
    let page = try #require(try fixture.answer("/cases/\(told)")).words
    #expect(page.contains("Their name is not known"))
    #expect(try counts("casework.perpetrator-identified", fixture) == [4, 12, 0])
  }

  @Test("are read by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let query = ReportMeasures.query(Self.october, counted: "1 = 1", outOf: nil)
    #expect(try QueryPlan.of(query, fixture.database).uses(index: "report_received"))
    let cases = CaseMeasures.identified(Self.october)
    #expect(try QueryPlan.of(cases, fixture.database).uses(index: "case_file_received"))
  }
}
