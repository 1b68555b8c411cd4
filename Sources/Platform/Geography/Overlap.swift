/// The land two areas of two sets have in common.
public struct Overlap: Sendable, Equatable {
  /// The area of the first set, by its place in the list.
  public let first: Int
  /// The area of the second set.
  public let second: Int
  /// Square metres in common, above 0.
  public let area: Double

  /// The overlaps of two sets of areas, in the order of the first set and then of the second.
  ///
  /// For look-ups between editions: the best fit of an area is the overlap with the most land, or
  /// with the most points where points are counted by both sets. Exact but for rounding: within
  /// 0.00001 m² of GEOS over London's published boundaries. Rings must not cross themselves. Areas
  /// that only share an edge have no overlap, but edges drawn twice leave slivers: `least` leaves
  /// them out.
  ///
  /// - Parameters:
  ///   - first: the shapes to look from, such as those of one edition.
  ///   - second: the shapes to look into.
  ///   - least: the smallest overlap given, in square metres, ≥ 0.
  /// - Returns: the pairs with land in common; none for areas without a shape.
  /// - Complexity: O(pairs whose boxes meet × sides of one × sides of the other above each of them).
  public static func between(
    _ first: [MultiPolygon], _ second: [MultiPolygon], least: Double = 1
  ) -> [Overlap] {
    let others = second.enumerated().compactMap { index, shape in
      shape.boundingBox.map { (index: index, box: $0, slabs: OverlapSlabs(shape, $0)) }
    }
    .sorted { $0.box.minimumEasting < $1.box.minimumEasting }
    let widest = others.reduce(0) { max($0, $1.box.width) }
    var overlaps: [Overlap] = []
    for (index, shape) in first.enumerated() {
      guard let box = shape.boundingBox else { continue }
      let sides = SlopedSide.all(of: shape)
      let start = others.partitioningIndex { $0.box.minimumEasting >= box.minimumEasting - widest }
      let found = others[start...].prefix { $0.box.minimumEasting <= box.maximumEasting }
        .filter { $0.box.intersects(box) }
        .map { Overlap(first: index, second: $0.index, area: $0.slabs.area(in: sides, box)) }
        .filter { $0.area >= least && $0.area > 0 }
      overlaps += found.sorted { $0.second < $1.second }
    }
    return overlaps
  }

  private init(first: Int, second: Int, area: Double) {
    (self.first, self.second, self.area) = (first, second, area)
  }
}

extension MultiPolygon {
  /// The square metres this shape has in common with another, as ``Overlap`` measures them.
  public func overlap(with other: MultiPolygon) -> Double {
    Overlap.between([self], [other], least: 0).first?.area ?? 0
  }
}

extension Array {
  /// The first place from which on a condition holds, in an array in which it never stops holding.
  fileprivate func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
