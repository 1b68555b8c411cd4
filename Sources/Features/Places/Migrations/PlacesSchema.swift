internal import Database
internal import Partnership

/// The schema of the feature, step by step.
enum PlacesSchema {
  static let migrations = [
    Migration(feature: "places", number: 1, text: boundaries),
    Migration(feature: "places", number: 2, text: populations + gazetteer),
    // Words are found through the index that keeps a street from standing twice.
    Migration(feature: "places", number: 3, text: "DROP INDEX place_street_words;"),
  ]

  /// Files of boundaries and their areas; the shape stands last, so that lists do not read it.
  private static var boundaries: String {
    let kinds = AreaKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return """
      CREATE TABLE place_boundary_file (
        id {id}, kind {text} NOT NULL CHECK (kind IN (\(kinds))),
        edition {i64} NOT NULL CHECK (edition BETWEEN 1900 AND 2100),
        name {text} NOT NULL, sha256 {blob} NOT NULL, reference {text} NOT NULL,
        code_field {text} NOT NULL, name_field {text} NOT NULL,
        valid_from {text}, valid_to {text}, areas {i64} NOT NULL, mended {i64} NOT NULL,
        account {i64}, imported_at {text} NOT NULL
      ) {strict};
      CREATE UNIQUE INDEX place_boundary_file_content
        ON place_boundary_file (sha256, kind, edition);
      CREATE INDEX place_boundary_file_edition ON place_boundary_file (kind, edition);
      CREATE TABLE place_area (
        id {id}, file {i64} NOT NULL REFERENCES place_boundary_file (id),
        kind {text} NOT NULL, edition {i64} NOT NULL, code {text} NOT NULL, name {text} NOT NULL,
        square_metres {f64} NOT NULL, easting {f64} NOT NULL, northing {f64} NOT NULL,
        mended {text}, shape {blob} NOT NULL
      ) {strict};
      CREATE UNIQUE INDEX place_area_code ON place_area (kind, edition, code);
      CREATE INDEX place_area_by_code ON place_area (code);
      CREATE INDEX place_area_file ON place_area (file);

      """
  }

  private static let populations = """
    CREATE TABLE place_population_file (
      id {id}, name {text} NOT NULL, sha256 {blob} NOT NULL UNIQUE, rows_read {i64} NOT NULL,
      stored {i64} NOT NULL, replaced {i64} NOT NULL, account {i64}, imported_at {text} NOT NULL
    ) {strict};
    CREATE TABLE place_population (
      code {text} NOT NULL, year {i64} NOT NULL CHECK (year BETWEEN 1900 AND 2100),
      people {i64} NOT NULL CHECK (people >= 0), households {i64} CHECK (households >= 0),
      file {i64} NOT NULL REFERENCES place_population_file (id),
      PRIMARY KEY (code, year)
    ) {clustered};

    """

  /// A cell is the number of a square of 250 metres, so that what is near is found by an index.
  private static let gazetteer = """
    CREATE TABLE place_gazetteer_file (
      id {id}, kind {text} NOT NULL CHECK (kind IN ('postcodes', 'streets')),
      name {text} NOT NULL, sha256 {blob} NOT NULL UNIQUE, rows_read {i64} NOT NULL,
      stored {i64} NOT NULL, replaced {i64} NOT NULL, unplaced {i64} NOT NULL,
      account {i64}, imported_at {text} NOT NULL
    ) {strict};
    CREATE TABLE place_postcode (
      postcode {text} NOT NULL PRIMARY KEY, easting {i64} NOT NULL, northing {i64} NOT NULL,
      cell {i64} NOT NULL, quality {i64} NOT NULL, ward {text} NOT NULL, district {text} NOT NULL,
      ended {text}, file {i64} NOT NULL REFERENCES place_gazetteer_file (id)
    ) {clustered};
    CREATE INDEX place_postcode_cell ON place_postcode (cell);
    CREATE TABLE place_street (
      id {id}, name {text} NOT NULL, words {text} NOT NULL, locality {text} NOT NULL,
      easting {i64} NOT NULL, northing {i64} NOT NULL, cell {i64} NOT NULL,
      file {i64} NOT NULL REFERENCES place_gazetteer_file (id)
    ) {strict};
    CREATE INDEX place_street_words ON place_street (words);
    CREATE INDEX place_street_cell ON place_street (cell);
    CREATE UNIQUE INDEX place_street_place ON place_street (words, easting, northing);
    """
}
