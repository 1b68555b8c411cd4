internal import Database

/// The schema of the feature, step by step.
enum HotspotsSchema {
  static let migrations = [
    Migration(feature: "hotspots", number: 1, text: runs),
    Migration(feature: "hotspots", number: 2, text: harm),
    Migration(feature: "hotspots", number: 3, text: interventions),
  ]

  /// Kept maps, the map itself last, so that lists do not read it; and the latest of each source and
  /// kind, so that they are found without reading the others.
  private static let runs = """
    CREATE TABLE hotspot_run (
      id {id}, source {text} NOT NULL, source_title {text} NOT NULL, category {text} NOT NULL,
      method {text} NOT NULL CHECK (method IN ('gi', 'kde', 'clusters')),
      first_month {text} NOT NULL, last_month {text} NOT NULL,
      cell {f64} NOT NULL, reach {f64} NOT NULL,
      permutations {i64} NOT NULL, seed {i64} NOT NULL, false_discoveries {f64} NOT NULL,
      harm {text}, version {i64} NOT NULL, input {text} NOT NULL,
      headline {text} NOT NULL, spots {i64} NOT NULL, events {i64} NOT NULL,
      account {i64}, made_at {text} NOT NULL, job {i64}, sha256 {blob} NOT NULL,
      map {blob} NOT NULL,
      CHECK (first_month <= last_month)
    ) {strict};
    CREATE INDEX hotspot_run_series ON hotspot_run (source, category, method, last_month, id);
    CREATE INDEX hotspot_run_job ON hotspot_run (job);
    CREATE TABLE hotspot_latest (
      source {text} NOT NULL, category {text} NOT NULL,
      run {i64} NOT NULL REFERENCES hotspot_run (id), PRIMARY KEY (source, category)
    ) {strict};
    CREATE INDEX hotspot_latest_run ON hotspot_latest (run);
    """

  /// Weights of harm; a scale that was once used stays.
  private static let harm = """
    CREATE TABLE hotspot_harm_scale (
      id {id}, name {text} NOT NULL, version {text} NOT NULL, from_day {text} NOT NULL,
      source {text} NOT NULL, account {i64}, made_at {text} NOT NULL, UNIQUE (name, version)
    ) {strict};
    CREATE INDEX hotspot_harm_scale_from ON hotspot_harm_scale (from_day, id);
    CREATE TABLE hotspot_harm_weight (
      scale {i64} NOT NULL REFERENCES hotspot_harm_scale (id), place {i64} NOT NULL,
      category {text} NOT NULL, lowest {f64}, highest {f64}, note {text} NOT NULL,
      PRIMARY KEY (scale, place),
      CHECK ((lowest IS NULL) = (highest IS NULL) AND (lowest IS NULL OR
        (lowest >= 0 AND highest >= lowest)))
    ) {strict};
    """

  /// What was done where, with the surroundings and the control stated.
  private static let interventions = """
    CREATE TABLE hotspot_intervention (
      id {id}, name {text} NOT NULL,
      source {text} NOT NULL, category {text} NOT NULL,
      first_month {text} NOT NULL, last_month {text} NOT NULL,
      buffer {f64} NOT NULL CHECK (buffer > 0),
      target_name {text} NOT NULL, target {blob} NOT NULL,
      control_name {text} NOT NULL, control {blob} NOT NULL,
      account {i64}, stated_at {text} NOT NULL, CHECK (first_month <= last_month)
    ) {strict};
    """
}
