/// How clusters fall apart as the distance shrinks, with those too small left out.
///
/// Densities are `1 / distance`: a cluster is born at the density at which its parent splits into
/// two large enough, and its points leave it one by one as the density rises.
struct ClusterTree {
  /// Nearer than this counts as this near, in metres: points at one place have a finite density.
  private static let nearest = 0.001

  /// A cluster; the first one holds all points and is the parent of the others.
  struct Cluster {
    let parent: Int
    let birth: Double
    let size: Int
    /// The sum, over what leaves it, of points × (the density at which they leave − birth).
    var stability = 0.0
    /// The highest density at which something leaves it.
    var death = 0.0
  }

  /// Parents stand before their children.
  private(set) var clusters: [Cluster]
  /// The cluster each point leaves last, and at which density.
  private(set) var leaves: [(cluster: Int, density: Double)]

  /// The tree of points joined by branches, the shortest first.
  ///
  /// - Complexity: O(points).
  init(_ branches: [ReachabilityTree.Branch], minimum: Int) {
    let merges = Merges(branches)
    let points = branches.count + 1
    clusters = [Cluster(parent: 0, birth: 0, size: points)]
    leaves = [(Int, Double)](repeating: (0, 0), count: points)
    var waiting = [(node: merges.root, cluster: 0)]
    while let (node, cluster) = waiting.popLast() {
      guard node >= points else {
        // A point alone in a cluster of one: only where clusters may be that small.
        leave([node], cluster, 1 / Self.nearest)
        continue
      }
      let merge = merges.merges[node - points]
      let density = 1 / max(merge.length, Self.nearest)
      let parts = [merge.one, merge.other]
      let large = parts.filter { merges.size($0) >= minimum }
      for part in parts where merges.size(part) < minimum {
        leave(merges.points(of: part), cluster, density)
      }
      for part in large {
        guard large.count == 2 else {
          waiting.append((part, cluster))
          continue
        }
        let size = merges.size(part)
        clusters[cluster].stability += Double(size) * (density - clusters[cluster].birth)
        clusters[cluster].death = max(clusters[cluster].death, density)
        clusters.append(Cluster(parent: cluster, birth: density, size: size))
        waiting.append((part, clusters.count - 1))
      }
    }
  }

  private mutating func leave(_ points: [Int], _ cluster: Int, _ density: Double) {
    for point in points { leaves[point] = (cluster, density) }
    clusters[cluster].stability += Double(points.count) * (density - clusters[cluster].birth)
    clusters[cluster].death = max(clusters[cluster].death, density)
  }

  /// The clusters that last longest (excess of mass).
  ///
  /// Each is chosen over those it falls into unless these, taken together, are more stable. The one
  /// of all points is never chosen.
  ///
  /// - Returns: for each cluster the chosen one it belongs to, itself or one above; `nil` for none.
  func chosen() -> [Int?] {
    var below = [Double](repeating: 0, count: clusters.count)
    var isStable = [Bool](repeating: false, count: clusters.count)
    for index in clusters.indices.dropFirst().reversed() {
      isStable[index] = clusters[index].stability >= below[index]
      below[clusters[index].parent] += max(clusters[index].stability, below[index])
    }
    var chosen = [Int?](repeating: nil, count: clusters.count)
    for index in clusters.indices.dropFirst() {
      chosen[index] = chosen[clusters[index].parent] ?? (isStable[index] ? index : nil)
    }
    return chosen
  }
}

/// The merging of points into ever larger groups, along the branches of a tree.
private struct Merges {
  struct Merge {
    /// Points are numbered from 0, merges from the number of points.
    let one: Int
    let other: Int
    let length: Double
    let size: Int
  }

  private(set) var merges: [Merge] = []
  private let pointCount: Int

  init(_ branches: [ReachabilityTree.Branch]) {
    pointCount = branches.count + 1
    // The node each node was merged into, shortened as it is followed.
    var into = Array(0..<2 * pointCount - 1)
    func top(_ node: Int) -> Int {
      var node = node
      while into[node] != node {
        into[node] = into[into[node]]
        node = into[node]
      }
      return node
    }
    for branch in branches {
      let (one, other) = (top(branch.one), top(branch.other))
      let node = pointCount + merges.count
      (into[one], into[other]) = (node, node)
      merges.append(
        Merge(one: one, other: other, length: branch.length, size: size(one) + size(other)))
    }
  }

  var root: Int { pointCount + merges.count - 1 }

  func size(_ node: Int) -> Int { node < pointCount ? 1 : merges[node - pointCount].size }

  func points(of node: Int) -> [Int] {
    var (found, waiting) = ([Int](), [node])
    while let node = waiting.popLast() {
      if node < pointCount {
        found.append(node)
      } else {
        waiting += [merges[node - pointCount].one, merges[node - pointCount].other]
      }
    }
    return found
  }
}
