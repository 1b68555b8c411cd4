internal import Database

/// Counts kept by outcome beside those by category alone, and how the source's own LSOA codes fit
/// the boundaries imported.
///
/// Outcome 0 stands for none recorded. A snapshot that came before is counted once, here.
enum CubeSchema {
  static let migration = Migration(
    feature: "incidents", number: 4,
    text: """
      CREATE TABLE incident_outcome_total (
        snapshot {i64} NOT NULL REFERENCES incident_snapshot (id), category {i64} NOT NULL,
        outcome {i64} NOT NULL, count {i64} NOT NULL, unlocated {i64} NOT NULL,
        PRIMARY KEY (snapshot, category, outcome)
      ) {clustered};
      INSERT INTO incident_outcome_total (snapshot, category, outcome, count, unlocated)
        SELECT s.id, i.category, COALESCE(i.outcome, 0), COUNT(*),
          CAST(SUM(CASE WHEN p.lsoa IS NULL THEN 1 ELSE 0 END) AS BIGINT)
        FROM incident_snapshot s CROSS JOIN incident i CROSS JOIN incident_place p
        WHERE s.state <> 'loading' AND i.id >= s.id * 16777216
          AND i.id < (s.id + 1) * 16777216 AND p.id = i.place
        GROUP BY s.id, i.category, COALESCE(i.outcome, 0);
      CREATE TABLE incident_area_outcome (
        division {i64} NOT NULL, snapshot {i64} NOT NULL, category {i64} NOT NULL,
        area {i64} NOT NULL CHECK (area >= -1), outcome {i64} NOT NULL, count {i64} NOT NULL,
        PRIMARY KEY (division, snapshot, category, area, outcome)
      ) {clustered};
      CREATE TABLE incident_code_fit (
        division {i64} NOT NULL, snapshot {i64} NOT NULL,
        inside {i64} NOT NULL, strange {i64} NOT NULL CHECK (strange <= inside),
        PRIMARY KEY (division, snapshot)
      ) {clustered};
      DELETE FROM incident_division_snapshot;
      DELETE FROM incident_area_count;
      """)
}
