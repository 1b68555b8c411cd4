import Kernel
import Testing

@Suite("A period")
struct PeriodTests {
  @Test(
    "is read and written back, as text and as part of a path",
    arguments: [
      ("2018-04", "2018-04"), ("2018/19 Q4", "fy2018-19-q4"), ("2018/19", "fy2018-19"),
      ("1999/00", "fy1999-00"), ("2011-12", "2011-12"), ("2011/12", "fy2011-12"),
    ])
  func roundTrip(text: String, slug: String) throws {
    let period = try #require(Period(text))
    #expect(period.description == text)
    #expect(period.slug == slug)
    #expect(Period(slug: slug) == period)
  }

  @Test(
    "has a period before it, with its words, however early it is",
    arguments: ["0000/01", "0000/01 Q1", "0001-01", "0001/02 Q4"])
  func early(text: String) throws {
    var period = try #require(Period(text))
    for _ in 0..<14 {
      #expect(period.previous < period)
      period = period.previous
      #expect(!period.words.isEmpty)
      #expect(period.firstDay <= period.lastDay)
    }
    #expect(period.yearBefore.months.count == period.months.count)
  }

  @Test(
    "is refused where it cannot be",
    arguments: [
      "2018-13", "2018/20", "2018/19 Q5", "2018/19 Q0", "2018", "18/19", "2018/19Q1", "2018/2019",
      "",
    ])
  func refused(text: String) { #expect(Period(text) == nil) }

  @Test(
    "holds its months",
    arguments: [
      ("2018-04", "2018-04", "2018-04"), ("2018/19 Q1", "2018-04", "2018-06"),
      ("2018/19 Q4", "2019-01", "2019-03"), ("2018/19", "2018-04", "2019-03"),
    ])
  func months(text: String, first: String, last: String) throws {
    let months = try #require(Period(text)).months
    #expect(months.lowerBound.description == first)
    #expect(months.upperBound.description == last)
    #expect(Period(text)?.length == months.count)
    #expect(Period(text)?.firstMonth == months.lowerBound)
    #expect(Period(text)?.lastMonth == months.upperBound)
  }

  @Test(
    "has the same months a year before, and a period just before",
    arguments: [
      ("2018-04", "2017-04", "2018-03"), ("2018/19 Q1", "2017/18 Q1", "2017/18 Q4"),
      ("2018/19", "2017/18", "2017/18"), ("2019-01", "2018-01", "2018-12"),
    ])
  func before(text: String, yearBefore: String, previous: String) throws {
    let period = try #require(Period(text))
    #expect(period.yearBefore.description == yearBefore)
    #expect(period.previous.description == previous)
  }

  @Test(
    "belongs to the quarter and year of its month",
    arguments: [
      ("2019-03", "2018/19 Q4"), ("2019-04", "2019/20 Q1"), ("2018-06", "2018/19 Q1"),
      ("2018-07", "2018/19 Q2"), ("2018-12", "2018/19 Q3"), ("2019-01", "2018/19 Q4"),
    ])
  func quarter(month: String, quarter: String) throws {
    #expect(try #require(Month(month)).quarter.description == quarter)
  }

  @Test("is said in words")
  func words() {
    #expect(Period("2018/19 Q4")?.words == "Quarter 4, January to March 2019")
    #expect(Period("2018-04")?.words == "April 2018")
    #expect(Month("2018-04")?.short == "Apr 18")
  }
}
