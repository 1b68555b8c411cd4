internal import Database

/// The schema of what residents are told and asked, step by step; it comes after those of the reports and
/// the cases.
enum FollowSchema {
  static let migrations = [
    Migration(feature: "follow", number: 1, text: proofs + letters),
    Migration(feature: "follow", number: 2, text: surveys),
    Migration(feature: "follow", number: 3, text: repeats),
  ]

  /// Who has shown that a contact is theirs, and the reports whose contact was.
  ///
  /// The contact is sealed, and found again by its keyed hash so that codes can be counted.
  private static let proofs = """
    CREATE TABLE contact_proof (
      id {id}, token_hash {blob} NOT NULL UNIQUE,
      kind {text} NOT NULL CHECK (kind IN ('phone', 'email')),
      contact {blob} NOT NULL, contact_token {blob} NOT NULL, code {blob} NOT NULL,
      tries {i64} NOT NULL DEFAULT 0, asked_at {text} NOT NULL, expires_at {text} NOT NULL,
      proved_at {text}
    ) {strict};
    CREATE INDEX contact_proof_contact ON contact_proof (contact_token, asked_at);
    CREATE INDEX contact_proof_asked ON contact_proof (asked_at);

    ALTER TABLE report_token ADD COLUMN proved_at {text};

    """

  /// Who was asked how satisfied they are, and what they answered; their words are sealed.
  private static let surveys = """
    CREATE TABLE report_survey (
      report {i64} NOT NULL PRIMARY KEY REFERENCES report (id), asked_at {text} NOT NULL,
      link_hash {blob} UNIQUE, answered_at {text},
      way {text} CHECK (way IN ('own', 'link')),
      satisfaction {i64} CHECK (satisfaction BETWEEN 1 AND 5),
      had_contact {text} CHECK (had_contact IN ('yes', 'partly', 'no')),
      was_told {text} CHECK (was_told IN ('yes', 'partly', 'no')),
      goes_on {text} CHECK (goes_on IN ('yes', 'partly', 'no')), words {blob},
      CHECK ((answered_at IS NULL) = (satisfaction IS NULL)),
      CHECK ((answered_at IS NULL) = (words IS NULL))
    ) {strict};
    CREATE INDEX report_survey_asked ON report_survey (asked_at);
    """

  /// What counts as a repeat caller, once somebody has chosen it, and which reports tell of somebody
  /// vulnerable by it.
  private static let repeats = """
    CREATE TABLE repeat_rule (
      id {id}, reports {i64} NOT NULL CHECK (reports > 1), days {i64} NOT NULL CHECK (days > 0),
      circumstances {text} NOT NULL, chosen_at {text} NOT NULL, chosen_by {i64}, counted_at {text}
    ) {strict};

    CREATE TABLE report_vulnerable (
      report {i64} NOT NULL PRIMARY KEY REFERENCES report (id)
    ) {clustered};

    CREATE INDEX report_event_kind ON report_event (kind, at);
    """

  /// To which reports the letter about case reviews was written.
  private static let letters = """
    CREATE TABLE report_review_letter (
      report {i64} NOT NULL PRIMARY KEY REFERENCES report (id), written_at {text} NOT NULL
    ) {clustered};
    """
}
