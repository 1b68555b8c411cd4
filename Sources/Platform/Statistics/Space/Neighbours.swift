/// Which cells, or areas, are near each, and with what weight.
///
/// A cell is never in its own list; its own weight stands apart, for the statistics that use it.
public struct Neighbours: Sendable, Equatable {
  /// The weight of each cell for itself; 1 unless given.
  public let own: [Double]
  let starts: [Int]
  let cells: [Int32]
  let weights: [Double]
  let mask: [Bool]?

  /// Neighbours from lists.
  ///
  /// - Parameters:
  ///   - lists: for each area the indices of its neighbours, itself not among them.
  ///   - weights: a weight, finite, for each of them; `nil` for 1 each.
  ///   - own: each area's weight for itself; `nil` for 1 each.
  /// - Throws: ``SpaceProblem/unequal(_:_:)`` for lists that do not fit each other or an index that
  ///   is no area; ``SpaceProblem/weights`` for an area in its own list or a weight not finite.
  public init(lists: [[Int]], weights: [[Double]]? = nil, own: [Double]? = nil)
    throws(SpaceProblem)
  {
    let lengths = lists.map(\.count)
    if let weights, weights.map(\.count) != lengths { throw .unequal(lists.count, weights.count) }
    if let own, own.count != lists.count { throw .unequal(lists.count, own.count) }
    for (index, list) in lists.enumerated() {
      for other in list where !lists.indices.contains(other) { throw .unequal(other, lists.count) }
      if list.contains(index) { throw .weights }
    }
    let flat = weights?.flatMap(\.self) ?? lists.flatMap { $0.map { _ in 1.0 } }
    let own = own ?? lists.map { _ in 1 }
    guard flat.allSatisfy(\.isFinite), own.allSatisfy(\.isFinite) else { throw .weights }
    self.init(
      starts: lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) },
      cells: lists.flatMap { $0.map(Int32.init) }, weights: flat, own: own, mask: nil)
  }

  /// The studied cells of a grid whose centres lie within a distance.
  ///
  /// - Parameters:
  ///   - grid: cells that are not studied have no neighbours and are nobody's.
  ///   - distance: metres, inclusive; 1.5 cells are the eight around (queen).
  ///   - weight: the weight at a distance of centres in metres; a cell's own is that at 0.
  /// - Throws: ``SpaceProblem/reach`` for a distance not over zero.
  /// - Complexity: O(cells × neighbours), in memory too.
  public init(
    on grid: Grid, within distance: Double, weight: (Double) -> Double = { _ in 1 }
  ) throws(SpaceProblem) {
    guard distance.isFinite, distance > 0 else { throw .reach }
    let stencil = Self.stencil(grid, distance).map { ($0.0, $0.1, weight($0.2)) }
    var (starts, cells, weights) = ([0], [Int32](), [Double]())
    for index in 0..<grid.count {
      let (column, row) = (index % grid.columns, index / grid.columns)
      for (across, up, weight) in stencil where grid.isStudied(index) {
        let (x, y) = (column + across, row + up)
        guard x >= 0, y >= 0, x < grid.columns, y < grid.rows else { continue }
        let other = y * grid.columns + x
        guard grid.isStudied(other) else { continue }
        cells.append(Int32(other))
        weights.append(weight)
      }
      starts.append(cells.count)
    }
    let own = [Double](repeating: weight(0), count: grid.count)
    self.init(starts: starts, cells: cells, weights: weights, own: own, mask: grid.mask)
  }

  private init(
    starts: [Int], cells: [Int32], weights: [Double], own: [Double], mask: [Bool]?
  ) {
    self.starts = starts
    self.cells = cells
    self.weights = weights
    self.own = own
    self.mask = mask
  }

  /// The steps to the cells within a distance, from south-west to north-east, itself left out.
  private static func stencil(_ grid: Grid, _ distance: Double) -> [(Int, Int, Double)] {
    let reach = Int(min(distance / grid.cell, Double(max(grid.columns, grid.rows))))
    return (-reach...reach).flatMap { up in
      (-reach...reach).compactMap { across in
        let metres = Double(across * across + up * up).squareRoot() * grid.cell
        return metres > 0 && metres <= distance ? (across, up, metres) : nil
      }
    }
  }
}

extension Neighbours {
  /// How many areas.
  public var count: Int { own.count }

  /// The neighbours of an area with their weights, in the order in which they were given.
  public func of(_ index: Int) -> [(index: Int, weight: Double)] {
    (starts[index]..<starts[index + 1]).map { (Int(cells[$0]), weights[$0]) }
  }

  /// The same with each area's weights, its own among them, adding up to 1.
  public var standardised: Neighbours {
    var (weights, own) = (weights, own)
    for index in 0..<count {
      let list = starts[index]..<starts[index + 1]
      let sum = own[index] + weights[list].reduce(0, +)
      guard sum != 0 else { continue }
      own[index] /= sum
      for place in list { weights[place] /= sum }
    }
    return Neighbours(starts: starts, cells: cells, weights: weights, own: own, mask: mask)
  }

  func isStudied(_ index: Int) -> Bool { mask?[index] ?? true }
}
