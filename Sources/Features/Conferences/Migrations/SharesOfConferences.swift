/// What a conference shows to whom by asking, on the grounds of the referral, until when; a question
/// ends, and its sight of the case with it.
///
/// Questions of before have no record, which nothing can make up now: they end with the meeting that
/// hears their case like the others.
enum SharesOfConferences {
  static let text = """
    ALTER TABLE conference_research ADD COLUMN until_on {text};
    ALTER TABLE conference_research ADD COLUMN ended_at {text};

    CREATE TABLE conference_share (
      id {id}, kind {text} NOT NULL REFERENCES conference_kind (key),
      case_id {i64} NOT NULL REFERENCES conference_case (id),
      research {i64} NOT NULL REFERENCES conference_research (id),
      link {i64} REFERENCES conference_link (id), organisation {i64} NOT NULL,
      fields {text} NOT NULL CHECK (fields <> ''), since {text} NOT NULL, last_day {text} NOT NULL,
      ends_at {text} NOT NULL, ending {text}, account {i64}, register {text},
      CHECK (ends_at >= since)
    ) {strict};
    CREATE INDEX conference_share_kind ON conference_share (kind, id);
    CREATE INDEX conference_share_case ON conference_share (case_id, id);
    CREATE INDEX conference_share_research ON conference_share (research);
    CREATE INDEX conference_share_link ON conference_share (link);
    """
}
