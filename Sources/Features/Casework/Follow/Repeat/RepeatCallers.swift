internal import Database
internal import Kernel

/// What a report's contact tells by the rule: how often it reported, and whether that makes it a
/// repeat caller, or a vulnerable one.
struct RepeatMark: Equatable, Sendable {
  /// Reports within the days of the rule that end with this one, itself included.
  let reports: Int
  let isVulnerable: Bool

  var title: String { isVulnerable ? "Vulnerable repeat caller" : "Repeat caller" }
}

/// Finds repeat callers by the keyed hashes of telephone numbers and email addresses.
///
/// Who wrote from one contact is one caller. Anonymous and withdrawn reports are none of theirs.
struct RepeatCallers {
  /// The most reports of one contact, and in all for a page of a list, that are looked at.
  static let most = 2000

  let rule: RepeatRule

  /// The marks of those of some reports whose contact is a repeat caller's.
  func marks(_ ids: [ID<Report>], _ read: Read) throws -> [ID<Report>: RepeatMark] {
    guard !ids.isEmpty else { return [:] }
    var calls: [ID<Report>: [ID<Report>: Day]] = [:]
    var own: [ID<Report>: Day] = [:]
    var vulnerable: Set<ID<Report>> = []
    try read.each(Self.query(ids)) { row in
      let (report, other): (ID<Report>, ID<Report>) = (try row.id(), try row.id())
      let (received, otherReceived): (Instant, Instant) = (try row.parsed(), try row.parsed())
      if try row.optionalInt() != nil { vulnerable.insert(other) }
      own[report] = London.day(received)
      calls[report, default: [:]][other] = London.day(otherReceived)
    }
    var marks: [ID<Report>: RepeatMark] = [:]
    for (report, last) in own {
      let counted = (calls[report] ?? [:]).filter { rule.counts($0.value, endingWith: last) }
      guard counted.count >= rule.reports else { continue }
      marks[report] = RepeatMark(
        reports: counted.count,
        isVulnerable: counted.keys.contains(where: vulnerable.contains))
    }
    return marks
  }

  /// Each of some reports with every report of the same contact, itself among them.
  static func query(_ ids: [ID<Report>]) -> SQL {
    """
    SELECT DISTINCT own.report, other.report, r.received_at, o.received_at, v.report
    FROM report_token own
    JOIN report_token other ON other.token = own.token AND other.kind = own.kind
    JOIN report r ON r.id = own.report JOIN report o ON o.id = other.report
    LEFT JOIN report_vulnerable v ON v.report = o.id
    WHERE own.report IN (\(list: ids)) AND own.kind IN ('phone', 'email')
      AND r.state <> 'withdrawn' AND o.state <> 'withdrawn' AND o.identity <> 'anonymous'
    LIMIT \(most)
    """
  }

  /// The marks of those of some cases in whose reports a repeat caller tells.
  func marks(ofCases ids: [ID<CaseFile>], _ read: Read) throws -> [ID<CaseFile>: RepeatMark] {
    guard !ids.isEmpty else { return [:] }
    var cases: [ID<Report>: ID<CaseFile>] = [:]
    try read.each(Self.reportsQuery(ids)) { row in
      let (report, file): (ID<Report>, ID<CaseFile>) = (try row.id(), try row.id())
      cases[report] = file
    }
    let found = try marks(cases.keys.sorted(), read).compactMap { report, mark in
      cases[report].map { ($0, mark) }
    }
    return Dictionary(found) { one, other in
      RepeatMark(
        reports: max(one.reports, other.reports),
        isVulnerable: one.isVulnerable || other.isVulnerable)
    }
  }

  static func reportsQuery(_ ids: [ID<CaseFile>]) -> SQL {
    """
    SELECT d.report, d.case_file FROM report_decision d WHERE d.case_file IN (\(list: ids))
    LIMIT \(most)
    """
  }
}
