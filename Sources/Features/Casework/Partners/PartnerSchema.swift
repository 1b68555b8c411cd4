internal import Database

/// The schema of what other organisations do in cases; it comes after that of the cases.
enum PartnerSchema {
  static let migrations = [
    Migration(feature: "cases-partners", number: 1, text: parties),
    Migration(feature: "cases-partners", number: 2, text: links),
    Migration(feature: "cases-partners", number: 3, text: referralLinks),
    Migration(feature: "cases-partners", number: 4, text: PartySchema.shares),
    Migration(
      feature: "cases-partners", number: 5, text: "ALTER TABLE case_link ADD COLUMN share {text};"),
  ]

  /// A link asks for an action or for a referral, with further words that are sealed.
  private static let referralLinks = """
    ALTER TABLE case_link RENAME COLUMN action TO first_action;
    ALTER TABLE case_link ADD COLUMN action {i64} REFERENCES case_action (id);
    UPDATE case_link SET action = first_action;
    ALTER TABLE case_link DROP COLUMN first_action;
    ALTER TABLE case_link ADD COLUMN referral {i64} REFERENCES case_referral (id)
      CHECK ((action IS NULL) <> (referral IS NULL));
    ALTER TABLE case_link ADD COLUMN words {blob};
    """

  /// Links to actions: tokens, codes and browsers by their hashes, mailboxes sealed.
  private static let links = """
    CREATE TABLE case_link (
      id {id}, case_file {i64} NOT NULL REFERENCES case_file (id),
      action {i64} NOT NULL REFERENCES case_action (id), organisation {i64} NOT NULL,
      token_hash {blob} NOT NULL UNIQUE, mailbox {blob} NOT NULL, made_at {text} NOT NULL,
      made_by {i64}, expires_at {text} NOT NULL, ended_at {text}, answered_at {text},
      code_hash {blob}, code_at {text}, codes {i64} NOT NULL DEFAULT 0,
      tries {i64} NOT NULL DEFAULT 0, holder {blob}, held_until {text},
      CHECK ((holder IS NULL) = (held_until IS NULL))
    ) {strict};
    CREATE INDEX case_link_of ON case_link (case_file, id);
    """

  /// Parties with what they read, entries that stay with the lead, and what organisations wrote:
  /// `answered_at` of a case is when the first of their words came that nobody has read.
  private static let parties = """
    CREATE TABLE case_party (
      id {id}, case_file {i64} NOT NULL REFERENCES case_file (id), organisation {i64} NOT NULL,
      basis {text} NOT NULL CHECK (basis <> ''), condition {text} NOT NULL CHECK (condition <> ''),
      since {text} NOT NULL, reads_from {text} NOT NULL, ends_at {text}, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX case_party_of ON case_party (case_file, organisation);
    CREATE INDEX case_party_organisation ON case_party (organisation, since, id);

    CREATE TABLE case_entry_kept (
      entry {i64} NOT NULL PRIMARY KEY REFERENCES case_entry (id)
    ) {clustered};

    CREATE TABLE case_answer (
      entry {i64} NOT NULL PRIMARY KEY REFERENCES case_entry (id),
      case_file {i64} NOT NULL REFERENCES case_file (id), organisation {i64} NOT NULL,
      at {text} NOT NULL, read_at {text}, read_by {i64}
    ) {clustered};
    CREATE INDEX case_answer_of ON case_answer (case_file, at);

    ALTER TABLE case_file ADD COLUMN answered_at {text};
    CREATE INDEX case_file_answered ON case_file (touched_at, id) WHERE answered_at IS NOT NULL;
    """
}
