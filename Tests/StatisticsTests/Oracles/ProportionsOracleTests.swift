import Testing

@testable import Statistics

@Suite("Oracle: proportions (j_proportions.json)")
struct ProportionsOracleTests {
  private struct File: Decodable {
    let cases: [Case]
    let differences: [Difference]
  }

  /// A count, a sample and intervals by name, such as `wilson95_deff1.4`.
  private struct Case: Decodable {
    let x: Int
    let n: Int
    let intervals: [String: [Double]]

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: OracleKey.self)
      x = try values.decode(Int.self, forKey: OracleKey(stringValue: "x"))
      n = try values.decode(Int.self, forKey: OracleKey(stringValue: "n"))
      var found: [String: [Double]] = [:]
      for key in values.allKeys where !["x", "n"].contains(key.stringValue) {
        found[key.stringValue] = try values.decode([Double].self, forKey: key)
      }
      intervals = found
    }
  }

  private struct Difference: Decodable {
    let x1: Int
    let n1: Int
    let x2: Int
    let n2: Int
    let diff: Double
    let newcombe95: [Double]
  }

  @Test("give every interval of the file")
  func intervals() throws {
    let file: File = try Oracles.read("j_proportions.json")
    #expect(!file.cases.isEmpty)
    for one in file.cases {
      #expect(!one.intervals.isEmpty)
      for (name, expected) in one.intervals {
        let interval = try #require(try interval(name, one.x, one.n))
        #expect(isClose(interval, expected, absolute: 1e-14), "\(name), \(one.x) of \(one.n)")
      }
    }
  }

  @Test("give the difference of two with Newcombe's interval")
  func differences() throws {
    let file: File = try Oracles.read("j_proportions.json")
    #expect(!file.differences.isEmpty)
    for one in file.differences {
      let (first, second) = (Proportion(one.x1, of: one.n1), Proportion(one.x2, of: one.n2))
      let found = try #require(first).difference(from: try #require(second))
      #expect(isClose(found.value, one.diff, absolute: 1e-14))
      #expect(isClose(found.interval, one.newcombe95, absolute: 1e-14))
    }
  }

  /// The interval of a name: method, level in per cent, and what was added.
  private func interval(_ name: String, _ x: Int, _ n: Int) throws -> ConfidenceInterval? {
    let parts = name.split(separator: "_").map(String.init)
    let digits = try #require(parts.first { $0.last?.isNumber == true && !$0.hasPrefix("deff") })
    let level = try #require(Double(digits.drop { !$0.isNumber }))
    let confidence = Confidence(tail: (100 - level) / 200)
    let effect = parts.first { $0.hasPrefix("deff") }.flatMap { Double($0.dropFirst(4)) }
    let proportion = Proportion(x, of: n, designEffect: effect ?? 1)
    switch parts.map({ String($0.prefix { !$0.isNumber }) }) {
    case ["wilson"], ["wilson", "deff"]: return proportion?.wilson(confidence)
    case ["wilson", "cc"]: return proportion?.wilsonCorrected(confidence)
    case ["clopper", "pearson"]: return proportion?.clopperPearson(confidence)
    case ["jeffreys"]: return proportion?.jeffreys(confidence)
    case ["agresti", "coull"]: return proportion?.agrestiCoull(confidence)
    default: return nil
    }
  }
}
