internal import Database

/// The schema of what is kept for how long; it comes after that of all it deletes.
enum RetentionSchema {
  static let migrations = [
    Migration(feature: "cases-retention", number: 1, text: tables + indexes + shipped)
  ]

  /// Rules are added, never changed: a deletion keeps the version it was made under.
  ///
  /// What was deleted leaves its reference, kind and days, and nothing of what it said. Of a report the
  /// hashes of its secret and link stay, so that whoever has one is told what became of it.
  private static let tables = """
    CREATE TABLE retention_rule (
      kind {text} NOT NULL CHECK (kind <> ''), version {i64} NOT NULL CHECK (version > 0),
      months {i64} NOT NULL CHECK (months > 0), valid_from {text} NOT NULL,
      source {text} NOT NULL CHECK (source <> ''), made_at {text} NOT NULL, account {i64},
      PRIMARY KEY (kind, version)
    ) {clustered};

    CREATE TABLE retention_hold (
      id {id}, reference {text} NOT NULL, ground {text} NOT NULL CHECK (ground <> ''),
      until_on {text} NOT NULL, made_at {text} NOT NULL, account {i64}, ended_at {text},
      reason {blob} NOT NULL
    ) {strict};
    CREATE INDEX retention_hold_of ON retention_hold (reference, until_on);

    CREATE TABLE retention_tombstone (
      id {id}, reference {text} NOT NULL, kind {text} NOT NULL CHECK (kind <> ''),
      began_at {text} NOT NULL, ended_at {text} NOT NULL, rule_kind {text} NOT NULL,
      rule {i64} NOT NULL, months {i64} NOT NULL, rows_gone {i64} NOT NULL,
      deleted_at {text} NOT NULL, account {i64}, secret {blob}, link {blob},
      FOREIGN KEY (rule_kind, rule) REFERENCES retention_rule (kind, version)
    ) {strict};
    CREATE INDEX retention_tombstone_at ON retention_tombstone (deleted_at, id);
    CREATE INDEX retention_tombstone_of ON retention_tombstone (reference, id);
    CREATE INDEX retention_tombstone_link ON retention_tombstone (link);

    """

  /// What is due is read in the order in which it ended; closed cases by the index of procedures.
  private static let indexes = """
    CREATE INDEX report_ended ON report (received_at, id)
      WHERE state <> 'new' AND state <> 'triaged';
    CREATE INDEX case_review_standing ON case_review (decided_at, request)
      WHERE (told_at IS NULL AND (decision IS NULL OR decision = 'review'))
        OR (appealed_on IS NOT NULL AND appeal IS NULL);
    CREATE INDEX report_survey_words ON report_survey (answered_at)
      WHERE answered_at IS NOT NULL AND length(words) > 0;

    """

  private static var shipped: String {
    let practice = "Common practice, six years. Confirm it as your own policy"
    let proposal = "Proposal of this program. Confirm it as your own policy"
    let rules = [
      ("case", 72, practice), ("report", 24, proposal), ("evidence", 36, proposal),
      ("review", 72, practice), ("letter", 24, proposal), ("survey", 36, proposal),
    ]
    let rows = rules.map { kind, months, source in
      "('\(kind)', 1, \(months), '1998-07-31', '\(source)', '2026-11-28T00:00:00.000Z')"
    }
    return """
      INSERT INTO retention_rule (kind, version, months, valid_from, source, made_at)
      VALUES \(rows.joined(separator: ",\n"));
      """
  }
}
