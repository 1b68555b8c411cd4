import Testing

@testable import Statistics

@Suite("Oracle: densities (b_kde.json)")
struct KernelDensityOracleTests {
  private struct File: Decodable {
    let points: [[Double]]
    let weights: [Double]
    let cell: Double
    let nx: Int
    let ny: Int
    let reach: Double
    let deviation: Double
    let quartic: [Double?]
    let quarticWeighted: [Double?]
    let gaussian: [Double?]
    let gaussianWeighted: [Double?]
    let gaussianEdge: [Double?]
    let firstGroup: [Int]
    let logRatio: [Double?]
    let epsilon: Double
    let bandwidthX: Double
    let bandwidthY: Double
    let bandwidthMean: Double
    let sums: Sums
    let qgis: Qgis
    let tolerance: Tolerance
    private enum CodingKeys: String, CodingKey {
      case weights, cell, nx, ny, quartic, gaussian, sums, tolerance
      case points = "points_xy"
      case reach = "quartic_h"
      case deviation = "gaussian_sd"
      case quarticWeighted = "quartic_weighted"
      case gaussianWeighted = "gaussian_weighted"
      case gaussianEdge = "gaussian_edge_uniform"
      case firstGroup = "group1_mask"
      case logRatio = "dual_log_ratio_quartic"
      case epsilon = "dual_eps"
      case bandwidthX = "bandwidth_nrd_x"
      case bandwidthY = "bandwidth_nrd_y"
      case bandwidthMean = "bandwidth_nrd_mean"
      case qgis = "qgis_compat"
    }
  }

  private struct Sums: Decodable {
    let quartic: Double
    let gaussian: Double
    private enum CodingKeys: String, CodingKey {
      case quartic = "quartic_times_cell_area"
      case gaussian = "gaussian_times_cell_area"
    }
  }

  private struct Qgis: Decodable {
    let error: Double
    private enum CodingKeys: String, CodingKey { case error = "qgis_scaled_constant_error" }
  }

  private struct Tolerance: Decodable {
    let rel: Double
    let abs: Double
  }

  private let file: File
  private let grid: Grid
  private let points: Points
  private let weighted: Points

  init() throws {
    file = try Oracles.read("b_kde.json")
    grid = try Grid(west: 0, south: 0, cell: file.cell, columns: file.nx, rows: file.ny)
    let (x, y) = (file.points.map { $0[0] }, file.points.map { $0[1] })
    points = try Points(x: x, y: y)
    weighted = try Points(x: x, y: y, weights: file.weights)
  }

  private func expect(_ density: KernelDensity, _ expected: [Double?], _ name: String) {
    let (rel, abs) = (file.tolerance.rel, file.tolerance.abs)
    expectClose(density.values, expected, relative: rel, absolute: abs, name)
  }

  @Test("with a quartic kernel, each event once and with weights")
  func quartic() throws {
    let once = try KernelDensity.quartic(of: points, on: grid, reach: file.reach)
    expect(once, file.quartic, "quartic")
    #expect(isClose(once.volume, file.sums.quartic))
    let heavy = try KernelDensity.quartic(of: weighted, on: grid, reach: file.reach)
    expect(heavy, file.quarticWeighted, "weighted")
  }

  @Test("with a Gaussian kernel, with weights, and corrected for the edge")
  func gaussian() throws {
    let once = try KernelDensity.gaussian(of: points, on: grid, deviation: file.deviation)
    expect(once, file.gaussian, "gaussian")
    #expect(isClose(once.volume, file.sums.gaussian))
    let heavy = try KernelDensity.gaussian(of: weighted, on: grid, deviation: file.deviation)
    expect(heavy, file.gaussianWeighted, "weighted")
    let corrected = try KernelDensity.gaussian(
      of: points, on: grid, deviation: file.deviation, isEdgeCorrected: true)
    expect(corrected, file.gaussianEdge, "edge")
  }

  @Test("of one group over another")
  func dual() throws {
    let groups = [1, 0].map { group in
      points.subset(file.firstGroup.indices.filter { file.firstGroup[$0] == group })
    }
    let densities = try groups.map {
      try KernelDensity.quartic(of: $0, on: grid, reach: file.reach)
    }
    let risk = try RiskSurface(
      of: densities[0], over: densities[1], threshold: 0, epsilon: file.epsilon)
    expectClose(
      risk.logRatio, file.logRatio, relative: file.tolerance.rel, absolute: 1e-12, "log ratio")
  }

  @Test("reach as far as the rule of thumb says")
  func bandwidth() throws {
    let rule = try Bandwidth(normalReferenceOf: points)
    #expect(isClose(rule.x, file.bandwidthX))
    #expect(isClose(rule.y, file.bandwidthY))
    #expect(isClose(rule.mean, file.bandwidthMean))
  }

  @Test("are densities and not what other programs call scaled")
  func constant() throws {
    let alone = try Points(x: [0.5], y: [0.5])
    let one = try Grid(west: 0, south: 0, cell: 1, columns: 1, rows: 1)
    let peak = try KernelDensity.quartic(of: alone, on: one, reach: 100).peak
    let scaled = 116.0 / 5 * 15 / 16 / (Double.pi * 100 * 100)
    #expect(isClose(scaled / peak, file.qgis.error))
  }
}
