internal import Database
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Of the cases whose work had to begin, how many began in time.
struct StartedInTime: Equatable, Sendable {
  /// Begun by the moment they were due.
  let inTime: Int
  /// All whose time to begin was up, or that began.
  let all: Int

  /// Those received in some days.
  ///
  /// A case that has not begun and still may is left out until it is one or the other. One that was
  /// joined to another counts with that one; one that was brought along from another system began
  /// there or late, and is left out for good.
  static func received(
    _ days: Range<Day>, at now: Instant, _ read: Read
  ) throws -> StartedInTime {
    try read.first(query(days, at: now)) { row in
      StartedInTime(inTime: try row.int(), all: try row.int())
    } ?? StartedInTime(inTime: 0, all: 0)
  }

  /// Those received in the month of a moment.
  static func month(of now: Instant, _ read: Read) throws -> StartedInTime {
    try received(days(of: London.day(now).month), at: now, read)
  }

  static func days(of month: Month) -> Range<Day> {
    month.firstDay..<month.adding(months: 1).firstDay
  }

  static func query(_ days: Range<Day>, at now: Instant) -> SQL {
    """
    SELECT
      COALESCE(SUM(CASE WHEN started_at IS NOT NULL AND started_at <= start_due_at
        THEN 1 ELSE 0 END), 0),
      COALESCE(SUM(CASE WHEN started_at IS NOT NULL OR start_due_at < \(now)
        THEN 1 ELSE 0 END), 0)
    FROM case_file
    WHERE received_at >= \(London.start(of: days.lowerBound))
      AND received_at < \(London.start(of: days.upperBound)) AND joined_into IS NULL
      AND NOT EXISTS (SELECT 1 FROM case_carried k WHERE k.case_file = case_file.id)
    """
  }

  /// The share for indicators: the work on reports begun in time, by when they were received.
  static let measure = Measure(
    key: "casework.started-in-time", title: "Cases begun in time", unit: "case", provisional: false
  ) { read, period in
    let months = period.months
    let days = months.lowerBound.firstDay..<months.upperBound.adding(months: 1).firstDay
    let found = try received(days, at: read.serverTime(), read)
    guard found.all > 0 else { return nil }
    return Measure.Value(
      numerator: Double(found.inTime), denominator: Double(found.all), missing: 0,
      latest: months.upperBound,
      source: "Cases of the partnership, by the day of their first report")
  }
}

/// The share as a figure with what it rests on.
struct StartedFigure: HTML {
  let started: StartedInTime

  var body: some HTML {
    if started.all == 0 {
      p(.class("quiet")) { "No case of this month had to begin yet." }
    } else {
      p {
        span(.class("big")) {
          NumberText.percent(Double(started.inTime) * 100 / Double(started.all))
        }
        " \(NumberText.whole(started.inTime)) of \(NumberText.whole(started.all)) cases received this month "
        "whose work began or had to begin."
      }
    }
  }
}
