internal import Database
internal import Kernel
internal import Partnership

/// Repeat callers for indicators: two figures, each a count of callers and not of calls.
///
/// They have no value until a rule is chosen.
enum RepeatMeasures {
  static let all = [
    measure("casework.repeat-callers", "Repeat callers", isVulnerable: false),
    measure("casework.vulnerable-repeat-callers", "Vulnerable repeat callers", isVulnerable: true),
  ]

  private static func measure(_ key: String, _ title: String, isVulnerable: Bool) -> Measure {
    Measure(key: key, title: title, unit: "caller", provisional: false) { read, period in
      guard let rule = try RepeatRules.current(read), rule.isCounted || !isVulnerable,
        try ReportMeasures.isCovered(period, read)
      else { return nil }
      let found = try CallersOfPeriod(period, rule, read)
      return Measure.Value(
        numerator: Double(isVulnerable ? found.vulnerable : found.repeated),
        denominator: Double(found.callers), missing: found.unknown, latest: period.lastMonth,
        source: "Rule \(rule.version): \(rule.words). "
          + (isVulnerable ? "Vulnerable: \(rule.vulnerableWords). " : "")
          + "Callers are told apart by telephone number and email address; reports without either "
          + "are left out")
    }
  }
}

/// The callers of a period, told apart by what contacts their reports share.
struct CallersOfPeriod: Equatable {
  private(set) var callers = 0
  private(set) var repeated = 0
  private(set) var vulnerable = 0
  /// Reports without a contact.
  private(set) var unknown = 0

  private struct Call {
    let day: Day
    let isInPeriod: Bool
    let isVulnerable: Bool
    var contacts: [[UInt8]] = []
  }

  init(_ period: Period, _ rule: RepeatRule, _ read: Read) throws {
    let start = ReportMeasures.start(of: period)
    var calls: [ID<Report>: Call] = [:]
    var reports: [[UInt8]: [ID<Report>]] = [:]
    try read.each(Self.query(period, rule)) { row in
      let id: ID<Report> = try row.id()
      let received: Instant = try row.parsed()
      let isVulnerable = try row.optionalInt() != nil
      let contact = try row.optionalBytes()
      var call =
        calls[id]
        ?? Call(
          day: London.day(received), isInPeriod: received >= start, isVulnerable: isVulnerable)
      if let contact {
        call.contacts.append(contact)
        reports[contact, default: []].append(id)
      }
      calls[id] = call
    }
    unknown = calls.values.count { $0.isInPeriod && $0.contacts.isEmpty }
    count(calls, reports, rule)
  }

  /// Follows contacts from report to report: what hangs together is one caller.
  private mutating func count(
    _ calls: [ID<Report>: Call], _ reports: [[UInt8]: [ID<Report>]], _ rule: RepeatRule
  ) {
    var seen: Set<ID<Report>> = []
    for (first, call) in calls where !call.contacts.isEmpty && seen.insert(first).inserted {
      var (waiting, group) = ([first], [ID<Report>]())
      while let next = waiting.popLast() {
        group.append(next)
        for other in (calls[next]?.contacts ?? []).flatMap({ reports[$0] ?? [] })
        where seen.insert(other).inserted { waiting.append(other) }
      }
      let own = group.compactMap { calls[$0] }.filter(\.isInPeriod)
      guard !own.isEmpty else { continue }
      callers += 1
      let counted = own.map { last in
        Set(last.contacts.flatMap { reports[$0] ?? [] }).compactMap { calls[$0] }
          .filter { rule.counts($0.day, endingWith: last.day) }
      }.filter { $0.count >= rule.reports }
      if !counted.isEmpty { repeated += 1 }
      if counted.contains(where: { $0.contains(where: \.isVulnerable) }) { vulnerable += 1 }
    }
  }

  /// The reports of the period and of the days before it that the rule reaches back to, once for each
  /// contact.
  static func query(_ period: Period, _ rule: RepeatRule) -> SQL {
    let from = London.start(of: period.firstDay.adding(days: 1 - rule.days))
    return """
      SELECT r.id, r.received_at, v.report, t.token FROM report r
      LEFT JOIN report_token t ON t.report = r.id AND t.kind IN ('phone', 'email')
        AND r.identity <> 'anonymous'
      LEFT JOIN report_vulnerable v ON v.report = r.id
      WHERE r.received_at >= \(from) AND r.received_at < \(ReportMeasures.end(of: period))
        AND r.state <> 'withdrawn'
      """
  }
}
