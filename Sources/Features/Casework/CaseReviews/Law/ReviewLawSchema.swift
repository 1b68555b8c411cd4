internal import Database

/// The schema of the floor of case reviews as dated sets; decisions of before were taken under the first.
enum ReviewLawSchema {
  static let migrations = [Migration(feature: "review-law", number: 1, text: text)]

  private static let text = """
    CREATE TABLE case_review_law (
      key {text} NOT NULL PRIMARY KEY CHECK (key <> ''), version {i64} NOT NULL DEFAULT 1,
      title {text} NOT NULL, source {text} NOT NULL, section {text} NOT NULL,
      territory {text} NOT NULL, effective_from {text}, effective_to {text}, note {text} NOT NULL,
      is_shipped {i64} NOT NULL, complaints {i64} NOT NULL CHECK (complaints BETWEEN 1 AND 20),
      report_months {i64} NOT NULL CHECK (report_months BETWEEN 1 AND 60),
      apply_months {i64} NOT NULL CHECK (apply_months BETWEEN 1 AND 60),
      made_at {text} NOT NULL, account {i64},
      CHECK (effective_to IS NULL OR effective_from <= effective_to)
    ) {clustered};

    INSERT INTO case_review_law (key, title, source, section, territory, effective_from, note,
      is_shipped, complaints, report_months, apply_months, made_at)
    VALUES ('asbcpa-2014', 'The floor of a case review',
      'Anti-social Behaviour, Crime and Policing Act 2014', 'section 104(4) and (11)',
      'England and Wales', '2014-10-20',
      'A published procedure may need fewer complaints, and may name other months to apply.',
      1, 3, 1, 6, '2026-11-29T00:00:00.000Z');

    ALTER TABLE case_review ADD COLUMN law {text};
    UPDATE case_review SET law = 'asbcpa-2014' WHERE decided_at IS NOT NULL;
    """
}
