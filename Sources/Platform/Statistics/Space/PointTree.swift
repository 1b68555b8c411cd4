/// Points sorted so that each half of any part lies on one side of a line: a tree without pointers.
///
/// The middle of a part is its root; what lies before it is no further along the part's axis, what
/// lies behind no nearer.
///
/// - Note: Bentley 1975, doi:10.1145/361002.361007.
struct PointTree {
  /// The point at each place, as an index of the input.
  private(set) var points: [Int]
  private(set) var x: [Double]
  private(set) var y: [Double]
  /// Whether the part whose root stands here is split along the eastings.
  private var isAcross: [Bool]
  /// Parts that are not split further.
  private static let few = 12

  /// Sorts points, O(points × (log points)²).
  init(_ points: Points) {
    self.points = Array(0..<points.count)
    x = points.x
    y = points.y
    isAcross = [Bool](repeating: false, count: points.count)
    var parts = [0..<points.count]
    while let part = parts.popLast() {
      guard part.count > Self.few else { continue }
      let middle = (part.lowerBound + part.upperBound) / 2
      let span = (
        Self.span(of: points.x, self.points[part]), Self.span(of: points.y, self.points[part])
      )
      isAcross[middle] = span.0 >= span.1
      let axis = isAcross[middle] ? points.x : points.y
      self.points[part].sort { (axis[$0], $0) < (axis[$1], $1) }
      parts += [part.lowerBound..<middle, middle + 1..<part.upperBound]
    }
    x = self.points.map { points.x[$0] }
    y = self.points.map { points.y[$0] }
  }

  private static func span(of values: [Double], _ points: ArraySlice<Int>) -> Double {
    var (low, high) = (Double.infinity, -Double.infinity)
    for point in points {
      low = min(low, values[point])
      high = max(high, values[point])
    }
    return high - low
  }

  /// The squared distance of each place to its nearest points, itself the first of them.
  ///
  /// - Parameter number: which of the nearest, 1 to the number of points.
  /// - Returns: square metres, by place.
  /// - Complexity: about O(points × number × log points).
  func squaredDistances(toNearest number: Int) -> [Double] {
    var nearest = [Double](repeating: .infinity, count: number)
    return x.indices.map { place in
      for index in nearest.indices { nearest[index] = .infinity }
      search(0..<x.count, x[place], y[place], &nearest)
      return nearest[number - 1]
    }
  }

  private func search(_ part: Range<Int>, _ px: Double, _ py: Double, _ nearest: inout [Double]) {
    guard part.count > Self.few else {
      for place in part { take(place, px, py, &nearest) }
      return
    }
    let middle = (part.lowerBound + part.upperBound) / 2
    let beyond = isAcross[middle] ? px - x[middle] : py - y[middle]
    let (low, high) = (part.lowerBound..<middle, middle + 1..<part.upperBound)
    search(beyond < 0 ? low : high, px, py, &nearest)
    take(middle, px, py, &nearest)
    if beyond * beyond <= nearest[nearest.count - 1] {
      search(beyond < 0 ? high : low, px, py, &nearest)
    }
  }

  /// Sorts one point's distance in among the nearest.
  private func take(_ place: Int, _ px: Double, _ py: Double, _ nearest: inout [Double]) {
    let (across, up) = (x[place] - px, y[place] - py)
    let squared = across * across + up * up
    var index = nearest.count - 1
    guard squared < nearest[index] else { return }
    while index > 0, nearest[index - 1] > squared {
      nearest[index] = nearest[index - 1]
      index -= 1
    }
    nearest[index] = squared
  }
}
