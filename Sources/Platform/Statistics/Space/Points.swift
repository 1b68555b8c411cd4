/// Points of a plane, each with a weight.
///
/// Coordinates are metres of one projection (never degrees); a weight is how many events a point
/// stands for, 1 unless given. All are finite, so that what takes points need not ask again.
public struct Points: Sendable, Equatable {
  /// Eastings, metres.
  public let x: [Double]
  /// Northings, metres; as many.
  public let y: [Double]
  /// Weights; `nil` where each point counts once.
  public let weights: [Double]?

  /// Points from their coordinates.
  ///
  /// - Parameters:
  ///   - x: eastings in metres, finite.
  ///   - y: northings in metres, finite; as many.
  ///   - weights: finite, as many; `nil` for 1 each.
  /// - Throws: ``SpaceProblem/unequal(_:_:)``, ``SpaceProblem/notFinite(point:)``.
  /// - Complexity: O(points), at the speed of memory.
  public init(x: [Double], y: [Double], weights: [Double]? = nil) throws(SpaceProblem) {
    guard x.count == y.count else { throw .unequal(x.count, y.count) }
    if let weights, weights.count != x.count { throw .unequal(x.count, weights.count) }
    for values in [x, y] + [weights].compactMap(\.self) where !areFinite(values) {
      throw .notFinite(point: values.firstIndex { !$0.isFinite } ?? 0)
    }
    self.x = x
    self.y = y
    self.weights = weights
  }

  /// How many points.
  public var count: Int { x.count }
  /// Whether there are none.
  public var isEmpty: Bool { x.isEmpty }
  /// The sum of the weights.
  public var total: Double { weights?.reduce(0, +) ?? Double(count) }

  /// The points at some indices, in their order.
  public func subset(_ indices: some Sequence<Int>) -> Points {
    let indices = Array(indices)
    return Points(
      unchecked: indices.map { x[$0] }, indices.map { y[$0] },
      weights.map { weights in indices.map { weights[$0] } })
  }

  private init(unchecked x: [Double], _ y: [Double], _ weights: [Double]?) {
    self.x = x
    self.y = y
    self.weights = weights
  }
}

/// Whether none is infinite or not a number: zero times any other is zero.
private func areFinite(_ values: [Double]) -> Bool {
  values.withUnsafeBufferPointer { values in
    let blocks = UnsafeRawBufferPointer(values)
    var sum = SIMD8<Double>()
    let width = MemoryLayout<SIMD8<Double>>.size
    let whole = blocks.count / width
    for block in 0..<whole {
      sum += blocks.loadUnaligned(fromByteOffset: block * width, as: SIMD8<Double>.self) * 0
    }
    return sum.sum() == 0 && values[(whole * 8)...].allSatisfy(\.isFinite)
  }
}
