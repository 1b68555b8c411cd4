import Kernel

/// Draws one of several by their weights.
struct WeightedChoice: Sendable {
  private let sums: [Double]

  /// A choice by weights, of which at least one is above nought and none below.
  init(_ weights: [Double]) {
    var sum = 0.0
    sums = weights.map { weight in
      sum += weight
      return sum
    }
  }

  /// The number of one of them.
  ///
  /// - Complexity: O(log n).
  func draw(_ generator: inout SeededGenerator) -> Int {
    let drawn = Double.random(in: 0..<1, using: &generator) * (sums.last ?? 0)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > drawn { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
