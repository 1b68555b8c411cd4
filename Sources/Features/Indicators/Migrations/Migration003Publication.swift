import Database

extension Migration {
  /// Returns of partner agencies, sign-off by priority leads, and frozen publications.
  static let indicatorPublication = Migration(
    feature: "indicators", number: 3,
    text: """
      CREATE TABLE partner_return (
        id {id},
        plan {i64} NOT NULL REFERENCES plan (id),
        organisation {i64} NOT NULL,
        agency {text} NOT NULL,
        period {text} NOT NULL,
        due_day {text} NOT NULL,
        state {text} NOT NULL CHECK (state IN ('due', 'received')),
        made_at {text} NOT NULL,
        chased_at {text},
        received_at {text},
        received_by {i64},
        file {text},
        sha256 {text},
        version {i64} NOT NULL DEFAULT 1,
        UNIQUE (plan, organisation, period),
        CHECK (state = 'due' OR received_at IS NOT NULL)
      ){strict};
      CREATE INDEX partner_return_late ON partner_return (plan, state, due_day);

      CREATE TABLE partner_return_line (
        id {id},
        partner_return {i64} NOT NULL REFERENCES partner_return (id),
        plan_indicator {i64} NOT NULL REFERENCES plan_indicator (id),
        period {text} NOT NULL,
        observation {i64} REFERENCES observation (id),
        UNIQUE (partner_return, plan_indicator, period)
      ){strict};

      CREATE TABLE priority_sign_off (
        id {id},
        priority {i64} NOT NULL REFERENCES plan_priority (id),
        period {text} NOT NULL,
        account {i64} NOT NULL,
        author {text} NOT NULL,
        note {text} NOT NULL,
        made_at {text} NOT NULL,
        withdrawn_at {text},
        withdrawn_reason {text},
        CHECK (withdrawn_at IS NULL OR withdrawn_reason IS NOT NULL)
      ){strict};
      CREATE UNIQUE INDEX priority_sign_off_standing ON priority_sign_off (priority, period)
        WHERE withdrawn_at IS NULL;

      CREATE TABLE publication (
        id {id},
        plan {i64} NOT NULL REFERENCES plan (id),
        period {text} NOT NULL,
        number {i64} NOT NULL CHECK (number >= 1),
        note {text} NOT NULL,
        account {i64} NOT NULL,
        made_at {text} NOT NULL,
        UNIQUE (plan, period, number),
        CHECK (number = 1 OR note <> '')
      ){strict};

      CREATE TABLE publication_file (
        publication {i64} NOT NULL REFERENCES publication (id),
        name {text} NOT NULL,
        media_type {text} NOT NULL,
        bytes {blob} NOT NULL,
        sha256 {text} NOT NULL,
        PRIMARY KEY (publication, name)
      ){strict};
      """)
}
