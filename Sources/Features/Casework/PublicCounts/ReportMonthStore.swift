internal import Database
internal import Kernel
internal import Partnership

/// The months of reports that the public is shown.
struct ReportMonthStore {
  /// Months made, up to the latest that is ready.
  static let months = 12
  /// Days after its end at which a month is made: late drafts and doubts are settled by then.
  static let daysAfter = 7

  /// The ward that stands for all together.
  private static let all = ""

  let areas: AreaDirectory

  /// Makes the months that are ready and were not made before; those it made.
  ///
  /// None without wards. A month before the first report is none.
  @discardableResult
  func make(at now: Instant, in write: Write) throws -> [Month] {
    guard let edition = try areas.latest(.ward, write), let first = try first(write) else {
      return []
    }
    let last = Self.lastReady(on: London.day(now))
    let start = max(first, last.adding(months: 1 - Self.months))
    guard start <= last else { return [] }
    let codes = try areas.areas(.ward, edition.year, write).map(\.code)
    var made: [Month] = []
    for month in start...last where try !isMade(month, write) {
      let counts = try counts(of: month, write)
      try keep(
        ReportMonth(
          month, edition: edition.year,
          counts: Dictionary(uniqueKeysWithValues: codes.map { ($0, counts[$0] ?? 0) })),
        at: now, in: write)
      made.append(month)
    }
    return made
  }

  /// The latest month that ended long enough before a day.
  static func lastReady(on day: Day) -> Month {
    day.adding(days: -daysAfter).month.adding(months: -1)
  }

  /// What is shown, the earliest month first.
  static func shown(_ read: Read) throws -> [ReportMonth] {
    let heads = try read.all(
      "SELECT month, edition FROM report_month ORDER BY month DESC LIMIT \(months)"
    ) { row in (try row.parsed(Month.self), try row.int()) }
    return try heads.reversed().map { month, edition in
      var wards: [String: Int?] = [:]
      var total: Int?
      try read.each("SELECT ward, count FROM report_month_ward WHERE month = \(month)") { row in
        let ward = try row.text()
        let count = try row.optionalInt()
        if ward == all { total = count } else { wards[ward] = .some(count) }
      }
      return ReportMonth(month, edition: edition, wards: wards, total: total)
    }
  }

  private func first(_ read: Read) throws -> Month? {
    let received: Instant? = try read.first(
      "SELECT received_at FROM report ORDER BY received_at LIMIT 1"
    ) { row in try row.parsed() }
    return received.map { London.day($0).month }
  }

  private func isMade(_ month: Month, _ read: Read) throws -> Bool {
    try read.count("SELECT COUNT(*) FROM report_month WHERE month = \(month)") > 0
  }

  /// Reports received in the month, by the ward they tell of; withdrawn and doubtful ones are none.
  private func counts(of month: Month, _ read: Read) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try read.each(Self.countsQuery(of: month)) { row in counts[try row.text()] = try row.int() }
    return counts
  }

  static func countsQuery(of month: Month) -> SQL {
    let (from, to) = (
      London.start(of: month.firstDay), London.start(of: month.lastDay.adding(days: 1))
    )
    return """
      SELECT ward, COUNT(*) FROM report
      WHERE received_at >= \(from) AND received_at < \(to) AND ward IS NOT NULL
        AND state <> 'withdrawn' AND is_doubtful = 0
      GROUP BY ward
      """
  }

  private func keep(_ made: ReportMonth, at now: Instant, in write: Write) throws {
    try write.run(
      """
      INSERT INTO report_month (month, edition, made_at)
      VALUES (\(made.month), \(made.edition), \(now))
      """)
    for (ward, count) in Array(made.wards) + [(Self.all, made.total)] {
      try write.run(
        """
        INSERT INTO report_month_ward (month, ward, count)
        VALUES (\(made.month), \(ward), \(count))
        """)
    }
  }
}
