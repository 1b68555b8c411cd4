import Database

extension Migration {
  /// What was changed of a plan, with what stood before; plans that are closed; and why a priority
  /// has no indicator.
  static let indicatorPlanChanges = Migration(
    feature: "indicators", number: 6,
    text: """
      ALTER TABLE plan ADD COLUMN closed_at {text};
      ALTER TABLE plan_priority ADD COLUMN unmeasured {text};

      CREATE TABLE plan_change (
        id {id},
        plan {i64} NOT NULL REFERENCES plan (id),
        plan_indicator {i64} REFERENCES plan_indicator (id),
        what {text} NOT NULL,
        earlier {text} NOT NULL,
        later {text} NOT NULL,
        reason {text} NOT NULL,
        author {text} NOT NULL,
        account {i64},
        made_at {text} NOT NULL
      ){strict};
      CREATE INDEX plan_change_order ON plan_change (plan, id);
      CREATE INDEX plan_change_indicator ON plan_change (plan_indicator, id);
      """)
}
