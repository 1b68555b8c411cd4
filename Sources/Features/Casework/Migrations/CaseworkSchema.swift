internal import Database

/// The schema of the feature, step by step.
enum CaseworkSchema {
  static let migrations = [
    Migration(feature: "casework", number: 1, text: reports + occasions + drafts),
    Migration(feature: "casework", number: 2, text: caseReviews),
  ]

  /// Requests for case reviews; `once` keeps a form that is sent twice from making two.
  private static let caseReviews = """
    CREATE TABLE case_review_request (
      id {id}, reference {text} NOT NULL UNIQUE, once {blob} NOT NULL UNIQUE,
      received_at {text} NOT NULL, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX case_review_request_received ON case_review_request (received_at, id);
    """

  private static func list<Choice: CaseIterable & RawRepresentable<String>>(
    _ choices: Choice.Type
  ) -> String {
    Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  /// What was told is sealed in three: what happened, who is said to do it, who reports it.
  ///
  /// Where it happened is a place of the gazetteer in the clear, so that reports can be linked and counted.
  private static var reports: String {
    """
    CREATE TABLE report (
      id {id}, version {i64} NOT NULL DEFAULT 1, reference {text} NOT NULL UNIQUE,
      kind {text} NOT NULL CHECK (kind <> ''),
      channel {text} NOT NULL CHECK (channel IN (\(list(ReportChannel.self)))),
      organisation {i64}, taken_by {i64}, received_at {text} NOT NULL,
      state {text} NOT NULL CHECK (state IN (\(list(ReportState.self)))),
      identity {text} NOT NULL CHECK (identity IN (\(list(ReporterIdentity.self)))),
      place_key {text}, place_name {text}, ward {text}, easting {i64}, northing {i64},
      course {text} CHECK (course IN (\(list(ReportCourse.self)))),
      priority {i64} NOT NULL CHECK (priority BETWEEN 1 AND 3), rule {i64} NOT NULL,
      due_at {text} NOT NULL,
      is_flagged {i64} NOT NULL CHECK (is_flagged IN (0, 1)), cleared_at {text}, cleared_by {i64},
      is_doubtful {i64} NOT NULL CHECK (is_doubtful IN (0, 1)),
      secret {blob} NOT NULL, story {blob} NOT NULL, subject {blob} NOT NULL,
      reporter {blob} NOT NULL,
      CHECK ((place_key IS NULL) = (easting IS NULL)),
      CHECK ((easting IS NULL) = (northing IS NULL)),
      CHECK ((cleared_at IS NULL) = (cleared_by IS NULL))
    ) {strict};
    CREATE INDEX report_inbox ON report (state, is_doubtful, is_flagged DESC, received_at, id);
    CREATE INDEX report_received ON report (received_at, id);
    CREATE INDEX report_place ON report (place_key, received_at);

    CREATE TABLE report_strand (
      report {i64} NOT NULL REFERENCES report (id), strand {text} NOT NULL CHECK (strand <> ''),
      PRIMARY KEY (report, strand)
    ) {clustered};

    CREATE TABLE report_token (
      report {i64} NOT NULL REFERENCES report (id),
      kind {text} NOT NULL CHECK (kind IN (\(list(ContactToken.Kind.self)))),
      token {blob} NOT NULL, PRIMARY KEY (report, kind, token)
    ) {clustered};
    CREATE INDEX report_token_of ON report_token (token, report);

    CREATE TABLE report_event (
      id {id}, report {i64} NOT NULL REFERENCES report (id), at {text} NOT NULL,
      kind {text} NOT NULL CHECK (kind IN (\(list(ReportEventKind.self)))),
      account {i64}, is_public {i64} NOT NULL CHECK (is_public IN (0, 1)), words {blob} NOT NULL
    ) {strict};
    CREATE INDEX report_event_of ON report_event (report, at, id);

    """
  }

  /// When it happened: a London day, the hour it began where it is known, and how long it went on.
  private static let occasions = """
    CREATE TABLE report_occasion (
      id {id}, report {i64} NOT NULL REFERENCES report (id), day {text} NOT NULL,
      hour {i64} CHECK (hour BETWEEN 0 AND 23), minutes {i64} CHECK (minutes > 0),
      is_night {i64} NOT NULL CHECK (is_night IN (0, 1)), added_at {text} NOT NULL,
      event {i64} REFERENCES report_event (id)
    ) {strict};
    CREATE INDEX report_occasion_of ON report_occasion (report, day, id);
    CREATE INDEX report_occasion_day ON report_occasion (day, report);

    """

  /// Answers not sent yet, those who look at their own report, and the lines the public is shown.
  private static let drafts = """
    CREATE TABLE report_draft (
      id {id}, version {i64} NOT NULL DEFAULT 1, token_hash {blob} NOT NULL UNIQUE,
      content {blob} NOT NULL, report {i64} REFERENCES report (id), created_at {text} NOT NULL,
      expires_at {text} NOT NULL
    ) {strict};
    CREATE INDEX report_draft_expiry ON report_draft (expires_at);

    CREATE TABLE report_follow (
      token_hash {blob} NOT NULL PRIMARY KEY, report {i64} NOT NULL REFERENCES report (id),
      expires_at {text} NOT NULL
    ) {clustered};
    CREATE INDEX report_follow_expiry ON report_follow (expires_at);

    CREATE TABLE casework_service (
      name {text} NOT NULL PRIMARY KEY, value {text} NOT NULL
    ) {clustered};
    """
}
