import Testing

@testable import Statistics

@Suite("Oracle: local statistics of cells (a_gistar.json)")
struct LocalGOracleTests {
  private struct File: Decodable {
    let nx: Int
    let ny: Int
    let cell: Double
    let points: [[Double]]
    let counts: [Int]
    let star: [Double?]
    let starStandardised: [Double?]
    let plain: [Double?]
    let starBand: [Double?]
    let starKernel: [Double?]
    let p: [Double?]
    let q: [Double?]
    let hot: [Int]
    let perm: Permutation
    let esda: Esda
    let tolerance: Tolerance
    private enum CodingKeys: String, CodingKey {
      case nx, ny, cell, counts, perm, esda, tolerance
      case points = "points_xy"
      case star = "gistar_z_binary_queen"
      case starStandardised = "gistar_z_rowstd_queen"
      case plain = "gi_z_binary_queen"
      case starBand = "gistar_z_band2cells"
      case starKernel = "gistar_z_quartic_kernel_3cells"
      case p = "p_norm_two_sided"
      case q = "bh_q"
      case hot = "hot_bh05"
    }
  }

  private struct Permutation: Decodable {
    let n: Int
    let seed: UInt64
    let ge: [Int]
    let le: [Int]
    let upper: [Double?]
    let twoSided: [Double?]
    let means: [Double?]
    private enum CodingKeys: String, CodingKey {
      case n, seed, ge, le
      case upper = "p_upper"
      case twoSided = "p_two_sided"
      case means = "mean_sum"
    }
  }

  private struct Esda: Decodable {
    let binary: [Double?]
    let simulated: [Double]
    private enum CodingKeys: String, CodingKey {
      case binary = "Zs_B_star"
      case simulated = "p_sim_two_sided_999"
    }
  }

  private struct Tolerance: Decodable {
    let z: Double
    let p: Double
    private enum CodingKeys: String, CodingKey {
      case z = "z_abs"
      case p = "p_rel"
    }
  }

  private let file: File
  private let grid: Grid
  private var values: [Double] { file.counts.map(Double.init) }

  init() throws {
    file = try Oracles.read("a_gistar.json")
    grid = try Grid(west: 0, south: 0, cell: file.cell, columns: file.nx, rows: file.ny)
  }

  @Test("the points fall into their cells")
  func counts() throws {
    let points = try Points(x: file.points.map { $0[0] }, y: file.points.map { $0[1] })
    let counts = grid.counts(of: points)
    #expect(counts.cells == file.counts)
    #expect(counts.outside + file.counts.reduce(0, +) == points.count)
  }

  @Test("Gi* and Gi over the eight cells around, by sums of nine and by lists")
  func queen() throws {
    let lists = try Neighbours(on: grid, within: 1.5 * grid.cell)
    for (isStarred, expected) in [(true, file.star), (false, file.plain)] {
      let quick = try LocalG(of: values, on: grid, isStarred: isStarred)
      let general = try LocalG(of: values, neighbours: lists, isStarred: isStarred)
      expectClose(quick.z, expected, absolute: file.tolerance.z, "sums of nine")
      expectClose(general.z, expected, absolute: file.tolerance.z, "lists")
    }
    let star = try LocalG(of: values, on: grid)
    expectClose(star.z, file.esda.binary, absolute: file.tolerance.z, "esda, binary weights")
  }

  @Test("Gi* with weights: standardised by row, within two cells, quartic within three")
  func weights() throws {
    let queen = try Neighbours(on: grid, within: 1.5 * grid.cell)
    let band = try Neighbours(on: grid, within: 2 * grid.cell)
    let kernel = try Neighbours(on: grid, within: 3 * grid.cell) { distance in
      let share = distance / (3 * grid.cell)
      return (1 - share * share) * (1 - share * share)
    }
    let cases = [
      (queen.standardised, file.starStandardised, "standardised"), (band, file.starBand, "band"),
      (kernel, file.starKernel, "kernel"),
    ]
    for (neighbours, expected, name) in cases {
      let z = try LocalG(of: values, neighbours: neighbours).z
      expectClose(z, expected, absolute: file.tolerance.z, name)
    }
  }

  @Test("p-values, and which cells are hot once corrected over all of them")
  func significance() throws {
    let star = try LocalG(of: values, on: grid)
    expectClose(star.p, file.p, relative: file.tolerance.p, "p")
    expectClose(star.q, file.q, relative: file.tolerance.p, "q")
    #expect(zip(star.z, star.q).map { $0 > 0 && $1 <= 0.05 ? 1 : 0 } == file.hot)
  }

  @Test("every count of the conditional permutation, with any number of threads")
  func permutation() throws {
    let expected = file.perm
    let test = try LocalGPermutation(
      of: file.counts, on: grid, permutations: expected.n, seed: expected.seed)
    #expect(test.greaterOrEqual == expected.ge)
    #expect(test.lessOrEqual == expected.le)
    expectClose(test.pUpper, expected.upper, relative: 1e-9, "upper")
    expectClose(test.pTwoSided, expected.twoSided, relative: 1e-9, "two-sided")
    expectClose(test.meanSums, expected.means, relative: 1e-9, "means")
    let alone = try LocalGPermutation(
      of: file.counts, on: grid, permutations: expected.n, seed: expected.seed, threads: 1)
    #expect(alone == test)
  }

  @Test("esda's simulated p-values, up to chance")
  func simulated() throws {
    let test = try LocalGPermutation(
      of: file.counts, on: grid, permutations: file.perm.n, seed: file.perm.seed)
    // esda counts the smaller side, ties on the upper one only: near-certain cells differ most.
    let ours = zip(test.pUpper, test.pLower).map { min($0, $1) }
    #expect(ours.count == file.esda.simulated.count)
    let ranks = correlation(ours, file.esda.simulated)
    #expect(ranks > 0.9, "correlation \(ranks)")
  }

  private func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    let products = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    let squaresA = a.reduce(0) { $0 + ($1 - meanA) * ($1 - meanA) }
    let squaresB = b.reduce(0) { $0 + ($1 - meanB) * ($1 - meanB) }
    return products / (squaresA * squaresB).squareRoot()
  }
}
