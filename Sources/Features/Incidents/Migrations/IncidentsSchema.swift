internal import Database

/// The schema of the feature, step by step.
enum IncidentsSchema {
  static let migrations = [
    first, QualitySchema.migration, divisions, CubeSchema.migration, ExtractSchema.migration,
    PublicSchema.migration, FurtherCountsSchema.migration, RefusedRowSchema.migration,
  ]

  /// Dictionaries, runs, files, snapshots, rows and the cube.
  ///
  /// A row's id is its snapshot's id × 2²⁴ + its place in the file, so that the rows of a snapshot
  /// lie together on both engines and need neither a column nor an index to be found. The rows and
  /// the cube carry no REFERENCES: the importer alone writes them, a snapshot at a time, and the
  /// check of each of a million rows would cost more than all the rest.
  private static let first = Migration(
    feature: "incidents", number: 1,
    text: dictionaries + runs + rows + area + seeds)

  /// Incidents counted by areas other than the source's own LSOAs.
  ///
  /// A division is an edition of areas of one kind. `area` is an area's place in the division by
  /// code, from 1; 0 counts points on no area, -1 rows without a point.
  private static let divisions = Migration(
    feature: "incidents", number: 3,
    text: """
      CREATE TABLE incident_division (
        id {id}, kind {text} NOT NULL, edition {i64} NOT NULL, stamp {i64} NOT NULL
      ) {strict};
      CREATE UNIQUE INDEX incident_division_edition ON incident_division (kind, edition);
      CREATE TABLE incident_division_snapshot (
        division {i64} NOT NULL REFERENCES incident_division (id),
        snapshot {i64} NOT NULL REFERENCES incident_snapshot (id),
        PRIMARY KEY (division, snapshot)
      ) {clustered};
      CREATE TABLE incident_area_count (
        division {i64} NOT NULL, snapshot {i64} NOT NULL, category {i64} NOT NULL,
        area {i64} NOT NULL CHECK (area >= -1), count {i64} NOT NULL,
        PRIMARY KEY (division, snapshot, category, area)
      ) {clustered};
      """)

  private static let dictionaries = """
    CREATE TABLE incident_force (id {id}, name {text} NOT NULL UNIQUE) {strict};
    CREATE TABLE incident_category (
      id {id}, name {text} NOT NULL UNIQUE, is_crime {i64} NOT NULL CHECK (is_crime IN (0, 1))
    ) {strict};
    CREATE TABLE incident_outcome (id {id}, name {text} NOT NULL UNIQUE) {strict};
    CREATE TABLE incident_next_id (
      kind {text} NOT NULL PRIMARY KEY, next {i64} NOT NULL
    ) {strict};
    CREATE TABLE incident_lsoa (
      id {i64} NOT NULL PRIMARY KEY, code {text} NOT NULL, name {text} NOT NULL
    ) {strict};
    CREATE TABLE incident_place (
      id {i64} NOT NULL PRIMARY KEY, longitude {i64}, latitude {i64}, street {text} NOT NULL,
      lsoa {i64},
      CHECK ((longitude IS NULL) = (latitude IS NULL))
    ) {strict};

    """

  private static let runs = """
    CREATE TABLE incident_run (
      id {id}, source {text} NOT NULL, as_of {text} NOT NULL, account {i64}, job {i64},
      owner {text} NOT NULL, started_at {text} NOT NULL, seen_at {text} NOT NULL,
      finished_at {text},
      state {text} NOT NULL CHECK (state IN ('running', 'done', 'refused', 'failed')),
      message {text} NOT NULL DEFAULT '',
      files {i64} NOT NULL DEFAULT 0, rows_read {i64} NOT NULL DEFAULT 0,
      stored {i64} NOT NULL DEFAULT 0, already_known {i64} NOT NULL DEFAULT 0,
      repeated {i64} NOT NULL DEFAULT 0, disagreements {i64} NOT NULL DEFAULT 0,
      unlocated {i64} NOT NULL DEFAULT 0, refused {i64} NOT NULL DEFAULT 0,
      ignored {i64} NOT NULL DEFAULT 0, replaced {i64} NOT NULL DEFAULT 0
    ) {strict};
    CREATE INDEX incident_run_state ON incident_run (state);
    CREATE INDEX incident_run_job ON incident_run (job);
    CREATE TABLE incident_file (
      id {id}, run {i64} NOT NULL REFERENCES incident_run (id), name {text} NOT NULL,
      state {text} NOT NULL CHECK (state IN ('loading', 'read', 'known', 'ignored')),
      sha256 {blob}, source_bytes {i64} NOT NULL DEFAULT 0,
      rows_read {i64} NOT NULL DEFAULT 0, stored {i64} NOT NULL DEFAULT 0,
      repeated {i64} NOT NULL DEFAULT 0, disagreements {i64} NOT NULL DEFAULT 0,
      unlocated {i64} NOT NULL DEFAULT 0, refused {i64} NOT NULL DEFAULT 0
    ) {strict};
    CREATE INDEX incident_file_run ON incident_file (run);
    CREATE INDEX incident_file_sha256 ON incident_file (sha256);
    CREATE INDEX incident_file_bytes ON incident_file (source_bytes);
    CREATE TABLE incident_refused_row (
      id {id}, run {i64} NOT NULL REFERENCES incident_run (id), file {text} NOT NULL,
      line {i64} NOT NULL, reason {text} NOT NULL, content {text} NOT NULL
    ) {strict};
    CREATE INDEX incident_refused_row_run ON incident_refused_row (run);

    """

  private static let rows = """
    CREATE TABLE incident_snapshot (
      id {id}, run {i64} NOT NULL REFERENCES incident_run (id),
      file {i64} NOT NULL REFERENCES incident_file (id),
      force {i64} NOT NULL REFERENCES incident_force (id), month {text} NOT NULL,
      state {text} NOT NULL CHECK (state IN ('loading', 'current', 'superseded')),
      stored {i64} NOT NULL DEFAULT 0, repeated {i64} NOT NULL DEFAULT 0,
      disagreements {i64} NOT NULL DEFAULT 0, unlocated {i64} NOT NULL DEFAULT 0
    ) {strict};
    CREATE UNIQUE INDEX incident_snapshot_current
      ON incident_snapshot (month, force) WHERE state = 'current';
    CREATE INDEX incident_snapshot_run ON incident_snapshot (run);
    CREATE TABLE incident (
      id {i64} NOT NULL PRIMARY KEY, category {i64} NOT NULL, place {i64} NOT NULL,
      outcome {i64}, falls_within {i64}, crime_id {blob}
    ) {strict};
    CREATE TABLE incident_total (
      snapshot {i64} NOT NULL REFERENCES incident_snapshot (id), category {i64} NOT NULL,
      count {i64} NOT NULL, unlocated {i64} NOT NULL,
      first_cell {i64} NOT NULL, last_cell {i64} NOT NULL,
      PRIMARY KEY (snapshot, category)
    ) {strict};
    CREATE TABLE incident_cell (
      id {i64} NOT NULL PRIMARY KEY, lsoa {i64} NOT NULL, count {i64} NOT NULL
    ) {strict};

    """

  private static let area = """
    CREATE TABLE incident_area (
      id {i64} NOT NULL PRIMARY KEY CHECK (id = 1), lsoas {text} NOT NULL,
      version {i64} NOT NULL DEFAULT 1
    ) {strict};
    CREATE TABLE incident_area_force (name {text} NOT NULL PRIMARY KEY) {strict};

    """

  private static var seeds: String {
    let categories = CrimeCategory.known.map { name in
      "INSERT INTO incident_category (name, is_crime) VALUES "
        + "('\(name)', \(CrimeCategory.isCrime(name) ? 1 : 0));\n"
    }
    let outcomes = CrimeOutcome.known.map { name in
      "INSERT INTO incident_outcome (name) VALUES ('\(name)');\n"
    }
    return categories.joined() + outcomes.joined() + """
      INSERT INTO incident_next_id (kind, next) VALUES ('lsoa', 1);
      INSERT INTO incident_next_id (kind, next) VALUES ('place', 1);
      """
  }
}
