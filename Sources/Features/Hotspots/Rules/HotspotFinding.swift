internal import Geography
internal import Statistics

/// What a method makes of the counts: a score for each cell, and which cells or points are hot.
struct HotspotFinding {
  let scores: [Double]
  let corrected: [Double]
  private let chance: [Double]
  private let groups: [[Int]]
  private let clusters: [Points]
  private let grid: Grid

  init(
    _ parameters: HotspotParameters, _ points: Points, _ counts: [Int], _ grid: Grid
  ) throws {
    self.grid = grid
    switch parameters.method {
    case .gi:
      scores = try LocalG(of: counts.map(Double.init), on: grid).z
      chance = try LocalGPermutation(
        of: counts, on: grid, permutations: parameters.permutations,
        enough: HotspotParameters.enoughDraws, seed: HotspotParameters.seed
      ).pUpper
      let (z, q) = (scores, FalseDiscovery.adjusted(chance))
      corrected = q
      groups = grid.touching(
        Set(q.indices.filter { q[$0] <= HotspotParameters.falseDiscoveries && z[$0] > 0 }))
      clusters = []
    case .kde:
      let density = try KernelDensity.quartic(of: points, on: grid, reach: parameters.reach)
      scores = density.values.map { $0 * 1e6 }
      (chance, corrected, clusters) = ([], [], [])
      groups = grid.touching(Set(Self.densest(scores, grid)))
    case .clusters:
      let minimum = HotspotParameters.clusterMinimum(of: Int(points.total))
      scores = counts.map(Double.init)
      (chance, corrected, groups) = ([], [], [])
      clusters = try Self.clusters(of: points, reach: parameters.reach, minimum: minimum)
    }
  }

  /// The cells that stand out: those of hotspots, or that the incidents of clusters lie in.
  var standing: Set<Int> { Set(groups.joined()).union(clusters.flatMap(cells)) }

  /// The hotspots, those with the most incidents first.
  func hotspots(counts: [Int], before: [Int], in area: StudyArea) -> [Hotspot] {
    let found =
      groups.map { spot($0, counts, before, area) } + clusters.map { spot($0, area) }
    var ordered = found.sorted {
      ($1.count, $0.centre.easting, $0.centre.northing)
        < ($0.count, $1.centre.easting, $1.centre.northing)
    }
    for index in ordered.indices { ordered[index].letter = Hotspot.letter(index) }
    return ordered
  }

  private func spot(
    _ cells: [Int], _ counts: [Int], _ before: [Int], _ area: StudyArea
  ) -> Hotspot {
    let centres = cells.map(grid.point)
    let middle = Self.middle(of: centres, weights: cells.map { Double(counts[$0]) })
    return Hotspot(
      letter: "", cells: cells, centre: middle,
      radius: (centres.map { $0.distance(to: middle) }.max() ?? 0) + grid.cell / 2,
      count: cells.reduce(0) { $0 + counts[$1] }, before: cells.reduce(0) { $0 + before[$1] },
      peak: cells.map { scores[$0] }.max(),
      chance: chance.isEmpty ? nil : cells.map { chance[$0] }.min(),
      wards: area.names(of: centres))
  }

  private func spot(_ cluster: Points, _ area: StudyArea) -> Hotspot {
    let places = zip(cluster.x, cluster.y).map { GridPoint(easting: $0, northing: $1) }
    let middle = Self.middle(of: places, weights: cluster.weights ?? places.map { _ in 1 })
    return Hotspot(
      letter: "", cells: cells(of: cluster), centre: middle,
      radius: places.map { $0.distance(to: middle) }.max() ?? 0, count: Int(cluster.total),
      before: nil, peak: nil, chance: nil, wards: area.names(of: places))
  }

  private func cells(of cluster: Points) -> [Int] {
    Set(zip(cluster.x, cluster.y).compactMap { grid.cell(x: $0, y: $1) }).sorted()
  }

  /// The cells of the densest share of the land, those at its edge by their number.
  private static func densest(_ scores: [Double], _ grid: Grid) -> [Int] {
    let wanted = Double(grid.studied) * HotspotParameters.densestPercent / 100
    let ordered = scores.indices.filter { scores[$0] > 0 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
    return Array(ordered.prefix(max(1, Int(wanted.rounded()))))
  }

  /// A point with several incidents stands for as many points.
  private static func clusters(
    of points: Points, reach: Double, minimum: Int
  ) throws -> [Points] {
    let copies = (0..<points.count).flatMap { index in
      [Int](repeating: index, count: Int(points.weights?[index] ?? 1))
    }
    let all = try Points(x: copies.map { points.x[$0] }, y: copies.map { points.y[$0] })
    let found = try DBSCAN(all, radius: reach, minimum: minimum)
    let members = Dictionary(grouping: found.labels.indices) { found.labels[$0] }
    return (0..<found.count).map { label in all.subset(members[label] ?? []) }
  }

  private static func middle(of points: [GridPoint], weights: [Double]) -> GridPoint {
    let total = weights.reduce(0, +)
    let weights = total > 0 ? weights : points.map { _ in 1 }
    let sum = zip(points, weights).reduce((east: 0.0, north: 0.0, weight: 0.0)) { sum, next in
      (
        sum.east + next.0.easting * next.1, sum.north + next.0.northing * next.1,
        sum.weight + next.1
      )
    }
    return GridPoint(easting: sum.east / sum.weight, northing: sum.north / sum.weight)
  }
}
