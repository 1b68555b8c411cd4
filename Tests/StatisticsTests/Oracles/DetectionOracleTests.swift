import Testing

@testable import Statistics

@Suite("Oracle: change detection (l_surveillance.json)")
struct DetectionOracleTests {
  private struct File: Decodable {
    let definition: String
    let y: [Int]
    let ears: [String: Expected]
    let farrington: Expected
    let farringtonFlexible: Expected
    let cusum: Expected
  }

  private struct Expected: Decodable {
    /// 1-based; `nil` where the file leaves it to the method.
    let range: [Int]?
    let upper: [Double?]
    let alarm: [Int?]
    let count: Int?

    private enum CodingKeys: String, CodingKey {
      case range, upper, alarm
      case count = "n"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      range = try? values.decode([Int].self, forKey: .range)
      upper = try values.decode([Figure].self, forKey: .upper).map(\.value)
      alarm = try values.decode([Figure].self, forKey: .alarm).map { $0.value.map { Int($0) } }
      count = try values.decodeIfPresent(Int.self, forKey: .count)
    }
  }

  /// A number, or a word such as "NA" for none.
  private struct Figure: Decodable {
    let value: Double?
    init(from decoder: any Decoder) throws {
      value = try? decoder.singleValueContainer().decode(Double.self)
    }
  }

  private let file: File

  init() throws { file = try Oracles.read("l_surveillance.json") }

  @Test(
    "EARS gives its bounds and its alarms",
    arguments: [("C1", EARS.Rule.c1), ("C2", .c2), ("C3", .c3AsInR)])
  func ears(_ name: String, _ rule: EARS.Rule) throws {
    let ears = try EARS(
      rule, alpha: try setting("alpha", in: "earsC"),
      baseline: Int(try setting("baseline", in: "earsC")))
    let expected = try #require(file.ears[name])
    #expect(file.ears.count == 3)
    let places = periods(expected)
    if expected.range == nil { #expect(places.lowerBound == ears.history) }
    try compare(ears.judge(file.y, in: places), expected)
  }

  @Test("Farrington gives its bounds and its alarms")
  func farrington() throws {
    let weeks = try #require(file.definition.firstMatch(of: /weeks (\d+)-(\d+)/))
    let places = try #require(Int(weeks.1)) - 1..<(try #require(Int(weeks.2)))
    #expect(places == periods(file.farrington))
    try compare(Farrington(try settings()).judge(file.y, in: places), file.farrington)
  }

  /// The file's program leaves out 26 weeks and tests trends in its own way.
  @Test("flexible Farrington gives its bounds and its alarms")
  func flexible() throws {
    let flexible = try FlexibleFarrington(
      try settings(), seasons: Int(try setting("noPeriods", in: "farringtonFlexible")), gap: 26,
      trend: .significantAsInR(below: 0.05))
    let expected = file.farringtonFlexible
    try compare(flexible.judge(file.y, in: periods(expected)), expected)
  }

  @Test("CUSUM gives its bounds and its alarms")
  func cusum() throws {
    let places = periods(file.cusum)
    let cusum = try CUSUM(
      slack: try setting("k", in: "cusum"), limit: try setting("h", in: "cusum"),
      history: places.lowerBound)
    try compare(cusum.judge(file.y, in: places), file.cusum)
  }

  private func settings() throws -> FarringtonSettings {
    try FarringtonSettings(
      cycles: Int(try setting("b", in: "farrington")),
      halfWindow: Int(try setting("w", in: "farrington")),
      alpha: try setting("alpha", in: "farrington"))
  }

  /// The judged places from 0: those stated, or as many as there are bounds at the end.
  private func periods(_ expected: Expected) -> Range<Int> {
    let end = expected.range?.last ?? file.y.count
    return end - expected.upper.count..<end
  }

  /// A number from the file's definition, such as b in `farrington(b=3,w=3,alpha=.01)`.
  private func setting(_ name: String, in method: String) throws -> Double {
    let part = try #require(
      file.definition.split(separator: "; ").flatMap { $0.split(separator: ": ") }
        .first { $0.prefix { $0.isLetter } == method })
    let words = part.split { "(), ".contains($0) }
    let word = try #require(words.first { $0.hasPrefix("\(name)=") })
    return try #require(Double("0\(word.dropFirst(name.count + 1))"))
  }

  private func compare(
    _ found: [Result<Exceedance, SeriesProblem>], _ expected: Expected
  ) throws {
    #expect(found.count == expected.upper.count && found.count == expected.alarm.count)
    #expect(found.count == expected.count ?? found.count)
    for (result, (upper, alarm)) in zip(found, zip(expected.upper, expected.alarm)) {
      switch result {
      case .success(let judged):
        #expect(isClose(judged.upper, try #require(upper)), "period \(judged.period)")
        #expect(judged.isAlarm == (alarm == 1), "period \(judged.period)")
        #expect(judged.observed == file.y[judged.period])
      case .failure(let problem):
        // Too few events to judge are shown there as no bound and no alarm.
        guard case .tooFewEvents = problem else { throw problem }
        #expect((upper ?? 0) == 0 && (alarm ?? 0) == 0)
      }
    }
  }
}
