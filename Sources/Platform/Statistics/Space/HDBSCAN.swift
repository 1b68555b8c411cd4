/// Clusters of points by density, each at the density that suits it.
///
/// DBSCAN at every radius at once: as the radius shrinks, clusters fall into smaller ones, and those
/// that last longest are taken (excess of mass). No radius is to be chosen, and dense and sparse
/// clusters are found together; in return a cluster has no single meaning in metres.
///
/// - Note: Campello, Moulavi & Sander 2013, doi:10.1007/978-3-642-37456-2_14; McInnes & Healy 2017,
///   doi:10.1109/ICDMW.2017.12.
public struct HDBSCAN: Sendable, Equatable {
  /// More points than this are refused: time grows with their square.
  public static let mostPoints = 200_000

  /// The cluster of each point, −1 for noise; numbered from 0 in the order of the points.
  public let labels: [Int]
  /// How firmly each belongs to its cluster: 1 in its densest part, 0 for noise.
  public let strengths: [Double]
  /// How many clusters.
  public let count: Int

  /// Finds the clusters.
  ///
  /// - Parameters:
  ///   - points: weights are not looked at.
  ///   - minimum: points that make a cluster, ≥ 2.
  ///   - neighbours: points, itself counted, among which a point's density is taken, ≥ 1; the more
  ///     the smoother. Fewer points than this are all noise.
  /// - Throws: ``SpaceProblem/tooFew(_:atLeast:)``; ``SpaceProblem/count`` for too many points.
  /// - Complexity: O(points²) time, O(points) memory.
  public init(_ points: Points, minimum: Int, neighbours: Int) throws(SpaceProblem) {
    guard minimum >= 2 else { throw .tooFew(minimum, atLeast: 2) }
    guard neighbours >= 1 else { throw .tooFew(neighbours, atLeast: 1) }
    guard points.count <= Self.mostPoints else { throw .count }
    var labels = [Int](repeating: -1, count: points.count)
    var strengths = [Double](repeating: 0, count: points.count)
    var numbers: [Int: Int] = [:]
    if points.count >= max(neighbours, 2) {
      let branches = ReachabilityTree(points, neighbours: neighbours).branches
      let tree = ClusterTree(branches, minimum: minimum)
      let chosen = tree.chosen()
      for (point, leave) in tree.leaves.enumerated() {
        guard let cluster = chosen[leave.cluster] else { continue }
        let number = numbers[cluster] ?? numbers.count
        numbers[cluster] = number
        labels[point] = number
        let death = tree.clusters[cluster].death
        strengths[point] = min(leave.density, death) / death
      }
    }
    self.labels = labels
    self.strengths = strengths
    count = numbers.count
  }
}
