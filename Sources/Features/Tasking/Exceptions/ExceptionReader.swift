internal import Database
internal import Geography
internal import Kernel
internal import Partnership
internal import Secrets
internal import Statistics

/// Makes the report of a source for a week or a month, in one transaction.
///
/// Every event of the years compared with is read once; nothing is kept of it but the counts.
struct ExceptionReader {
  let services: Services

  /// The most years of counts looked at, with what lies around them.
  private static let reach = 5
  /// The source of a key.
  func source(_ key: String, _ read: Read) throws -> EventSource? {
    try services.events(read).first { $0.key == key }
  }

  /// The stretches of a source that can be tested: those it covers whole; `nil` without any.
  func periods(of source: EventSource, _ read: Read) throws -> ClosedRange<CountPeriod>? {
    guard let months = try source.months(read), let last = try source.lastDay(read) else {
      return nil
    }
    let step: CountPeriod.Step = source.precision.time == .month ? .month : .week
    var end = CountPeriod(last, step)
    if end.lastDay > last { end = end.adding(-1) }
    var start = CountPeriod(months.lowerBound.firstDay, step)
    if start.days.lowerBound < months.lowerBound.firstDay { start = start.adding(1) }
    return start <= end ? start...end : nil
  }

  /// The report of a stretch; the latest where none is asked for.
  func report(
    _ source: EventSource, _ asked: CountPeriod? = nil, _ read: Read
  ) throws -> ExceptionReport {
    guard let periods = try periods(of: source, read) else { throw ExceptionProblem.noEvents }
    let period = asked ?? periods.upperBound
    guard period.step == periods.upperBound.step else {
      throw ExceptionProblem.otherStep(periods.upperBound.step)
    }
    guard periods.contains(period) else { throw ExceptionProblem.notCovered(periods) }
    let back = period.adding(
      -(Self.reach * period.step.year + period.step.window + period.step.year))
    let first = max(periods.lowerBound, back)
    let edition = try services.areas.latest(.ward, read)
    let shapes = try edition.map { try services.areas.shapes(.ward, $0.year, read) } ?? []
    let finder = AreaFinder(shapes)
    var counts = EventCounts(wards: finder.areas, first: first, last: period)
    var repeats = RepeatCount(source.precision, until: period.lastDay)
    let query = EventQuery(months: first.months.lowerBound...period.months.upperBound)
    try source.each(query, read) { spot in
      counts.add(spot)
      repeats.add(spot)
    }
    counts.finish(finder)
    let missing = Set(try source.gaps(query, read).missing)
    let change = try source.breaks(read).last { $0.day <= period.lastDay }
    // Of a source older than what is looked at every stretch is whole.
    let whole = first > periods.lowerBound ? 0 : counts.firstWhole
    let known = (0..<counts.count).map { place -> Bool in
      let one = first.adding(place)
      return place >= whole && one.months.allSatisfy { !missing.contains($0) }
        && change.map { one.days.lowerBound >= $0.day } ?? true
    }
    let locations = try repeats.locations { box, days in
      try source.records(EventSearch(days: days, in: box, limit: 1), read).first?.place ?? ""
    } ward: { point in
      finder.area(of: point)?.name ?? ""
    }
    let isInReach = change.map { $0.day > first.days.lowerBound } ?? false
    let testing = ExceptionTesting(
      counts: counts, known: known, change: isInReach ? change : nil)
    let gaps = try source.gaps(EventQuery(months: period.months), read)
    var report = testing.report(
      source: source, at: period, lastDay: try source.lastDay(read) ?? period.lastDay,
      edition: edition?.year, unlocated: gaps.unlocated, repeats: locations)
    if case .week(let week) = period {
      report.holidays = try WorkingDays.time(read).holidays(in: week.days).map(\.description)
    }
    return report
  }
}

/// Why there is no report.
enum ExceptionProblem: Problem, Equatable {
  case noEvents
  case otherStep(CountPeriod.Step)
  case notCovered(ClosedRange<CountPeriod>)
  case unknownSource

  var message: String {
    switch self {
    case .noEvents: "The source has no whole week or month yet. Import its files first."
    case .otherStep(.week): "This source is tested by week: enter a week such as 2026-W47."
    case .otherStep(.month): "This source is tested by month: enter a month such as 2026-09."
    case .notCovered(let periods):
      "The source covers \(periods.lowerBound) to \(periods.upperBound). Choose one of these."
    case .unknownSource: "There is no such source. Choose one of the list."
    }
  }

  var status: Int { 422 }
}

extension CountPeriod: Comparable {
  /// Earlier first; weeks and months are not compared with each other.
  static func < (left: CountPeriod, right: CountPeriod) -> Bool { left.index < right.index }
}
