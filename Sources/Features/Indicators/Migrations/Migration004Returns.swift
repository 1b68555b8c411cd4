import Database

extension Migration {
  /// Chasing of returns, returns read but not yet confirmed, when returns are due, and why a
  /// quarter was published before every priority had signed.
  static let indicatorReturns = Migration(
    feature: "indicators", number: 4,
    text: """
      CREATE TABLE plan_return_rule (
        plan {i64} PRIMARY KEY REFERENCES plan (id),
        days {i64} NOT NULL CHECK (days BETWEEN 1 AND 120),
        version {i64} NOT NULL DEFAULT 1
      ){strict};

      CREATE TABLE partner_return_chase (
        id {id},
        partner_return {i64} NOT NULL REFERENCES partner_return (id),
        account {i64} NOT NULL,
        made_at {text} NOT NULL,
        next_day {text} NOT NULL,
        words {text} NOT NULL
      ){strict};
      CREATE INDEX partner_return_chase_order ON partner_return_chase (partner_return, id);

      CREATE TABLE partner_return_draft (
        id {id},
        partner_return {i64} NOT NULL REFERENCES partner_return (id),
        account {i64} NOT NULL,
        file {text} NOT NULL,
        sha256 {text} NOT NULL,
        content {text} NOT NULL,
        made_at {text} NOT NULL
      ){strict};
      CREATE INDEX partner_return_draft_order ON partner_return_draft (partner_return, id);

      ALTER TABLE publication ADD COLUMN early_reason {text};
      """)
}
