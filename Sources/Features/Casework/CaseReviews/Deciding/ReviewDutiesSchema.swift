internal import Database

/// The schema of who decided, and of days by which recommendations are answered; it comes after that of
/// the panel.
enum ReviewDutiesSchema {
  static let migrations = [Migration(feature: "review-duties", number: 1, text: tables)]

  /// The worklist has those whose outcome is to be told or whose appeal is to be decided too.
  private static let tables = """
    CREATE TABLE case_review_decider (
      request {i64} NOT NULL REFERENCES case_review_request (id), account {i64} NOT NULL,
      part {text} NOT NULL CHECK (part IN ('threshold', 'chair', 'appeal')),
      PRIMARY KEY (request, account, part)
    ) {clustered};

    ALTER TABLE case_review_recommendation ADD COLUMN due_on {text};
    CREATE INDEX case_review_recommendation_due ON case_review_recommendation (due_on, id)
      WHERE answer IS NULL;

    DROP INDEX case_review_open;
    CREATE INDEX case_review_due ON case_review (applied_on, request)
      WHERE (told_at IS NULL AND (decision IS NULL OR decision = 'review'))
        OR (appealed_on IS NOT NULL AND appeal IS NULL);
    """
}
