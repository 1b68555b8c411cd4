internal import Database

/// Counts by area and outcome whatever the kind, and the events of mapped sources that have no place
/// by kind and outcome: so that neither question has to read more than its answer.
///
/// `incident_outcome_area` adds up `incident_area_outcome` over its categories. Of a source that
/// gives areas and no points `incident_unlocated` is not read.
enum FurtherCountsSchema {
  static let migration = Migration(
    feature: "incidents", number: 7,
    text: """
      CREATE TABLE incident_outcome_area (
        division {i64} NOT NULL, snapshot {i64} NOT NULL, outcome {i64} NOT NULL,
        area {i64} NOT NULL CHECK (area >= -1), count {i64} NOT NULL,
        PRIMARY KEY (division, snapshot, outcome, area)
      ) {clustered};
      INSERT INTO incident_outcome_area (division, snapshot, outcome, area, count)
        SELECT division, snapshot, outcome, area, CAST(SUM(count) AS BIGINT)
        FROM incident_area_outcome GROUP BY division, snapshot, outcome, area;
      CREATE TABLE incident_unlocated (
        part {i64} NOT NULL, category {i64} NOT NULL, outcome {i64} NOT NULL, count {i64} NOT NULL,
        PRIMARY KEY (part, category, outcome)
      ) {clustered};
      INSERT INTO incident_unlocated (part, category, outcome, count)
        SELECT id / 16777216, category, COALESCE(outcome, 0), COUNT(*)
        FROM incident_event WHERE x IS NULL
        GROUP BY id / 16777216, category, COALESCE(outcome, 0);
      """)
}
