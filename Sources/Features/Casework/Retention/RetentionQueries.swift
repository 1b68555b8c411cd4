internal import Database
internal import Kernel

/// The SQL by which records that are due, and single ones, are found.
enum RetentionQueries {
  /// Records of a kind with their days, which come after this.
  static func columns(_ kind: RetentionKind) -> SQL {
    switch kind {
    case .file, .evidence: "c.id, c.reference, c.opened_at, c.closed_at FROM case_file c"
    case .report:
      """
      r.id, r.reference, r.received_at,
        CASE WHEN \(isReportOver) THEN r.received_at END
      FROM report r LEFT JOIN report_decision d ON d.report = r.id
      """
    case .review:
      """
      q.id, q.reference, q.received_at, CASE WHEN NOT (\(isReviewOpen))
        THEN COALESCE(v.told_at, v.decided_at) END
      FROM case_review_request q JOIN case_review v ON v.request = q.id
      """
    case .letter, .survey, .request: "0, '', '', '' FROM retention_rule WHERE version < 0"
    }
  }

  private static let isReportOver: SQL = "r.state <> 'new' AND r.state <> 'triaged'"

  /// An application nobody has told the outcome of, or whose appeal is not decided.
  static let isReviewOpen: SQL = """
    (told_at IS NULL AND (decision IS NULL OR decision = 'review'))
    OR (appealed_on IS NOT NULL AND appeal IS NULL)
    """

  /// The one record of a reference; a report only where it belongs to no case.
  static func one(_ kind: RetentionKind, _ reference: Reference) -> SQL {
    let text = reference.description
    return switch kind {
    case .file:
      "SELECT \(columns(kind)) WHERE c.reference = \(text) AND c.joined_into IS NULL"
    case .evidence: "SELECT \(columns(kind)) WHERE c.reference = \(text) AND \(hasEvidence)"
    case .report: "SELECT \(columns(kind)) WHERE r.reference = \(text) AND d.case_file IS NULL"
    case .review: "SELECT \(columns(kind)) WHERE q.reference = \(text)"
    case .letter, .survey, .request: "SELECT \(columns(kind))"
    }
  }

  /// The records of a kind that are due on a day and that nobody holds, those that ended first at the top.
  static func due(
    _ kind: RetentionKind, _ rules: [RetentionKind: RetentionRule], at now: Instant, page: Int,
    limit: Int
  ) -> SQL {
    let day = London.day(now)
    func end(_ kind: RetentionKind) -> Instant {
      RetentionPeriod.cutoff(rules[kind]?.months ?? RetentionRule.mostMonths, at: now)
    }
    let rest: SQL = "LIMIT \(limit) OFFSET \((page - 1) * (limit - 1))"
    switch kind {
    case .file:
      return """
        SELECT \(columns(kind))
        WHERE c.closed_at IS NOT NULL AND c.closed_at <= \(end(.file)) AND c.joined_into IS NULL
          AND \(isCaseFree(on: day))
        ORDER BY c.closed_at, c.id \(rest)
        """
    case .evidence:
      return """
        SELECT \(columns(kind))
        WHERE c.closed_at IS NOT NULL AND c.closed_at <= \(end(.evidence))
          AND c.closed_at > \(end(.file)) AND \(hasEvidence) AND \(isCaseFree(on: day))
        ORDER BY c.closed_at, c.id \(rest)
        """
    case .report:
      return """
        SELECT \(columns(kind))
        WHERE \(isReportOver) AND r.received_at <= \(end(.report)) AND d.case_file IS NULL
          AND \(HoldStore.isFree("r.reference", on: day))
        ORDER BY r.received_at, r.id \(rest)
        """
    case .review:
      return """
        SELECT \(columns(kind))
        WHERE q.received_at <= \(end(.review)) AND NOT (\(isReviewOpen))
          AND COALESCE(v.told_at, v.decided_at) <= \(end(.review))
          AND \(HoldStore.isFree("q.reference", on: day))
        ORDER BY q.received_at, q.id \(rest)
        """
    case .letter, .survey, .request: return "SELECT \(columns(kind))"
    }
  }

  private static let hasEvidence: SQL = """
    (EXISTS (SELECT 1 FROM evidence e WHERE e.case_file = c.id AND e.state <> 'deleted')
      OR EXISTS (SELECT 1 FROM report_decision d JOIN evidence e ON e.report = d.report
        WHERE d.case_file = c.id AND e.state <> 'deleted'))
    """

  private static func isCaseFree(on day: Day) -> SQL {
    """
    \(HoldStore.isFree("c.reference", on: day)) AND NOT EXISTS (
      SELECT 1 FROM report_decision d JOIN report r ON r.id = d.report
      WHERE d.case_file = c.id AND NOT \(HoldStore.isFree("r.reference", on: day)))
    """
  }
}
