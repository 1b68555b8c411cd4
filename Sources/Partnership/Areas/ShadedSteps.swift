/// Five shades for the values of a map, each of as many areas as the next, their limits rounded to one
/// place.
public struct ShadedSteps: Equatable, Sendable {
  /// Where the second to the fifth shade begin; fewer where values are equal.
  public let starts: [Double]

  /// The steps of some values, each ≥ 0.
  public init(_ values: [Double]) {
    let sorted = values.sorted()
    var starts: [Double] = []
    for step in 1...4 where !sorted.isEmpty {
      let value = sorted[min(sorted.count - 1, sorted.count * step / 5)]
      let rounded = (value * 10).rounded(.down) / 10
      if rounded > (starts.last ?? 0) { starts.append(rounded) }
    }
    self.starts = starts
  }

  /// The shade of a value, 0 to 4.
  public func step(_ value: Double) -> Int { starts.count { value >= $0 } }

  /// What a shade means, such as "4.2 to under 6.1"; `limit` writes its limits.
  public func words(of step: Int, _ limit: (Double) -> String) -> String {
    let starts = starts.map(limit)
    if starts.isEmpty { return "All alike" }
    switch step {
    case 0: return "Under \(starts[0])"
    case starts.count: return "\(starts[step - 1]) or more"
    default: return "\(starts[step - 1]) to under \(starts[step])"
    }
  }
}
