import Testing

@testable import Statistics

@Suite("Oracle: clusters by density (c_dbscan.json)")
struct DBSCANOracleTests {
  private struct File: Decodable {
    let points: [[Double]]
    let eps: Double
    let minPts: Int
    let labels: [Int]
    let core: [Int]
    let ambiguous: [Int]
    let hdbscan: Hierarchical
    private enum CodingKeys: String, CodingKey {
      case eps, labels, core, hdbscan
      case points = "points_xy"
      case minPts = "min_pts"
      case ambiguous = "ambiguous_border"
    }
  }

  private struct Hierarchical: Decodable {
    let minimum: Int
    let neighbours: Int
    let labels: [Int]
    let probabilities: [Double]
    private enum CodingKeys: String, CodingKey {
      case labels, probabilities
      case minimum = "min_cluster_size"
      case neighbours = "min_samples"
    }
  }

  @Test("DBSCAN gives the same clusters, core points and noise, with any number of threads")
  func clusters() throws {
    let file: File = try Oracles.read("c_dbscan.json")
    let points = try Points(x: file.points.map { $0[0] }, y: file.points.map { $0[1] })
    let found = try DBSCAN(points, radius: file.eps, minimum: file.minPts)
    #expect(found.isCore.map { $0 ? 1 : 0 } == file.core)
    #expect(found.count == (file.labels.max() ?? -1) + 1)
    let free = Set(file.ambiguous)
    for index in found.labels.indices {
      if free.contains(index) {
        #expect(touching(index, file, found.labels).contains(found.labels[index]))
      } else {
        #expect(found.labels[index] == file.labels[index], "point \(index)")
      }
    }
    #expect(try DBSCAN(points, radius: file.eps, minimum: file.minPts, threads: 1) == found)
  }

  @Test("HDBSCAN gives the same clusters, and how firmly each point belongs, but for ties")
  func hierarchical() throws {
    let file: File = try Oracles.read("c_dbscan.json")
    let expected = file.hdbscan
    let points = try Points(x: file.points.map { $0[0] }, y: file.points.map { $0[1] })
    let found = try HDBSCAN(
      points, minimum: expected.minimum, neighbours: expected.neighbours)
    let agreement = adjustedRandIndex(found.labels, expected.labels)
    #expect(agreement >= 0.99, "\(agreement)")
    let alike = zip(found.strengths, expected.probabilities).count { abs($0 - $1) <= 1e-6 }
    #expect(Double(alike) >= 0.99 * Double(points.count), "\(alike) of \(points.count)")
  }

  /// The clusters of the core points within reach of a point.
  private func touching(_ index: Int, _ file: File, _ labels: [Int]) -> Set<Int> {
    let (x, y) = (file.points[index][0], file.points[index][1])
    return Set(
      file.points.indices.filter { other in
        let (dx, dy) = (file.points[other][0] - x, file.points[other][1] - y)
        return file.core[other] == 1 && dx * dx + dy * dy <= file.eps * file.eps
      }.map { labels[$0] })
  }
}
