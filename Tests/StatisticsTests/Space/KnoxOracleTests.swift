import Testing

@testable import Statistics

@Suite("Oracle: near in space and time (d_knox.json)")
struct KnoxOracleTests {
  private struct File: Decodable {
    let seed: UInt64
    let x: [Double]
    let y: [Double]
    let day: [Int]
    let distances: [Double]
    let times: [Double]
    let nperm: Int
    let euclidean: Expected
    let manhattan: Expected
    private enum CodingKeys: String, CodingKey {
      case seed, x, y, day, nperm, euclidean, manhattan
      case distances = "spatial_breaks"
      case times = "temporal_breaks"
    }
  }

  private struct Expected: Decodable {
    let observed: [[Int]]
    let pairsByDistance: [Int]
    let pairsByTime: [Int]
    let pairs: Int
    let expected: [[Double]]
    let ratios: [[Double?]]
    let means: [[Double]]
    let deviations: [[Double]]
    let ge: [[Int]]
    let le: [[Int]]
    let upper: [[Double]]
    private enum CodingKeys: String, CodingKey {
      case observed
      case pairsByDistance = "spatial_margin_pairs"
      case pairsByTime = "temporal_margin_pairs"
      case pairs = "total_pairs"
      case expected = "expected_exact_permutation"
      case ratios = "knox_ratio_exact"
      case means = "perm_mean_999"
      case deviations = "perm_sd_999"
      case ge = "perm_ge"
      case le = "perm_le"
      case upper = "p_upper"
    }
  }

  @Test(
    "Knox's test gives every pair, margin, expectation and count of the shuffles",
    arguments: KnoxBands.Metric.allCases)
  func table(_ metric: KnoxBands.Metric) throws {
    let file: File = try Oracles.read("d_knox.json")
    let expected = metric == .euclidean ? file.euclidean : file.manhattan
    let bands = try KnoxBands(
      distances: file.distances, times: file.times.map { Int($0.rounded(.up)) }, metric: metric)
    let points = try Points(x: file.x, y: file.y)
    let knox = try Knox(
      of: points, times: file.day, bands: bands, permutations: file.nperm, seed: file.seed)
    #expect(knox.observed == expected.observed)
    #expect(knox.pairsByDistance == expected.pairsByDistance)
    #expect(knox.pairsByTime == expected.pairsByTime)
    #expect(knox.pairs == expected.pairs)
    #expect(knox.simulation.greaterOrEqual == expected.ge)
    #expect(knox.simulation.lessOrEqual == expected.le)
    for row in expected.observed.indices {
      expectClose(knox.expected[row], expected.expected[row], relative: 1e-9, "expected")
      expectClose(
        knox.ratios[row].map { $0 ?? .nan }, expected.ratios[row], relative: 1e-9, "ratio")
      expectClose(knox.simulation.means[row], expected.means[row], relative: 1e-9, "means")
      expectClose(
        knox.simulation.deviations[row], expected.deviations[row], relative: 1e-9, "deviations")
      expectClose(knox.simulation.pUpper[row], expected.upper[row], relative: 1e-9, "p")
    }
  }
}
