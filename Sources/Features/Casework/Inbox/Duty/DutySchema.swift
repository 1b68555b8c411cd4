internal import Database

/// The schema of what has to reach somebody at once; it comes after that of the reports and cases.
enum DutySchema {
  static let migrations = [
    Migration(feature: "reports-duty", number: 1, text: flags + notices + subjects)
  ]

  /// When a report was flagged; of those flagged before, when they came.
  private static let flags = """
    ALTER TABLE report ADD COLUMN flagged_at {text};
    UPDATE report SET flagged_at = received_at WHERE is_flagged = 1;
    CREATE INDEX report_flagged ON report (flagged_at, id) WHERE is_flagged = 1;

    """

  /// What a reporter did that somebody has to look at, until somebody has.
  private static let notices = """
    CREATE TABLE report_notice (
      id {id}, report {i64} NOT NULL REFERENCES report (id), kind {text} NOT NULL CHECK (kind <> ''),
      at {text} NOT NULL, seen_at {text}, seen_by {i64},
      CHECK (seen_by IS NULL OR seen_at IS NOT NULL)
    ) {strict};
    CREATE INDEX report_notice_open ON report_notice (at, id) WHERE seen_at IS NULL;
    CREATE INDEX report_notice_of ON report_notice (report, id);

    """

  /// Keyed hashes of who is complained of; those of earlier reports are made by `hamlet search rebuild`.
  private static let subjects = """
    CREATE TABLE report_subject (
      report {i64} NOT NULL REFERENCES report (id), kind {text} NOT NULL CHECK (kind <> ''),
      token {blob} NOT NULL, PRIMARY KEY (report, kind, token)
    ) {clustered};
    CREATE INDEX report_subject_of ON report_subject (token, report);
    """
}
