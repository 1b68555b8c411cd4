/// Clusters of points by density.
///
/// A point with at least `minimum` points within `radius` (itself counted, the distance included) is
/// a core point. Core points within the radius of one another are of one cluster; a point that is
/// none but lies within the radius of one is on the border of its cluster; all others are noise.
/// Exact: every distance that matters is compared.
///
/// The radius decides what is found; state it. Points that were moved to a common spot (snapped)
/// make clusters of their own.
///
/// - Note: Ester, Kriegel, Sander & Xu 1996; cells of `radius / √2`, in which all points are within
///   the radius of one another, as Gunawan 2013 and Gan & Tao 2015, doi:10.1145/2723372.2737792.
public struct DBSCAN: Sendable, Equatable {
  /// The cluster of each point, −1 for noise.
  ///
  /// Numbered from 0 in the order in which they appear among the points. A border point of several clusters is of the one whose first core point comes first.
  public let labels: [Int]
  /// Whether each is a core point.
  public let isCore: [Bool]
  /// How many clusters.
  public let count: Int

  /// Finds the clusters.
  ///
  /// - Parameters:
  ///   - points: weights are not looked at.
  ///   - radius: metres, > 0; `eps` elsewhere.
  ///   - minimum: points that make a core point, ≥ 1; `minPts` elsewhere.
  ///   - threads: how many to use; the result does not depend on it.
  /// - Throws: ``SpaceProblem/reach``, ``SpaceProblem/tooFew(_:atLeast:)``,
  ///   ``SpaceProblem/tooFine``.
  /// - Complexity: about O(points × minimum); pairs of crowded cells that do not touch cost more.
  public init(
    _ points: Points, radius: Double, minimum: Int, threads: Int = 2
  ) throws(SpaceProblem) {
    guard radius.isFinite, radius > 0 else { throw .reach }
    guard minimum >= 1 else { throw .tooFew(minimum, atLeast: 1) }
    // A trace smaller, so that rounding never lets two points of a cell lie beyond the radius.
    let order = try CellOrder(points, size: radius / 2.0.squareRoot() * (1 - 1e-9))
    let limit = SquaredLimit.atMost(radius)
    let core = CoreSearch(order: order, limit: limit, minimum: minimum)
    let isCore = core.run(threads: threads)
    var links = CoreLinks(order: order, limit: limit, isCore: isCore)
    links.joinCells()
    let byPlace = links.labels()
    var (labels, found) = ([Int](repeating: -1, count: points.count), 0)
    var cores = [Bool](repeating: false, count: points.count)
    for (place, point) in order.points.enumerated() {
      labels[Int(point)] = Int(byPlace[place])
      cores[Int(point)] = isCore[place]
    }
    // Numbered anew by first appearance.
    var numbers: [Int: Int] = [:]
    for index in labels.indices where labels[index] >= 0 {
      if let number = numbers[labels[index]] {
        labels[index] = number
      } else {
        numbers[labels[index]] = found
        labels[index] = found
        found += 1
      }
    }
    self.labels = labels
    self.isCore = cores
    count = found
  }
}

/// Finds the core points.
private struct CoreSearch: Sendable {
  let order: CellOrder
  /// The radius squared.
  let limit: Double
  let minimum: Int

  /// Whether the point at each place is one.
  func run(threads: Int) -> [Bool] {
    let pieces = Parallel.ranges(order.count, pieces: order.points.count < 10_000 ? 1 : 16)
    return Array(Parallel.map(pieces.count, threads: threads) { search(pieces[$0]) }.joined())
  }

  private func search(_ cells: Range<Int>) -> [Bool] {
    let first = order.places(cells).lowerBound
    var isCore = [Bool](repeating: false, count: order.places(cells).count)
    var walker = CellOrder.Walker(steps: 2)
    order.x.withUnsafeBufferPointer { x in
      order.y.withUnsafeBufferPointer { y in
        for cell in cells {
          let own = order.places(cell)
          let isFull = own.count >= minimum
          // The nearest rows first: they decide soonest.
          let rows = [0, -1, 1, -2, 2].map { up in
            order.places(walker.cells(order, around: cell, up: up))
          }
          for place in own {
            isCore[place - first] = isFull || hasEnough(x, y, x[place], y[place], rows)
          }
        }
      }
    }
    return isCore
  }

  private func hasEnough(
    _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, _ px: Double,
    _ py: Double, _ rows: [Range<Int>]
  ) -> Bool {
    var found = 0
    for row in rows {
      for place in row {
        let (across, up) = (x[place] - px, y[place] - py)
        found &+= across * across + up * up <= limit ? 1 : 0
      }
      if found >= minimum { return true }
    }
    return false
  }
}

/// Joins cells whose core points lie within the radius, and gives every point its cluster.
private struct CoreLinks {
  private let order: CellOrder
  private let limit: Double
  /// Core points alone, cell after cell.
  private var x: [Double] = []
  private var y: [Double] = []
  private var starts: [Int32] = [0]
  private let isCore: [Bool]
  /// The cell each cell is joined to; itself at the root.
  private var parents: [Int32]

  init(order: CellOrder, limit: Double, isCore: [Bool]) {
    self.order = order
    self.limit = limit
    self.isCore = isCore
    parents = (0..<Int32(order.count)).map(\.self)
    for cell in 0..<order.count {
      for place in order.places(cell) where isCore[place] {
        x.append(order.x[place])
        y.append(order.y[place])
      }
      starts.append(Int32(x.count))
    }
  }

  private func cores(_ cell: Int) -> Range<Int> { Int(starts[cell])..<Int(starts[cell + 1]) }

  private mutating func root(_ cell: Int) -> Int {
    var cell = Int32(cell)
    while parents[Int(cell)] != cell {
      parents[Int(cell)] = parents[Int(parents[Int(cell)])]
      cell = parents[Int(cell)]
    }
    return Int(cell)
  }

  /// Joins every two cells of which a core point of one is within the radius of one of the other.
  mutating func joinCells() {
    var walker = CellOrder.Walker(steps: 2)
    for cell in 0..<order.count where !cores(cell).isEmpty {
      for up in 0...2 {
        for other in walker.cells(order, around: cell, up: up) where other > cell {
          guard !cores(other).isEmpty else { continue }
          let (a, b) = (root(cell), root(other))
          if a != b, touch(cell, other) { parents[max(a, b)] = Int32(min(a, b)) }
        }
      }
    }
  }

  /// Whether a core point of one cell is within the radius of one of the other.
  private func touch(_ cell: Int, _ other: Int) -> Bool {
    let theirs = cores(other)
    let box = Box(x[theirs], y[theirs])
    for place in cores(cell) where box.squaredDistance(x[place], y[place]) <= limit {
      for near in theirs {
        let (across, up) = (x[near] - x[place], y[near] - y[place])
        if across * across + up * up <= limit { return true }
      }
    }
    return false
  }

  /// A label for each place: the first core point of its cluster, or −1.
  mutating func labels() -> [Int32] {
    var firsts = [Int32](repeating: .max, count: order.count)
    for cell in 0..<order.count {
      let root = root(cell)
      for place in order.places(cell) where isCore[place] {
        firsts[root] = min(firsts[root], order.points[place])
      }
    }
    let clusters = (0..<order.count).map { firsts[root($0)] }
    var labels = [Int32](repeating: -1, count: order.points.count)
    var walker = CellOrder.Walker(steps: 2)
    for cell in 0..<order.count {
      let rows = (-2...2).map { walker.cells(order, around: cell, up: $0) }
      for place in order.places(cell) {
        labels[place] = isCore[place] ? clusters[cell] : border(place, rows, clusters)
      }
    }
    return labels
  }

  /// The first cluster of which a core point lies within the radius; −1 for noise.
  private func border(_ place: Int, _ rows: [Range<Int>], _ clusters: [Int32]) -> Int32 {
    var least = Int32.max
    for row in rows {
      for cell in row where clusters[cell] < least && !cores(cell).isEmpty {
        let isNear = cores(cell).contains { near in
          let (across, up) = (x[near] - order.x[place], y[near] - order.y[place])
          return across * across + up * up <= limit
        }
        if isNear { least = clusters[cell] }
      }
    }
    return least == .max ? -1 : least
  }
}

/// The smallest rectangle around some points.
private struct Box {
  private var (west, east) = (Double.infinity, -Double.infinity)
  private var (south, north) = (Double.infinity, -Double.infinity)

  init(_ x: ArraySlice<Double>, _ y: ArraySlice<Double>) {
    for value in x {
      west = min(west, value)
      east = max(east, value)
    }
    for value in y {
      south = min(south, value)
      north = max(north, value)
    }
  }

  func squaredDistance(_ x: Double, _ y: Double) -> Double {
    let across = max(0, max(west - x, x - east))
    let up = max(0, max(south - y, y - north))
    return across * across + up * up
  }
}
