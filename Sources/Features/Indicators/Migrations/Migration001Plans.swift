import Database

extension Migration {
  /// Plans, their priorities, indicators with versioned definitions, and what each plan wants.
  static let indicatorPlans = Migration(
    feature: "indicators", number: 1,
    text: """
      CREATE TABLE plan (
        id {id},
        slug {text} NOT NULL UNIQUE,
        title {text} NOT NULL,
        first_year {i64} NOT NULL,
        last_year {i64} NOT NULL,
        kind {text} NOT NULL CHECK (kind IN ('live', 'archive')),
        source {text} NOT NULL,
        is_synthetic {i64} NOT NULL CHECK (is_synthetic IN (0, 1)),
        tolerance {i64} NOT NULL CHECK (tolerance >= 0),
        version {i64} NOT NULL DEFAULT 1,
        CHECK (last_year >= first_year)
      ){strict};
      CREATE INDEX plan_order ON plan (kind DESC, first_year DESC, id);

      CREATE TABLE plan_priority (
        id {id},
        plan {i64} NOT NULL REFERENCES plan (id),
        position {i64} NOT NULL,
        code {text} NOT NULL,
        title {text} NOT NULL,
        version {i64} NOT NULL DEFAULT 1,
        UNIQUE (plan, position)
      ){strict};

      CREATE TABLE indicator (
        id {id},
        title {text} NOT NULL,
        version {i64} NOT NULL DEFAULT 1
      ){strict};

      CREATE TABLE indicator_definition (
        id {id},
        indicator {i64} NOT NULL REFERENCES indicator (id),
        number {i64} NOT NULL,
        valid_from {text} NOT NULL,
        kind {text} NOT NULL CHECK (kind IN ('count', 'percentage', 'rate', 'average', 'level')),
        unit {text} NOT NULL,
        numerator {text} NOT NULL,
        denominator {text},
        source {text} NOT NULL,
        owner {text} NOT NULL,
        organisation {i64},
        frequency {text} NOT NULL CHECK (frequency IN ('month', 'quarter', 'year')),
        measure {text},
        note {text} NOT NULL,
        UNIQUE (indicator, number),
        UNIQUE (indicator, valid_from)
      ){strict};

      CREATE TABLE plan_indicator (
        id {id},
        plan {i64} NOT NULL REFERENCES plan (id),
        priority {i64} NOT NULL REFERENCES plan_priority (id),
        indicator {i64} NOT NULL REFERENCES indicator (id),
        position {i64} NOT NULL,
        section {text} NOT NULL,
        code {text} NOT NULL,
        title {text} NOT NULL,
        annual_reason {text},
        baseline {text},
        basis {text} NOT NULL
          CHECK (basis IN ('absolute', 'chained', 'of baseline', 'not stated')),
        version {i64} NOT NULL DEFAULT 1,
        UNIQUE (plan, position)
      ){strict};
      CREATE INDEX plan_indicator_indicator ON plan_indicator (indicator);

      CREATE TABLE indicator_polarity (
        id {id},
        plan_indicator {i64} NOT NULL REFERENCES plan_indicator (id),
        valid_from {text} NOT NULL,
        polarity {text} NOT NULL,
        reason {text} NOT NULL,
        account {i64},
        made_at {text} NOT NULL,
        UNIQUE (plan_indicator, valid_from)
      ){strict};

      CREATE TABLE indicator_alias (
        plan {i64} NOT NULL REFERENCES plan (id),
        section {text} NOT NULL,
        code {text} NOT NULL,
        indicator {i64} NOT NULL REFERENCES indicator (id),
        note {text} NOT NULL,
        PRIMARY KEY (plan, section, code, indicator)
      ){strict};
      CREATE INDEX indicator_alias_indicator ON indicator_alias (indicator);

      CREATE TABLE indicator_break (
        id {id},
        indicator {i64} NOT NULL REFERENCES indicator (id),
        month {text} NOT NULL,
        kind {text} NOT NULL CHECK (kind IN ('definition', 'method', 'recording system')),
        reason {text} NOT NULL,
        account {i64},
        made_at {text} NOT NULL,
        UNIQUE (indicator, month, kind)
      ){strict};
      """)
}
