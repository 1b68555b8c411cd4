/// Five shades for rates, each of as many wards as the next, their limits rounded to one place.
struct WardSteps: Equatable, Sendable {
  /// Where the second to the fifth shade begin; fewer where rates are equal.
  let starts: [Double]

  init(_ rates: [Double]) {
    let sorted = rates.sorted()
    var starts: [Double] = []
    for step in 1...4 where !sorted.isEmpty {
      let value = sorted[min(sorted.count - 1, sorted.count * step / 5)]
      let rounded = (value * 10).rounded(.down) / 10
      if rounded > (starts.last ?? 0) { starts.append(rounded) }
    }
    self.starts = starts
  }

  /// The shade of a rate, 0 to 4.
  func step(_ rate: Double) -> Int { starts.count { rate >= $0 } }
}
