internal import Geography
internal import Kernel
internal import Partnership
internal import Statistics

extension HotspotMap {
  /// Draws a map; `progress` is told how many of how many steps are done.
  init(
    _ parameters: HotspotParameters, _ events: HotspotEvents, in area: StudyArea,
    precision: SourcePrecision, harm: HarmScale? = nil,
    progress: (Int, Int) throws -> Void = { _, _ in }
  ) throws {
    let points = try events.points(in: parameters.months)
    guard Int(points.total) >= Self.fewest else {
      throw HotspotProblem.tooFew(Int(points.total))
    }
    let grid = try area.grid(cell: parameters.cell, over: points)
    let counts = try events.counts(in: parameters.months, on: grid)
    let inside = counts.reduce(0, +)
    let periods = events.first.map { LifeCycle.periods(of: parameters.months, since: $0) } ?? []
    let earlier = periods.dropLast()
    let steps = earlier.count + 2
    try progress(0, steps)
    let finding = try HotspotFinding(parameters, points, counts, grid)
    try progress(1, steps)
    var standing: [Set<Int>] = []
    for (index, period) in earlier.enumerated() {
      standing.append(try Self.standing(parameters, events, in: period, on: grid))
      try progress(index + 2, steps)
    }
    standing.append(finding.standing)
    var spots = finding.hotspots(
      counts: counts, before: try events.counts(in: parameters.before, on: grid), in: area)
    for index in spots.indices {
      spots[index].cycle = LifeCycle(
        stood: standing.map { !$0.isDisjoint(with: spots[index].cells) })
    }
    self.init(
      parameters: parameters, land: area.editions, grid: grid,
      cells: Self.cells(finding, counts),
      hotspots: spots, former: Self.former(standing, counts, grid, area), events: inside,
      outside: Int(points.total) - inside, unlocated: events.unlocated, missing: events.missing,
      track: try TrackRecord(parameters, events, grid, precision: precision, harm: harm),
      hash: events.hash)
    try progress(steps, steps)
  }

  /// The cells that stood out in an earlier period, by the same method; none of too few incidents.
  private static func standing(
    _ parameters: HotspotParameters, _ events: HotspotEvents, in period: ClosedRange<Month>,
    on grid: Grid
  ) throws -> Set<Int> {
    let points = try events.points(in: period)
    guard Int(points.total) >= fewest else { return [] }
    let counts = try events.counts(in: period, on: grid)
    return try HotspotFinding(parameters, points, counts, grid).standing
  }

  private static func cells(_ finding: HotspotFinding, _ counts: [Int]) -> [Cell] {
    let standing = finding.standing
    return counts.indices.filter { counts[$0] > 0 || standing.contains($0) }.map { number in
      let score = finding.scores[number]
      return Cell(
        number: number, count: counts[number], score: score.isFinite ? score : nil,
        corrected: finding.corrected.isEmpty ? nil : finding.corrected[number])
    }
  }

  /// Places of cells that touch, each of which stood out most of the time and no longer does.
  private static func former(
    _ standing: [Set<Int>], _ counts: [Int], _ grid: Grid, _ area: StudyArea
  ) -> [FormerHotspot] {
    let ever = standing.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let cycles = ever.reduce(into: [Int: LifeCycle]()) { cycles, cell in
      cycles[cell] = LifeCycle(stood: standing.map { $0.contains(cell) })
    }
    let diminished = Set(ever.filter { cycles[$0]?.life == .diminished })
    return grid.touching(diminished).map { cells in
      FormerHotspot(
        cells: cells, wards: area.names(of: cells.map(grid.point)),
        count: cells.reduce(0) { $0 + counts[$1] },
        cycle: LifeCycle(stood: standing.map { !$0.isDisjoint(with: cells) }))
    }
  }
}
