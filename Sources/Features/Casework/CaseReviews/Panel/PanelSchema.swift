internal import Database

/// The schema of the panel of a case review, its papers and what the victim says of the outcome; it comes after that of the case reviews.
enum PanelSchema {
  static let migrations = [
    Migration(feature: "review-panel", number: 1, text: tables),
    Migration(feature: "review-panel", number: 2, text: acting),
  ]

  /// Whoever gave a seat may have said that the body acts for an authority the law names.
  private static let acting =
    "ALTER TABLE case_review_seat ADD COLUMN acts_for {i64} NOT NULL DEFAULT 0;"

  /// A choice is of one page; papers that were issued stay as they were.
  private static let tables = """
    ALTER TABLE case_review ADD COLUMN satisfied {text} CHECK (satisfied IN ('yes', 'no'));

    CREATE TABLE case_review_seat (
      request {i64} NOT NULL REFERENCES case_review_request (id), account {i64} NOT NULL,
      part {text} NOT NULL CHECK (part IN ('chair', 'member')), since {text} NOT NULL,
      made_by {i64}, PRIMARY KEY (request, account)
    ) {clustered};
    CREATE INDEX case_review_seat_account ON case_review_seat (account, request);
    CREATE UNIQUE INDEX case_review_seat_chair ON case_review_seat (request) WHERE part = 'chair';

    CREATE TABLE case_review_choice (
      id {id}, request {i64} NOT NULL REFERENCES case_review_request (id),
      page {text} NOT NULL CHECK (page <> ''), version {i64} NOT NULL, account {i64},
      at {text} NOT NULL, content {blob} NOT NULL, UNIQUE (request, page)
    ) {strict};

    CREATE TABLE case_review_papers (
      id {id}, request {i64} NOT NULL REFERENCES case_review_request (id),
      issued_at {text} NOT NULL, account {i64}, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX case_review_papers_of ON case_review_papers (request, id);
    """
}
