internal import Database
internal import Kernel
internal import Partnership

/// What reports count for indicators, by the London day they were received.
///
/// Withdrawn and doubtful reports are left out and told as missing. A period has a value once it is
/// over and the reports reach back to it.
enum ReportMeasures {
  static let all =
    [received] + ReportChannel.allCases.map(channel) + [hate, nationalHate, localHate]
    + HateStrand.allCases.map(strand)

  /// All reports.
  static let received = measure(
    "casework.reports", "Reports received", counted: "1 = 1", outOf: nil)

  /// Those that came one way, of all.
  private static func channel(_ channel: ReportChannel) -> Measure {
    measure(
      "casework.reports-\(channel.rawValue)", "Reports received \(channel.words)",
      counted: "r.channel = \(channel)", outOf: "1 = 1")
  }

  /// Those of a kind that is hate, or with any strand.
  static let hate = measure(
    "casework.hate", "Hate reports", counted: isHate, outOf: nil)

  /// Those with a strand that is counted for the whole country; one with two strands counts once.
  static let nationalHate = measure(
    "casework.hate-national", "Hate reports by any of the five national strands",
    counted: with(HateStrand.allCases.filter(\.isNational)), outOf: isHate)

  /// Those with a strand that only the partnership counts.
  static let localHate = measure(
    "casework.hate-local", "Hate reports by a local strand",
    counted: with(HateStrand.allCases.filter { !$0.isNational }), outOf: isHate)

  /// Those with one strand; a report with two counts in each.
  private static func strand(_ strand: HateStrand) -> Measure {
    let kind = strand.isNational ? "national strand" : "local strand"
    return measure(
      "casework.hate-strand-\(strand.rawValue)", "Hate reports, \(kind): \(strand.short)",
      counted: with([strand]), outOf: isHate)
  }

  private static let isHate: SQL = """
    (r.kind IN (\(list: ReportKind.all.filter(\.isHate).map(\.id)))
      OR EXISTS (SELECT 1 FROM report_strand s WHERE s.report = r.id))
    """

  private static func with(_ strands: [HateStrand]) -> SQL {
    "EXISTS (SELECT 1 FROM report_strand s WHERE s.report = r.id AND s.strand IN (\(list: strands)))"
  }

  private static func measure(
    _ key: String, _ title: String, counted: SQL, outOf base: SQL?
  ) -> Measure {
    Measure(key: key, title: title, unit: "report", provisional: false) { read, period in
      guard try isCovered(period, read) else { return nil }
      return try read.first(query(period, counted: counted, outOf: base)) { row in
        let (numerator, denominator, missing) = (try row.int(), try row.int(), try row.int())
        return Measure.Value(
          numerator: Double(numerator), denominator: base.map { _ in Double(denominator) },
          missing: missing, latest: period.lastMonth,
          source:
            "Reports to the partnership, by the day they were received; withdrawn and doubtful "
            + "ones are left out")
      }
    }
  }

  /// How many count, out of how many, and how many are left out.
  static func query(_ period: Period, counted: SQL, outOf base: SQL?) -> SQL {
    let valid: SQL = "r.state <> 'withdrawn' AND r.is_doubtful = 0"
    return """
      SELECT COALESCE(SUM(CASE WHEN \(valid) AND \(counted) THEN 1 ELSE 0 END), 0),
        COALESCE(SUM(CASE WHEN \(valid) AND \(base ?? "1 = 1") THEN 1 ELSE 0 END), 0),
        COALESCE(SUM(CASE WHEN \(valid) THEN 0 ELSE 1 END), 0)
      FROM report r
      WHERE r.received_at >= \(start(of: period)) AND r.received_at < \(end(of: period))
      """
  }

  /// Whether a period is over, and the reports reach back to its first month.
  static func isCovered(_ period: Period, _ read: Read) throws -> Bool {
    guard period.lastDay < London.day(try read.serverTime()) else { return false }
    let first = try read.first("SELECT received_at FROM report ORDER BY received_at, id LIMIT 1") {
      row in try row.parsed(Instant.self)
    }
    return first.map { London.day($0).month <= period.firstMonth } ?? false
  }

  static func start(of period: Period) -> Instant { London.start(of: period.firstDay) }
  static func end(of period: Period) -> Instant {
    London.start(of: period.lastDay.adding(days: 1))
  }
}

extension HateStrand {
  /// In a few words.
  var short: String {
    switch self {
    case .race: "race"
    case .religion: "religion or belief"
    case .disability: "disability"
    case .orientation: "sexual orientation"
    case .transgender: "transgender"
    case .age: "age"
    case .refugee: "refugee or asylum seeker"
    case .other: "something else"
    }
  }
}
