/// The shortest tree that joins all points by mutual reachability.
///
/// Two points reach one another at the largest of their distance and of how far each must look for
/// its nearest neighbours, so that sparse points are far from everything.
struct ReachabilityTree {
  /// A branch between two points.
  struct Branch {
    let one: Int
    let other: Int
    /// Metres.
    let length: Double
  }

  /// The branches, the shortest first; one fewer than there are points.
  let branches: [Branch]

  /// Joins points, each looking for so many neighbours, itself among them.
  ///
  /// - Complexity: O(points²) time, O(points) memory: each point in turn is joined at its nearest
  ///   (Prim 1957).
  init(_ points: Points, neighbours: Int) {
    let tree = PointTree(points)
    var rest = Rest(tree, reach: tree.squaredDistances(toNearest: neighbours))
    var branches: [Branch] = []
    var last = rest.remove(0)
    while rest.count > 0 {
      let nearest = rest.nearest(after: last)
      let (length, from) = rest.length(of: nearest)
      last = rest.remove(nearest)
      branches.append(
        Branch(
          one: tree.points[from], other: tree.points[last.place], length: length.squareRoot()))
    }
    self.branches = branches.sorted {
      ($0.length, min($0.one, $0.other), max($0.one, $0.other))
        < ($1.length, min($1.one, $1.other), max($1.one, $1.other))
    }
  }
}

/// Points not yet joined, with the shortest branch to those that are.
private struct Rest {
  struct Joined {
    let place: Int
    let x: Double
    let y: Double
    let reach: Double
  }

  private typealias Four = SIMD4<Double>
  private(set) var count: Int
  private var x: [Double]
  private var y: [Double]
  /// How far each looks for its neighbours, squared.
  private var reach: [Double]
  /// The squared length of the branch to the nearest joined point, and that point's place.
  private var shortest: [Double]
  private var from: [Double]
  private var places: [Double]

  init(_ tree: PointTree, reach: [Double]) {
    count = tree.x.count
    // Four at a time: what is added lies infinitely far away.
    let far = [Double](repeating: .infinity, count: 4)
    x = tree.x + far
    y = tree.y + far
    self.reach = reach + far
    shortest = [Double](repeating: .infinity, count: count + 4)
    from = [Double](repeating: 0, count: count + 4)
    places = (0..<count + 4).map(Double.init)
  }

  /// The squared length of a point's branch and the place of its other end.
  func length(of index: Int) -> (Double, Int) { (shortest[index], Int(from[index])) }

  /// Takes a point out; the last one takes its index.
  mutating func remove(_ index: Int) -> Joined {
    let taken = Joined(place: Int(places[index]), x: x[index], y: y[index], reach: reach[index])
    count -= 1
    for list in [\Rest.x, \.y, \.reach, \.shortest, \.from, \.places] {
      self[keyPath: list][index] = self[keyPath: list][count]
    }
    x[count] = .infinity
    shortest[count] = .infinity
    return taken
  }

  /// Sees which points are nearer to one just joined, and finds the nearest of all.
  mutating func nearest(after joined: Joined) -> Int {
    let (px, py) = (Four(repeating: joined.x), Four(repeating: joined.y))
    let (least, place) = (Four(repeating: joined.reach), Four(repeating: Double(joined.place)))
    var (best, bestAt) = (Four(repeating: .infinity), Four())
    var at = Four(0, 1, 2, 3)
    let blocks = (count + 3) / 4
    x.withUnsafeBytes { x in
      y.withUnsafeBytes { y in
        reach.withUnsafeBytes { reach in
          shortest.withUnsafeMutableBytes { shortest in
            from.withUnsafeMutableBytes { from in
              for offset in stride(from: 0, to: blocks * 32, by: 32) {
                let across = x.loadUnaligned(fromByteOffset: offset, as: Four.self) - px
                let up = y.loadUnaligned(fromByteOffset: offset, as: Four.self) - py
                let theirs = reach.loadUnaligned(fromByteOffset: offset, as: Four.self)
                var length = across * across + up * up
                length.replace(with: theirs, where: theirs .> length)
                length.replace(with: least, where: least .> length)
                var known = shortest.loadUnaligned(fromByteOffset: offset, as: Four.self)
                let isNearer = length .< known
                var ends = from.loadUnaligned(fromByteOffset: offset, as: Four.self)
                known.replace(with: length, where: isNearer)
                ends.replace(with: place, where: isNearer)
                shortest.storeBytes(of: known, toByteOffset: offset, as: Four.self)
                from.storeBytes(of: ends, toByteOffset: offset, as: Four.self)
                let isBest = known .< best
                best.replace(with: known, where: isBest)
                bestAt.replace(with: at, where: isBest)
                at += 4
              }
            }
          }
        }
      }
    }
    let lane = (0..<4).min { (best[$0], bestAt[$0]) < (best[$1], bestAt[$1]) } ?? 0
    return Int(bestAt[lane])
  }
}
