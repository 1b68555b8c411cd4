internal import Database

/// The schema of requests for what is kept about somebody; it comes after that of what they ask for.
enum AccessSchema {
  static let migrations = [
    Migration(feature: "subject-access", number: 1, text: tables),
    Migration(feature: "subject-access", number: 2, text: others + retention),
  ]

  /// Records of other features; they point to no row of theirs, as those here point to none.
  private static let others = """
    CREATE TABLE access_other (
      request {i64} NOT NULL REFERENCES access_request (id), kind {text} NOT NULL CHECK (kind <> ''),
      record {i64} NOT NULL, PRIMARY KEY (request, kind, record)
    ) {clustered};

    """

  private static let retention = """
    INSERT INTO retention_rule (kind, version, months, valid_from, source, made_at)
    VALUES ('request', 1, 24, '1998-07-31', 'Proposal of this program. Confirm it as your own policy',
      '2026-11-28T00:00:00.000Z');
    """

  /// What was found to be theirs points to no row: it stays to be accounted for once that is deleted.
  ///
  /// `bundle` is what was given, sealed, as it was on that day.
  private static let tables = """
    CREATE TABLE access_request (
      id {id}, version {i64} NOT NULL DEFAULT 1, reference {text} NOT NULL UNIQUE,
      regime {text} NOT NULL CHECK (regime <> ''), received_on {text} NOT NULL, proved_on {text},
      is_extended {i64} NOT NULL CHECK (is_extended IN (0, 1)), due_on {text} NOT NULL,
      made_at {text} NOT NULL, made_by {i64}, released_at {text}, released_by {i64},
      content {blob} NOT NULL, bundle {blob},
      CHECK ((released_at IS NULL) = (bundle IS NULL)),
      CHECK (released_at IS NULL OR proved_on IS NOT NULL)
    ) {strict};
    CREATE INDEX access_request_open ON access_request (due_on, id) WHERE released_at IS NULL;
    CREATE INDEX access_request_released ON access_request (released_at, id)
      WHERE released_at IS NOT NULL;

    CREATE TABLE access_record (
      request {i64} NOT NULL REFERENCES access_request (id),
      kind {text} NOT NULL CHECK (kind IN ('person', 'reporter', 'subject')),
      record {i64} NOT NULL, PRIMARY KEY (request, kind, record)
    ) {clustered};

    CREATE TABLE access_decision (
      id {id}, request {i64} NOT NULL REFERENCES access_request (id),
      item {text} NOT NULL CHECK (item <> ''), is_given {i64} NOT NULL CHECK (is_given IN (0, 1)),
      reason {text}, at {text} NOT NULL, account {i64}, content {blob} NOT NULL,
      CHECK (is_given = 1 OR reason IS NOT NULL), UNIQUE (request, item)
    ) {strict};
    """
}
