import Kernel
import Testing

@testable import Indicators

@Suite("Direction of travel")
struct DirectionOfTravelTests {
  static let year = FinancialYear(startingIn: 2018)
  static let now = year.months
  static let before = year.adding(years: -1).months

  static func direction(
    _ value: String?, _ previous: String?, _ polarity: Polarity, tolerance: String = "5",
    breaks: [SeriesBreak] = []
  ) -> DirectionOfTravel {
    DirectionOfTravel(
      .init(months: now, value: value.flatMap(Figure.init)?.ratio),
      against: .init(months: before, value: previous.flatMap(Figure.init)?.ratio),
      polarity: polarity, tolerance: Figure(tolerance) ?? .zero, breaks: breaks)
  }

  @Test(
    "rates the change against the tolerance, exactly at its edge",
    arguments: [
      ("1042", "1000", RatingState.amber), ("1050", "1000", .amber), ("10501", "10000", .red),
      ("1050.000001", "1000", .red), ("10849", "10000", .red), ("1000", "1000", .green),
      ("999", "1000", .green), ("0", "1000", .green), ("999999999.5", "999999999.4", .amber),
    ])
  func tolerance(value: String, previous: String, expected: RatingState) {
    #expect(Self.direction(value, previous, .lower).state == expected)
  }

  @Test(
    "takes the wanted way from the plan",
    arguments: [
      (Polarity.lower, "112", RatingState.red), (.higher, "112", .green), (.lower, "88", .green),
      (.higher, "88", .red), (.neutral, "150", .none),
    ])
  func wanted(polarity: Polarity, value: String, expected: RatingState) {
    #expect(Self.direction(value, "100", polarity).state == expected)
  }

  @Test(
    "uses the plan's own tolerance",
    arguments: [("4.1", RatingState.red), ("4.2", .amber), ("8.49", .amber), ("0", .red)])
  func ownTolerance(tolerance: String, expected: RatingState) {
    #expect(Self.direction("104.2", "100", .lower, tolerance: tolerance).state == expected)
  }

  @Test("says so where a figure is missing")
  func missing() {
    #expect(Self.direction("190", nil, .higher) == .noComparison(.previous))
    #expect(Self.direction("190", nil, .higher).reason == "No comparison")
    #expect(Self.direction(nil, "190", .higher) == .noComparison(.value))
    #expect(Self.direction("190", nil, .higher).state == .none)
  }

  @Test(
    "gives no percentage from nought",
    arguments: [
      ("0", Polarity.lower, RatingState.green, nil as String?), ("3", .higher, .green, nil),
      ("3", .lower, .none, "From nought: no percentage can be given"),
    ])
  func nought(value: String, polarity: Polarity, state: RatingState, reason: String?) {
    let direction = Self.direction(value, "0", polarity)
    #expect(direction.state == state)
    #expect(direction.reason == reason)
    #expect(direction.change?.percent == nil)
  }

  @Test(
    "does not compare across a break",
    arguments: [
      ("2017-04", true), ("2017-05", false), ("2018-03", false), ("2018-04", false),
      ("2019-03", false), ("2019-04", true), ("2016-12", true),
    ])
  func breaks(month: String, isComparable: Bool) throws {
    let found = SeriesBreak(
      month: try #require(Month(month)), kind: .recording, reason: "A new system came into use")
    let direction = Self.direction("50", "100", .lower, breaks: [found])
    #expect((direction.state == .green) == isComparable)
    if !isComparable {
      #expect(direction.reason == "Not comparable: A new system came into use")
      #expect(direction.change != nil)
    }
  }

  @Test(
    "wants one way until a month and the other from it on",
    arguments: [("2019-04", RatingState.green), ("2018-04", .red), ("2018-09", .none)])
  func phased(until: String, expected: RatingState) throws {
    let polarity = Polarity.phased(until: try #require(Month(until)), then: .lower)
    #expect(Self.direction("120", "100", polarity).state == expected)
  }

  @Test("tells the change of a percentage in per cent and in points")
  func points() throws {
    let direction = DirectionOfTravel(
      .init(months: Self.now, value: Ratio(69)),
      against: .init(months: Self.before, value: Ratio(72)),
      polarity: .higher, isPercentage: true)
    let change = try #require(direction.change)
    #expect(change.percent?.rounded(to: 2).description == "-4.17")
    #expect(change.points?.rounded(to: 2).description == "-3")
    #expect(direction.state == .amber)
  }

  @Test(
    "reads back what it writes of a polarity",
    arguments: ["higher", "lower", "neutral", "phased 2009-04 lower", "phased 2009-04 higher"])
  func polarity(text: String) {
    #expect(Polarity(text)?.description == text)
  }

  @Test("refuses other words", arguments: ["", "up", "phased lower", "phased 2009-13 lower"])
  func refused(text: String) { #expect(Polarity(text) == nil) }
}
