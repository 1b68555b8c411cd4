internal import Database
internal import Kernel
internal import Partnership

/// What conferences can count for indicators: sessions, and nothing about anybody.
enum ConferenceMeasures {
  static let all = [
    Measure(
      key: "conferences.prevent-sessions", title: "Prevent sessions held", unit: "session",
      provisional: false, value: { read, period in try sessions(read, period) })
  ]

  /// Covered where every month of the period has a count, be it nought.
  private static func sessions(_ read: Read, _ period: Period) throws -> Measure.Value? {
    let counts = try SessionStore.counts(of: "tension", period.months, read)
    let months = Set(counts.map(\.month))
    guard period.months.allSatisfy(months.contains) else { return nil }
    return Measure.Value(
      numerator: Double(counts.reduce(0) { $0 + $1.sessions }), missing: 0,
      latest: months.max() ?? period.lastMonth,
      source: "Counts by month, as the tension monitoring group keeps them")
  }
}
