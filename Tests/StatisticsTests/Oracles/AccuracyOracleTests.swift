import Testing

@testable import Statistics

@Suite("Oracle: accuracy of hotspots (h_accuracy.json)")
struct AccuracyOracleTests {
  private struct File: Decodable {
    let train: [Int]
    let test: [Int]
    let results: [Expected]
    let auc: Double
    private enum CodingKeys: String, CodingKey {
      case results
      case train = "train_counts"
      case test = "test_counts"
      case auc = "auc_hit_vs_area"
    }
  }

  private struct Expected: Decodable {
    let percent: Double
    let cells: Int
    let hits: Int
    let hitRate: Double
    let pai: Double
    let bestPAI: Double
    let pei: Double
    let peiStar: Double
    let rri: Double
    let truePositiveRate: Double
    let falsePositiveRate: Double
    private enum CodingKeys: String, CodingKey {
      case cells
      case percent = "pct_area"
      case hits = "test_hits"
      case hitRate = "hit_rate"
      case pai = "PAI"
      case bestPAI = "PAI_max"
      case pei = "PEI"
      case peiStar = "PEI_star_same_area"
      case rri = "RRI"
      case truePositiveRate = "ROC_TPR"
      case falsePositiveRate = "FPR_cells"
    }
  }

  @Test("gives every figure of the file at every share of the area")
  func figures() throws {
    let file: File = try Oracles.read("h_accuracy.json")
    let accuracy = try #require(
      HotspotAccuracy(scores: file.train.map(Double.init), next: file.test, before: file.train))
    #expect(isClose(accuracy.areaUnderCurve, file.auc))
    #expect(!file.results.isEmpty)
    for expected in file.results {
      let found = accuracy.flagging(percent: expected.percent)
      #expect(found.cells == expected.cells && found.hits == expected.hits)
      #expect(isClose(found.hitRate, expected.hitRate))
      #expect(isClose(found.hitRate, expected.truePositiveRate))
      #expect(isClose(found.pai, expected.pai) && isClose(found.bestPAI, expected.bestPAI))
      #expect(isClose(found.pei, expected.pei) && isClose(found.peiStar, expected.peiStar))
      #expect(isClose(found.rri, expected.rri))
      #expect(isClose(found.falsePositiveRate, expected.falsePositiveRate))
    }
  }
}
