internal import Database
internal import Design
internal import Kernel
internal import Markup

/// Work that did not begin in time: a case, or a report nobody has decided about.
struct LateStart: Sendable {
  /// The most that are listed.
  static let most = 50

  let isReport: Bool
  let reference: Reference
  let title: String
  let priority: Priority
  let due: Instant
  /// `nil` where it has not begun.
  let started: Instant?

  /// Those of some days, what was due first before the rest; one more than ``most`` where there are more.
  static func received(
    _ days: Range<Day>, at now: Instant, _ read: Read
  ) throws -> [LateStart] {
    try read.all(query(days, at: now)) { row in
      LateStart(
        isReport: try row.bool(), reference: try row.parsed(), title: try row.text(),
        priority: Priority(rawValue: try row.int()) ?? .third, due: try row.parsed(),
        started: try row.optionalParsed())
    }
  }

  /// Whether a report should have been begun on, and nobody has decided about it; what may be spam is left
  /// out until somebody has said that it is none.
  static func isUndecided(at now: Instant) -> SQL {
    "state = 'new' AND is_doubtful = 0 AND due_at < \(now)"
  }

  static func query(_ days: Range<Day>, at now: Instant) -> SQL {
    let (first, end) = (London.start(of: days.lowerBound), London.start(of: days.upperBound))
    return """
      SELECT * FROM (
        SELECT 0 AS is_report, c.reference, c.title, c.priority, c.start_due_at AS due_at,
          c.started_at
        FROM case_file c
        WHERE c.received_at >= \(first) AND c.received_at < \(end) AND c.joined_into IS NULL
          AND COALESCE(c.started_at, c.paused_at, \(now)) > c.start_due_at
          AND NOT EXISTS (SELECT 1 FROM case_carried k WHERE k.case_file = c.id)
        UNION ALL
        SELECT 1, r.reference, r.kind, r.priority, r.due_at, CAST(NULL AS TEXT)
        FROM report r
        WHERE r.received_at >= \(first) AND r.received_at < \(end) AND \(isUndecided(at: now))
      ) late ORDER BY due_at, priority, reference LIMIT \(most + 1)
      """
  }
}

/// What did not begin in time, each with its page.
struct LateStartTable: HTML {
  let late: [LateStart]
  /// Whether the reader opens cases and reports; others see that they are late.
  let mayOpen: Bool

  var body: some HTML {
    DataTable(
      caption: "Not begun in time",
      columns: [
        .text("What"), .text("Title"), .text("Priority"), .text("To begin by"), .text("Began"),
      ],
      rows: late.prefix(LateStart.most).map { one in
        [
          mayOpen
            ? .link(
              one.reference.description,
              to: one.isReport
                ? WorkRoute.triage(one.reference).path : WorkRoute.file(one.reference).path)
            : .text(one.reference.description),
          .text(one.isReport ? "Report nobody has decided about" : one.title),
          .text(one.priority.code), .text(London.words(one.due)),
          .text(one.started.map { London.words($0) } ?? "Not yet"),
        ]
      }, empty: "Everything began in time.")
    if late.count > LateStart.most {
      p(.class("quiet")) { "The first \(LateStart.most) are listed." }
    }
  }
}
