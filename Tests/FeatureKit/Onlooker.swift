/// Somebody who works out hidden counts from what is told: every value of one is tried against all sums.
package struct Onlooker {
  /// What each count may be, as far as it is told: one value where it is shown.
  private let ranges: [ClosedRange<Int>]
  /// Counts that add up to another, by their places.
  private let sums: [(parts: [Int], total: Int)]

  package init(_ ranges: [ClosedRange<Int>], sums: [(parts: [Int], total: Int)]) {
    self.ranges = ranges
    self.sums = sums
  }

  /// The first values, of so many, that a count can take with every sum still right.
  package func values(of place: Int, most: Int = 2) -> [Int] {
    var found: [Int] = []
    for value in ranges[place] where found.count < most {
      var tried = ranges
      tried[place] = value...value
      if fits(tried) { found.append(value) }
    }
    return found
  }

  /// Whether some values within the ranges fit every sum.
  private func fits(_ ranges: [ClosedRange<Int>]) -> Bool {
    guard let narrowed = narrowed(ranges) else { return false }
    let open = narrowed.indices.filter { narrowed[$0].count > 1 }
    guard let next = open.min(by: { narrowed[$0].count < narrowed[$1].count }) else { return true }
    return narrowed[next].contains { value in
      var tried = narrowed
      tried[next] = value...value
      return fits(tried)
    }
  }

  /// The ranges without what no sum allows; `nil` where nothing is left of one.
  private func narrowed(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>]? {
    var ranges = ranges
    var isMoving = true
    while isMoving {
      isMoving = false
      for sum in sums {
        // The total less its parts is nought.
        let terms = sum.parts.map { ($0, 1) } + [(sum.total, -1)]
        for (place, sign) in terms {
          var (least, most) = (0, 0)
          for (other, factor) in terms where other != place {
            let range = ranges[other]
            least += factor > 0 ? range.lowerBound : -range.upperBound
            most += factor > 0 ? range.upperBound : -range.lowerBound
          }
          let (low, high) = sign > 0 ? (-most, -least) : (least, most)
          let lower = max(low, ranges[place].lowerBound)
          let upper = min(high, ranges[place].upperBound)
          guard lower <= upper else { return nil }
          if lower...upper != ranges[place] {
            ranges[place] = lower...upper
            isMoving = true
          }
        }
      }
    }
    return ranges
  }
}
