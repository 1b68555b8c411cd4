internal import Database

/// Other sources of incidents: their mappings, what their files held, and the counts kept of it.
///
/// A *part* is one month of one file. Its events lie together: their ids are the part's × 2²⁴ and
/// on. Like the rows of street files they carry no REFERENCES.
///
/// `incident_tally` is what pages count from. `division` is 0 for the source's own area codes, whose
/// `area` is a word, and otherwise an edition of areas, as in `incident_area_count`. `scale` is 0
/// for the month, 1 for weeks (`period` is the Monday's days since 1970) and 2 for hours (`period`
/// is the hour of the week from Monday 00:00, `count` the aoristic weight, `outcome` 0).
enum ExtractSchema {
  static let migration = Migration(
    feature: "incidents", number: 5, text: mappings + parts + tallies)

  private static let mappings = """
    CREATE TABLE incident_mapping (
      id {id}, key {text} NOT NULL UNIQUE, version {i64} NOT NULL
    ) {strict};
    CREATE TABLE incident_mapping_version (
      mapping {i64} NOT NULL REFERENCES incident_mapping (id),
      version {i64} NOT NULL CHECK (version >= 1), title {text} NOT NULL,
      definition {text} NOT NULL, saved_at {text} NOT NULL, account {i64},
      PRIMARY KEY (mapping, version)
    ) {clustered};
    ALTER TABLE incident_run ADD COLUMN mapping_version {i64};
    CREATE INDEX incident_run_source ON incident_run (source, id);
    CREATE TABLE incident_word (
      id {i64} NOT NULL PRIMARY KEY, mapping {i64} NOT NULL,
      kind {text} NOT NULL CHECK (kind IN ('category', 'outcome', 'area', 'location')),
      text {text} NOT NULL
    ) {strict};
    CREATE UNIQUE INDEX incident_word_text ON incident_word (mapping, kind, text);
    INSERT INTO incident_next_id (kind, next) VALUES ('word', 1);

    """

  private static let parts = """
    CREATE TABLE incident_part (
      id {id}, mapping {i64} NOT NULL REFERENCES incident_mapping (id),
      version {i64} NOT NULL, run {i64} NOT NULL REFERENCES incident_run (id),
      file {i64} NOT NULL REFERENCES incident_file (id), month {text} NOT NULL,
      state {text} NOT NULL CHECK (state IN ('loading', 'current', 'superseded')),
      stored {i64} NOT NULL DEFAULT 0, unlocated {i64} NOT NULL DEFAULT 0,
      repeated {i64} NOT NULL DEFAULT 0, disagreements {i64} NOT NULL DEFAULT 0,
      uncertain {i64} NOT NULL DEFAULT 0, last_day {text}
    ) {strict};
    CREATE INDEX incident_part_month ON incident_part (mapping, state, month);
    CREATE INDEX incident_part_run ON incident_part (run);
    CREATE TABLE incident_event (
      id {i64} NOT NULL PRIMARY KEY, category {i64} NOT NULL, x {i64}, y {i64},
      first_minute {i64}, last_minute {i64}, area {i64}, location {i64}, outcome {i64},
      identity {i64} NOT NULL, reference {text},
      CHECK ((x IS NULL) = (y IS NULL)),
      CHECK ((first_minute IS NULL) = (last_minute IS NULL)), CHECK (last_minute >= first_minute)
    ) {strict};
    CREATE INDEX incident_event_identity ON incident_event (identity);

    """

  private static let tallies = """
    CREATE TABLE incident_tally (
      part {i64} NOT NULL, division {i64} NOT NULL, scale {i64} NOT NULL CHECK (scale IN (0, 1, 2)),
      period {i64} NOT NULL, category {i64} NOT NULL, area {i64} NOT NULL,
      outcome {i64} NOT NULL, count {f64} NOT NULL,
      PRIMARY KEY (part, division, scale, period, category, area, outcome)
    ) {clustered};
    CREATE TABLE incident_division_part (
      division {i64} NOT NULL REFERENCES incident_division (id),
      part {i64} NOT NULL REFERENCES incident_part (id),
      PRIMARY KEY (division, part)
    ) {clustered};
    """
}
