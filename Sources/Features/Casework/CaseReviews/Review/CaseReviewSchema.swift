internal import Database

/// The schema of the work on applications for case reviews.
enum CaseReviewSchema {
  static let migrations = [
    Migration(feature: "reviews", number: 1, text: rules + reviews + complaints + recommendations),
    Migration(feature: "reviews", number: 2, text: open),
  ]

  /// Those of which a step is still to come, for the worklist.
  private static let open = """
    CREATE INDEX case_review_open ON case_review (applied_on, request)
      WHERE decided_at IS NULL OR (decision = 'review' AND held_on IS NULL);
    """

  private static let rules = """
    CREATE TABLE case_review_rule (
      number {i64} NOT NULL PRIMARY KEY, valid_from {text} NOT NULL,
      needed {i64} NOT NULL CHECK (needed BETWEEN 1 AND 3),
      within_months {i64} CHECK (within_months BETWEEN 1 AND 24),
      apply_months {i64} CHECK (apply_months BETWEEN 1 AND 24),
      acknowledge_days {i64} NOT NULL CHECK (acknowledge_days BETWEEN 1 AND 60),
      decide_days {i64} NOT NULL CHECK (decide_days BETWEEN 1 AND 60),
      meet_days {i64} NOT NULL CHECK (meet_days BETWEEN 1 AND 120),
      appeal_days {i64} NOT NULL CHECK (appeal_days BETWEEN 1 AND 120),
      set_at {text} NOT NULL, set_by {i64}
    ) {clustered};

    """

  /// One row an application.
  ///
  /// Of those that came before this step the day is that of its moment in
  /// UTC, at most an hour from London's.
  private static let reviews = """
    CREATE TABLE case_review (
      request {i64} NOT NULL PRIMARY KEY REFERENCES case_review_request (id),
      version {i64} NOT NULL DEFAULT 1, applied_on {text} NOT NULL,
      channel {text} NOT NULL CHECK (channel <> ''),
      acknowledged_at {text}, decided_at {text},
      decision {text} CHECK (decision IN ('review', 'no-review')),
      rule {i64} REFERENCES case_review_rule (number), floor_met {i64},
      held_on {text}, consulted_on {text}, told_at {text},
      appealed_on {text}, appeal {text} CHECK (appeal IN ('upheld', 'not-upheld')),
      CHECK ((decision IS NULL) = (decided_at IS NULL)),
      CHECK (decision IS NULL OR floor_met IS NOT NULL),
      CHECK (decision IS NULL OR decision = 'review' OR floor_met = 0),
      CHECK (held_on IS NULL OR decision = 'review')
    ) {clustered};
    CREATE INDEX case_review_applied ON case_review (applied_on, request);
    INSERT INTO case_review (request, applied_on, channel)
    SELECT id, SUBSTR(received_at, 1, 10), 'web' FROM case_review_request;

    CREATE TABLE case_review_record (
      id {id}, request {i64} NOT NULL REFERENCES case_review_request (id),
      kind {text} NOT NULL CHECK (kind <> ''), at {text} NOT NULL, account {i64},
      content {blob} NOT NULL
    ) {strict};
    CREATE INDEX case_review_record_of ON case_review_record (request, id);

    """

  private static let complaints = """
    CREATE TABLE case_review_complaint (
      id {id}, request {i64} NOT NULL REFERENCES case_review_request (id),
      body {text} NOT NULL CHECK (body <> ''), behaviour_on {text}, reported_on {text},
      same_as {i64} REFERENCES case_review_complaint (id), added_at {text} NOT NULL,
      added_by {i64}, content {blob} NOT NULL,
      CHECK (behaviour_on IS NULL OR reported_on IS NULL OR behaviour_on <= reported_on)
    ) {strict};
    CREATE INDEX case_review_complaint_of ON case_review_complaint (request, id);

    """

  private static let recommendations = """
    CREATE TABLE case_review_recommendation (
      id {id}, request {i64} NOT NULL REFERENCES case_review_request (id),
      organisation {i64} NOT NULL, answer {text} CHECK (answer IN ('accepted', 'not-accepted')),
      answered_at {text}, words {blob} NOT NULL, answer_words {blob},
      CHECK ((answer IS NULL) = (answered_at IS NULL)),
      CHECK ((answer IS NULL) = (answer_words IS NULL))
    ) {strict};
    CREATE INDEX case_review_recommendation_of ON case_review_recommendation (request, id);
    """
}
