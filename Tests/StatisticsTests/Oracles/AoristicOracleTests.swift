import Testing

@testable import Statistics

@Suite("Oracle: aoristic weights (k_aoristic.json)")
struct AoristicOracleTests {
  private struct File: Decodable {
    let starts: [Int]
    let ends: [Int?]
    let weights: [Double]
    let sum: Double
    private enum CodingKeys: String, CodingKey {
      case sum
      case starts = "start_min"
      case ends = "end_min"
      case weights = "weights_168"
    }
  }

  @Test("give the weight of every hour of the week, and one for each event")
  func weights() throws {
    let file: File = try Oracles.read("k_aoristic.json")
    #expect(!file.starts.isEmpty && file.starts.count == file.ends.count)
    var week = AoristicWeek()
    for (start, end) in zip(file.starts, file.ends) { week.add(from: start, to: end) }
    #expect(areClose(week.weights, file.weights))
    #expect(isClose(week.weights.reduce(0, +), file.sum))
    #expect(isClose(Double(week.events), file.sum))
  }
}
