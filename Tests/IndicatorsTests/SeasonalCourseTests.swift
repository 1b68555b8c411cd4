import Glibc
import Kernel
import Statistics
import Testing

@testable import Indicators

@Suite("Seasons of monthly figures")
struct SeasonalCourseTests {
  private static func months(_ count: Int, season: Double, noise: Double) -> [Double] {
    var generator = SeededGenerator(seed: 7)
    return (0..<count).map { month in
      200 + season * sin(Double(month) * .pi / 6)
        + Double.random(in: -noise...noise, using: &generator)
    }
  }

  @Test("are found where most of the course comes again each year")
  func found() throws {
    let season = try #require(SeasonalCourse.of(Self.months(36, season: 60, noise: 10)))
    #expect(abs(season[3] - 60) < 10 && abs(season[9] + 60) < 10)
  }

  @Test(
    "are not found in chance, in a level course, or in less than three years",
    arguments: [(48, 0.0, 10.0), (36, 0, 0), (35, 60, 10)])
  func none(count: Int, season: Double, noise: Double) {
    #expect(SeasonalCourse.of(Self.months(count, season: season, noise: noise)) == nil)
  }

  @Test("do not stand out by themselves, and a month beyond them does")
  func chart() throws {
    var values = Self.months(36, season: 60, noise: 10)
    let plain = try #require(XmR(values)).signals.count { !$0.isEmpty }
    let adjusted = try Self.series(values)
    #expect(adjusted.isAdjusted && plain > 20 && adjusted.signals.count < 10)
    values[30] += 120
    #expect(try Self.series(values).signals.contains(30))
  }

  private static func series(_ values: [Double]) throws -> ControlSeries {
    let first = Month(index: 2023 * 12)
    let points = values.enumerated().map { index, value in
      SeriesPoint(
        period: .month(first.adding(months: index)),
        amount: Amount(Figure(nearest: value.rounded())))
    }
    return try #require(
      ControlSeries(
        Series(.count, points), until: first.adding(months: values.count - 1), breaks: []))
  }
}
