import Testing

@testable import Statistics

/// What a detector makes of the last period.
func newest(_ detector: any Detector, _ counts: [Int?]) throws -> Exceedance {
  let answer = detector.judge(counts, in: counts.count - 1..<counts.count).first
  return try #require(answer).get()
}

@Suite("Every detector")
struct DetectorTests {
  private static let detectors: [@Sendable () throws -> any Detector] = [
    { try EARS(.c1) }, { try EARS(.c2) }, { try EARS(.c3) },
    { try EARS(.c1, leastDeviation: 0.5) }, { try CUSUM(history: 20) },
    { Farrington(try small()) }, { Farrington(try small(), trend: .always) },
    { try FlexibleFarrington(try small(), seasons: 3) },
    { try FlexibleFarrington(try small(), seasons: 1, gap: 0, trend: .significant(below: 0.05)) },
  ]

  /// Cycles of 12 periods.
  private static func small() throws -> FarringtonSettings {
    try FarringtonSettings(period: 12, halfWindow: 1, leastEvents: 1)
  }

  private static let places = Array(detectors.indices)

  /// 60 periods of counts around 20, from a fixed mixing of their places.
  private static let steady: [Int?] = (0..<60).map { 16 + ($0 * 7919 + 13) % 9 }

  @Test("judges steady counts without alarm", arguments: places)
  func steady(_ place: Int) throws {
    let detector = try Self.detectors[place]()
    let answers = detector.judge(Self.steady)
    #expect(answers.count == 60 - detector.history)
    for answer in answers {
      let found = try answer.get()
      #expect(!found.isAlarm && found.tail > 0.001 && found.score < 1)
      #expect((14...26).contains(found.expected))
    }
  }

  @Test("sounds at one huge outlier, and is not broken by it later", arguments: places)
  func outlier(_ place: Int) throws {
    let detector = try Self.detectors[place]()
    var counts = Self.steady
    counts[50] = 1_000_000
    let answers = detector.judge(counts, in: 50..<60)
    let found = try answers[0].get()
    #expect(found.isAlarm && found.tail < 1e-4 && found.score > 1)
    for answer in answers {
      let later = try answer.get()
      #expect(later.tail.isFinite && later.upper.isFinite && later.expected.isFinite)
    }
  }

  @Test("has a smaller tail and a greater score the higher the count", arguments: places)
  func rising(_ place: Int) throws {
    let detector = try Self.detectors[place]()
    var before: Exceedance?
    for count in [0, 10, 20, 25, 30, 40, 80, 160] {
      var counts = Self.steady
      counts[59] = count
      let found = try newest(detector, counts)
      #expect((0...1).contains(found.tail))
      if let before {
        #expect(found.tail <= before.tail && found.score >= before.score)
        #expect(found.isAlarm || !before.isAlarm)
      }
      before = found
    }
  }

  @Test("never fails on noughts, single events or missing periods", arguments: places)
  func sparse(_ place: Int) throws {
    let detector = try Self.detectors[place]()
    let series: [[Int?]] = [
      [Int?](repeating: 0, count: 60), [Int?](repeating: nil, count: 60),
      (0..<60).map { $0 % 17 == 0 ? 1 : 0 }, (0..<60).map { $0 % 2 == 0 ? nil : 3 },
      (0..<60).map { $0 == 59 ? 6 : 0 }, (0..<60).map { $0 < 50 ? 0 : $0 },
    ]
    for counts in series {
      for answer in detector.judge(counts) {
        guard case .success(let found) = answer else { continue }
        #expect((0...1).contains(found.tail) && found.upper.isFinite && !found.score.isNaN)
        #expect(found.observed > 0 || !found.isAlarm)
      }
    }
  }

  @Test("says why a period cannot be judged", arguments: places)
  func refusals(_ place: Int) throws {
    let detector = try Self.detectors[place]()
    let history = detector.history
    #expect(detector.judge([]).isEmpty)
    #expect(
      detector.judge(Self.steady, in: history - 1..<history)
        == [.failure(.tooShort(needed: history, given: history - 1))])
    #expect(
      detector.judge(Array(Self.steady.prefix(history)), in: history..<history + 1)
        == [.failure(.tooShort(needed: history + 1, given: history))])
    var counts = Self.steady
    counts[59] = nil
    #expect(detector.judge(counts, in: 59..<60) == [.failure(.missing)])
    counts[59] = -1
    #expect(detector.judge(counts, in: 59..<60) == [.failure(.unusable(at: 59))])
    counts[59] = .max
    #expect(detector.judge(counts, in: 59..<60) == [.failure(.unusable(at: 59))])
  }

  @Test("refuses where most of the past was not counted", arguments: places)
  func gaps(_ place: Int) throws {
    let counts = (0..<60).map { $0 == 59 || $0 == 10 ? 20 : nil }
    let answer = try Self.detectors[place]().judge(counts, in: 59..<60).first
    guard case .failure(.gaps) = answer else {
      Issue.record("\(String(describing: answer))")
      return
    }
  }

  @Test("gives the same answer for one period as among many", arguments: places.filter { $0 != 4 })
  func independence(_ place: Int) throws {
    let detector = try Self.detectors[place]()
    let all = detector.judge(Self.steady)
    for period in detector.history..<60 {
      #expect(
        detector.judge(Self.steady, in: period..<period + 1) == [all[period - detector.history]])
    }
  }
}
