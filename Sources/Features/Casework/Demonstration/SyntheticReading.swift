internal import Kernel

/// When a made-up report was read and decided about: mostly within a working day, one in eight only by
/// the day on which its priority begins.
enum SyntheticReading {
  static func moment(_ report: ID<Report>, _ priority: Priority, received: Instant) -> Instant {
    let number = Int(report.rawValue)
    let late = CaseStandard.shipped.begin(priority, from: received).adding(seconds: -7200)
    guard number % 8 != 0 else { return late }
    let soon = WorkingTime.statutory.due(afterHours: 2 + number % 5, from: received)
    return min(soon.adding(seconds: Double(number % 7) * 240), late)
  }
}
