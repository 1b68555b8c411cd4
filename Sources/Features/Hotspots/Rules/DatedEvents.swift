internal import Kernel

/// Events with a place in metres and a day each.
struct DatedEvents: Equatable, Sendable {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var days: [Day] = []

  var count: Int { days.count }

  mutating func append(x: Double, y: Double, day: Day) {
    self.x.append(x)
    self.y.append(y)
    days.append(day)
  }

  /// Whether every day is the first of its month, in more than one month: months written as days.
  var areMonths: Bool {
    days.allSatisfy { $0.civil.day == 1 } && Set(days.map(\.month)).count > 1
  }

  /// Whether the places look like longitudes and latitudes: as metres they would all lie within
  /// some steps of one another.
  var areDegrees: Bool {
    func fit(_ values: [Double], within limit: Double) -> Bool {
      guard let least = values.min(), let most = values.max() else { return false }
      return -limit <= least && most <= limit && most - least < 20
    }
    return fit(x, within: 180) && fit(y, within: 90)
      && (x + y).contains { $0 != $0.rounded() }
  }
}
