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
        seed: HotspotParameters.seed
      ).pUpper
      let (z, q) = (scores, FalseDiscovery.adjusted(chance))
      corrected = q
      groups = Self.touching(
        Set(q.indices.filter { q[$0] <= HotspotParameters.falseDiscoveries && z[$0] > 0 }), grid)
      clusters = []
    case .kde:
      let density = try KernelDensity.quartic(of: points, on: grid, reach: parameters.reach)
      scores = density.values.map { $0 * 1e6 }
      (chance, corrected, clusters) = ([], [], [])
      groups = Self.touching(Set(Self.densest(scores, grid)), grid)
    case .clusters:
      let minimum = HotspotParameters.clusterMinimum(of: Int(points.total))
      scores = counts.map(Double.init)
      (chance, corrected, groups) = ([], [], [])
      clusters = try Self.clusters(of: points, reach: parameters.reach, minimum: minimum)
    }
  }

  /// The hotspots, those with the most incidents first.
  func hotspots(counts: [Int], before: [Int], in area: StudyArea) -> [Hotspot] {
    let found =
      groups.map { spot($0, counts, before, area) } + clusters.map { spot($0, area) }
    return found.sorted {
      ($1.count, $0.centre.easting, $0.centre.northing)
        < ($0.count, $1.centre.easting, $1.centre.northing)
    }.enumerated().map { index, spot in spot.lettered(Hotspot.letter(index)) }
  }

  private func spot(
    _ cells: [Int], _ counts: [Int], _ before: [Int], _ area: StudyArea
  ) -> Hotspot {
    let centres = cells.map { cell in
      let centre = grid.centre(cell)
      return GridPoint(easting: centre.x, northing: centre.y)
    }
    let middle = Self.middle(of: centres, weights: cells.map { Double(counts[$0]) })
    return Hotspot(
      letter: "", cells: cells, centre: middle,
      radius: (centres.map { $0.distance(to: middle) }.max() ?? 0) + grid.cell / 2,
      count: cells.reduce(0) { $0 + counts[$1] }, before: cells.reduce(0) { $0 + before[$1] },
      peak: cells.map { scores[$0] }.max(),
      chance: chance.isEmpty ? nil : cells.map { chance[$0] }.min(),
      wards: Self.names(area.wardNames(of: centres)))
  }

  private func spot(_ cluster: Points, _ area: StudyArea) -> Hotspot {
    let places = zip(cluster.x, cluster.y).map { GridPoint(easting: $0, northing: $1) }
    let middle = Self.middle(of: places, weights: cluster.weights ?? places.map { _ in 1 })
    return Hotspot(
      letter: "", cells: [], centre: middle,
      radius: places.map { $0.distance(to: middle) }.max() ?? 0, count: Int(cluster.total),
      before: nil, peak: nil, chance: nil, wards: Self.names(area.wardNames(of: places)))
  }

  /// The cells of the densest share of the land, those at its edge by their number.
  private static func densest(_ scores: [Double], _ grid: Grid) -> [Int] {
    let wanted = Double(grid.studied) * HotspotParameters.densestPercent / 100
    let ordered = scores.indices.filter { scores[$0] > 0 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
    return Array(ordered.prefix(max(1, Int(wanted.rounded()))))
  }

  /// Cells in groups of those that touch, at a side or a corner.
  static func touching(_ cells: Set<Int>, _ grid: Grid) -> [[Int]] {
    var left = cells
    var groups: [[Int]] = []
    for first in cells.sorted() where left.contains(first) {
      var (group, edge) = ([Int](), [first])
      left.remove(first)
      while let cell = edge.popLast() {
        group.append(cell)
        for next in neighbours(of: cell, grid) where left.remove(next) != nil {
          edge.append(next)
        }
      }
      groups.append(group.sorted())
    }
    return groups
  }

  private static func neighbours(of cell: Int, _ grid: Grid) -> [Int] {
    let (row, column) = (cell / grid.columns, cell % grid.columns)
    return (max(0, row - 1)...min(grid.rows - 1, row + 1)).flatMap { row in
      (max(0, column - 1)...min(grid.columns - 1, column + 1)).map { row * grid.columns + $0 }
    }
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

  /// Each name once, the commonest first.
  private static func names(_ names: [String?]) -> [String] {
    var counts: [String: Int] = [:]
    for name in names { if let name { counts[name, default: 0] += 1 } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

extension Hotspot {
  fileprivate func lettered(_ letter: String) -> Hotspot {
    Hotspot(
      letter: letter, cells: cells, centre: centre, radius: radius, count: count, before: before,
      peak: peak, chance: chance, wards: wards)
  }
}
