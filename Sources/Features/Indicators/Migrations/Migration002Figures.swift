import Database

extension Migration {
  /// Figures with their provenance, targets, judgements and words; a correction keeps the old row.
  ///
  /// Figures are kept in millionths, so that both engines hold them exactly. The row that stands
  /// has no `superseded_at`; a partial unique index keeps it to one.
  static let indicatorFigures = Migration(
    feature: "indicators", number: 2,
    text: """
      CREATE TABLE observation (
        id {id},
        indicator {i64} NOT NULL REFERENCES indicator (id),
        period {text} NOT NULL,
        first_month {text} NOT NULL,
        months {i64} NOT NULL CHECK (months IN (1, 3, 12)),
        value {i64} NOT NULL,
        numerator {i64},
        denominator {i64} CHECK (denominator IS NULL OR denominator > 0),
        origin {text} NOT NULL
          CHECK (origin IN ('typed', 'imported', 'computed', 'synthetic', 'published')),
        account {i64},
        file {text},
        sha256 {text},
        measure {text},
        document {text},
        reason {text},
        recorded_at {text} NOT NULL,
        superseded_at {text},
        CHECK (origin <> 'imported' OR (file IS NOT NULL AND sha256 IS NOT NULL)),
        CHECK (origin <> 'computed' OR measure IS NOT NULL),
        CHECK (origin <> 'published' OR document IS NOT NULL)
      ){strict};
      CREATE UNIQUE INDEX observation_standing ON observation (indicator, period)
        WHERE superseded_at IS NULL;
      CREATE INDEX observation_months ON observation (indicator, first_month, id);

      CREATE TABLE indicator_target (
        id {id},
        plan_indicator {i64} NOT NULL REFERENCES plan_indicator (id),
        period {text} NOT NULL,
        words {text} NOT NULL,
        reason {text} NOT NULL,
        account {i64},
        made_at {text} NOT NULL,
        superseded_at {text}
      ){strict};
      CREATE UNIQUE INDEX indicator_target_standing ON indicator_target (plan_indicator, period)
        WHERE superseded_at IS NULL;
      CREATE INDEX indicator_target_history ON indicator_target (plan_indicator, id);

      CREATE TABLE indicator_judgement (
        id {id},
        plan_indicator {i64} NOT NULL REFERENCES plan_indicator (id),
        period {text} NOT NULL,
        state {text} NOT NULL CHECK (state IN ('green', 'amber', 'red', 'none')),
        reason {text} NOT NULL,
        author {text} NOT NULL,
        account {i64},
        made_at {text} NOT NULL,
        superseded_at {text}
      ){strict};
      CREATE UNIQUE INDEX indicator_judgement_standing
        ON indicator_judgement (plan_indicator, period) WHERE superseded_at IS NULL;
      CREATE INDEX indicator_judgement_history ON indicator_judgement (plan_indicator, id);

      CREATE TABLE indicator_commentary (
        id {id},
        plan_indicator {i64} NOT NULL REFERENCES plan_indicator (id),
        period {text} NOT NULL,
        words {text} NOT NULL,
        author {text} NOT NULL,
        account {i64},
        made_at {text} NOT NULL,
        superseded_at {text}
      ){strict};
      CREATE UNIQUE INDEX indicator_commentary_standing
        ON indicator_commentary (plan_indicator, period) WHERE superseded_at IS NULL;
      CREATE INDEX indicator_commentary_history ON indicator_commentary (plan_indicator, id);

      CREATE TABLE outturn (
        plan_indicator {i64} PRIMARY KEY REFERENCES plan_indicator (id),
        number {text} NOT NULL,
        status {text} NOT NULL CHECK (status IN ('✓', '✓?', '✓x', 'x', '?')),
        reason {text} NOT NULL,
        author {text} NOT NULL,
        account {i64},
        made_at {text} NOT NULL,
        version {i64} NOT NULL DEFAULT 1
      ){strict};

      CREATE TABLE outturn_part (
        plan_indicator {i64} NOT NULL REFERENCES plan_indicator (id),
        position {i64} NOT NULL,
        label {text} NOT NULL,
        measure {text} NOT NULL,
        unit {text} NOT NULL,
        sense {text} NOT NULL,
        target {i64},
        outturn {i64},
        note {text} NOT NULL,
        PRIMARY KEY (plan_indicator, position)
      ){strict};

      CREATE TABLE outturn_summary (
        plan {i64} PRIMARY KEY REFERENCES plan (id),
        total {i64} NOT NULL,
        met {i64} NOT NULL,
        progress {i64} NOT NULL,
        missed {i64} NOT NULL
      ){strict};
      """)
}
