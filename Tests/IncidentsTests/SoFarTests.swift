import FeatureKit
import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("A month or week that is not over", .database)
struct SoFarTests {
  @Test(
    "is told by the latest day there is",
    arguments: [
      ("2026-11-29", "2026-11", true), ("2026-11-30", "2026-11", false),
      ("2026-11-01", "2026-11", true), ("2026-11-29", "2026-10", false),
      ("2024-02-28", "2024-02", true), ("2024-02-29", "2024-02", false),
    ])
  func months(last: String, month: String, isUnfinished: Bool) throws {
    let soFar = SoFar(lastDay: try #require(Day(last)))
    #expect(try soFar.isUnfinished(#require(Month(month))) == isUnfinished)
    #expect(soFar.isUnfinished(month, of: .month) == isUnfinished)
  }

  @Test(
    "is a week until its Sunday is there",
    arguments: [
      ("2026-11-23", true), ("2026-11-28", true), ("2026-11-29", false), ("2026-11-22", false),
    ])
  func weeks(last: String, isUnfinished: Bool) throws {
    let soFar = SoFar(lastDay: try #require(Day(last)))
    #expect(soFar.isUnfinished("2026-11-23", of: .week) == isUnfinished)
  }

  @Test(
    "is marked in the quality of its source, and no trend is read to it", arguments: Engine.tested)
  func quality(engine: Engine) throws {
    let fixture = try ExtractFixture(engine)
    let rows = (1...12).flatMap { month in
      (0..<20).map { row in
        let number = month < 10 ? "0\(month)" : String(month)
        return ExtractFixture.row("\(month)-\(row)", from: "28/\(number)/2025 10:00")
      }
    }
    try fixture.importRows(
      rows + ["1", "2"].map { ExtractFixture.row($0, from: "02/01/2026 22:30") })
    let quality = try fixture.database.read { try SourceQuality.quality(of: fixture.saved, in: $0) }
    let last = try #require(quality.months.last)
    let day = try #require(Day("2026-01-02"))
    #expect(last.findings == [.unfinished(day)])
    #expect(last.bar == .unfinished(day))
    #expect(last.findings[0].words == "It reaches to 2 January 2026 so far")
    // The months before are held against whole months alone.
    #expect(quality.months.dropLast().allSatisfy { $0.findings.isEmpty })
    let (now, before) = (Month(index: 2026 * 12), Month(index: 2025 * 12 + 11))
    #expect(
      TrendBasis.weigh(2, in: now, 20, in: before, [quality])
        == .refused("January 2026 reaches to 2 January 2026 so far"))
  }

  @Test("is marked in counts by month, which say that fewer is no fall", arguments: Engine.tested)
  func counts(engine: Engine) throws {
    let fixture = try ExtractFixture(engine)
    try fixture.importRows([
      ExtractFixture.row("1", from: "02/10/2026 22:30"),
      ExtractFixture.row("2", from: "02/11/2026 22:30"),
    ])
    let services = fixture.house.services
    try services.database.read { read in
      let reader = CountsReader(services: services, today: services.clock.today, read: read)
      var query = CountQuery(by: [.month])
      query.source = CountSource(fixture.saved)
      let question = try #require(try reader.question(query, .people))
      #expect(
        question.soFarWords
          == "November 2026 reaches to 2 November 2026 so far: fewer is no fall.")
      query.to = Month("2026-10")
      #expect(try reader.question(query, .people)?.soFarWords == nil)
    }
  }
}
