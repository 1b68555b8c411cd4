internal import Database
internal import Kernel
internal import Partnership

/// What conferences can count for indicators: nothing about anybody, and nothing of what stands apart.
enum ConferenceMeasures {
  static let all = [
    Measure(
      key: "conferences.prevent-sessions", title: "Prevent sessions held", unit: "session",
      provisional: false, value: { read, period in try sessions(read, period) }),
    Measure(
      key: "conferences.people-supported", title: "People supported through the community MARAC",
      unit: "person", provisional: false, value: { read, period in try people(read, period) }),
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

  /// People whose case was heard: somebody who comes back in the period is one.
  ///
  /// Nothing of a conference that stands apart is counted, since indicators are read by others.
  private static func people(_ read: Read, _ period: Period) throws -> Measure.Value? {
    let months = period.months
    guard let kind = try KindStore.find("community-marac", read), !kind.isApart,
      let heard = try PeopleHeard.count(
        of: kind.key, from: months.lowerBound.firstDay, to: months.upperBound.lastDay, read)
    else { return nil }
    return Measure.Value(
      numerator: Double(heard.people), missing: 0, latest: heard.latest.month,
      source: "People whose case was heard at meetings of the community MARAC held in the period")
  }
}
