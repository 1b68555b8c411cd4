internal import Database

/// The schema of how applicants follow their requests; it comes after that of the case reviews.
enum ReviewFollowSchema {
  static let migrations = [Migration(feature: "review-follow", number: 1, text: tables)]

  /// Of the secret only its hash is kept, and who has opened which request for half an hour.
  private static let tables = """
    ALTER TABLE case_review_request ADD COLUMN secret {blob};
    CREATE TABLE case_review_follow (
      token_hash {blob} NOT NULL PRIMARY KEY,
      request {i64} NOT NULL REFERENCES case_review_request (id),
      expires_at {text} NOT NULL, is_noted {i64} NOT NULL
    ) {strict};
    CREATE INDEX case_review_follow_expiry ON case_review_follow (expires_at);
    CREATE INDEX case_review_follow_of ON case_review_follow (request);
    """
}
