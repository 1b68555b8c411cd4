internal import Geography
internal import Kernel
internal import Partnership

/// The events of a source by ward, kind and stretch of time.
struct EventCounts: Sendable {
  /// One line of counts.
  struct Key: Hashable, Sendable {
    /// The ward, by its place in ``EventCounts/wards``; -1 outside every ward.
    let ward: Int
    let category: String
  }

  let wards: [Area]
  /// The first stretch; the others follow without a gap.
  let first: CountPeriod
  let count: Int
  /// The counts of each ward and kind that has any.
  private(set) var series: [Key: [Int]] = [:]
  /// Events whose time is an interval longer than a week, which belong to no one week.
  private(set) var undated = 0
  private var spots: [EventSpot] = []

  init(wards: [Area], first: CountPeriod, last: CountPeriod) {
    self.wards = wards
    self.first = first
    count = last.index - first.index + 1
  }

  /// Takes events in; their wards are found at the end, all at once.
  mutating func add(_ spot: EventSpot) {
    switch place(of: spot) {
    case .some(let place) where (0..<count).contains(place): spots.append(spot)
    case .none: undated += spot.count
    case .some: break
    }
  }

  /// Counts what was taken in.
  mutating func finish(_ finder: AreaFinder) {
    let numbers = finder.numbers(of: spots.map(\.point))
    for (spot, ward) in zip(spots, numbers) {
      guard let place = place(of: spot) else { continue }
      let key = Key(ward: Int(ward), category: spot.category)
      series[key, default: Array(repeating: 0, count: count)][place] += spot.count
    }
    spots = []
  }

  /// The first stretch that was counted whole: months are, but a source of days may have begun in
  /// the middle of the week of its first event.
  var firstWhole: Int {
    guard first.step == .week else { return 0 }
    let began = series.values.compactMap { $0.firstIndex { $0 > 0 } }.min() ?? 0
    return began + 1
  }

  /// Which stretch events belong to, from 0 for the first; `nil` where they belong to none.
  private func place(of spot: EventSpot) -> Int? {
    switch first.step {
    case .month: spot.month.index - first.index
    case .week: EventTime.day(of: spot.span).map { Week($0).index - first.index }
    }
  }
}

/// When something happened whose time is an interval.
enum EventTime {
  /// An interval longer than this belongs to no one week.
  static let longestDays = 7.0

  /// The London day of the middle of an interval; `nil` without one, or where it is too long.
  static func day(of span: ClosedRange<Instant>?) -> Day? {
    guard let span else { return nil }
    let seconds = span.upperBound.since(span.lowerBound)
    guard seconds <= longestDays * 86_400 else { return nil }
    return London.day(span.lowerBound.adding(seconds: seconds / 2))
  }
}
