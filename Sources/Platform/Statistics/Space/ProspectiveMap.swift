/// Where the next events are to be looked for, by the nearness of recent ones: ProMap.
///
/// The score of a cell is the sum over the events within reach of its middle, and not too long ago,
/// of `1 / (1 + d) × 1 / (1 + t)`: `d` is how many whole half-cells lie between the event and the
/// middle of the cell, `t` how many whole weeks ago it was. The paper counts distance in half-cells
/// and does not say from where; this reading takes it from the middle of each cell, rounded down,
/// so that an event within half a cell's side of the middle counts whole.
///
/// For example, `try ProspectiveMap(of: burglaries, daysAgo: days, on: grid).scores`.
///
/// - Note: Bowers, Johnson & Pease 2004, doi:10.1093/bjc/azh036: 50 m cells, 400 m, two months.
public struct ProspectiveMap: Sendable, Equatable {
  /// The reach of an event, metres, in the paper.
  public static let usualReach = 400.0
  /// The weeks for which an event counts, in the paper.
  public static let usualWeeks = 8

  /// The score of each cell, ≥ 0; 0 in cells not studied.
  public let scores: [Double]

  /// Scores the cells of a grid.
  ///
  /// - Parameters:
  ///   - points: where the events were; a weight is how many a point stands for.
  ///   - daysAgo: how many days before the time foretold each was, as many, ≥ 0; those of `weeks`
  ///     weeks or more ago are left out.
  ///   - grid: the cells.
  ///   - reach: metres, > 0; an event further from a cell's middle does not count for it.
  ///   - weeks: ≥ 1.
  /// - Throws: ``SpaceProblem/unequal(_:_:)``, ``SpaceProblem/reach``.
  /// - Complexity: O(events × cells within reach).
  public init(
    of points: Points, daysAgo: [Int], on grid: Grid, reach: Double = usualReach,
    weeks: Int = usualWeeks
  ) throws(SpaceProblem) {
    guard points.count == daysAgo.count else { throw .unequal(points.count, daysAgo.count) }
    guard reach > 0, reach.isFinite else { throw .reach }
    var scores = [Double](repeating: 0, count: grid.count)
    for index in 0..<points.count {
      let days = daysAgo[index]
      guard days >= 0, days < weeks * 7 else { continue }
      let share = (points.weights?[index] ?? 1) / Double(1 + days / 7)
      let (x, y) = (points.x[index], points.y[index])
      for cell in Self.cells(within: reach, of: x, y, on: grid) where grid.isStudied(cell) {
        let centre = grid.centre(cell)
        let (east, north) = (x - centre.x, y - centre.y)
        let distance = (east * east + north * north).squareRoot()
        guard distance <= reach else { continue }
        scores[cell] += share / (1 + (distance / (grid.cell / 2)).rounded(.down))
      }
    }
    self.scores = scores
  }

  /// The cells of the square round a point that may have their middle within reach.
  private static func cells(
    within reach: Double, of x: Double, _ y: Double, on grid: Grid
  ) -> [Int] {
    func range(_ value: Double, _ start: Double, _ count: Int) -> Range<Int> {
      let first = ((value - reach - start) / grid.cell).rounded(.down)
      let last = ((value + reach - start) / grid.cell).rounded(.up)
      let low = max(0, min(Double(count), first))
      return Int(low)..<Int(max(low, min(Double(count), last)))
    }
    let columns = range(x, grid.west, grid.columns)
    return range(y, grid.south, grid.rows).flatMap { row in
      columns.map { row * grid.columns + $0 }
    }
  }
}
