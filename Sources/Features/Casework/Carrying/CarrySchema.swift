internal import Database

/// How open cases come along from another system; it comes after the schema of the cases.
enum CarrySchema {
  static let migrations = [
    Migration(feature: "cases-carried", number: 1, text: tables),
    Migration(feature: "cases-carried", number: 2, text: origins),
  ]

  /// Two systems may have called different cases the same: a reference is one of its system's.
  private static let origins = """
    CREATE TABLE case_carried_from (
      case_file {i64} NOT NULL PRIMARY KEY REFERENCES case_file (id),
      system {text} NOT NULL CHECK (system <> ''), origin {text} NOT NULL CHECK (origin <> ''),
      alias {text} NOT NULL CHECK (alias <> ''), written {text} NOT NULL,
      carried_at {text} NOT NULL, said {blob} NOT NULL, UNIQUE (alias, origin)
    ) {clustered};

    INSERT INTO case_carried_from
      (case_file, system, origin, alias, written, carried_at, said)
    SELECT case_file, system, LOWER(TRIM(system)), alias, written, carried_at, said
    FROM case_carried;

    DROP TABLE case_carried;

    ALTER TABLE case_carried_from RENAME TO case_carried;
    """

  /// Saved mappings, sealed since they may name officers; the old reference of each case, in the clear
  /// and without spaces beside how it was written; the lines that were kept, by keyed hash; and who
  /// came along, wherever their case goes on.
  private static let tables = """
    CREATE TABLE case_mapping (
      id {id}, key {text} NOT NULL CHECK (key <> ''), version {i64} NOT NULL,
      saved_at {text} NOT NULL, saved_by {i64}, content {blob} NOT NULL, UNIQUE (key, version)
    ) {strict};

    CREATE TABLE case_carried (
      case_file {i64} NOT NULL PRIMARY KEY REFERENCES case_file (id),
      system {text} NOT NULL CHECK (system <> ''), alias {text} NOT NULL UNIQUE CHECK (alias <> ''),
      written {text} NOT NULL, carried_at {text} NOT NULL, said {blob} NOT NULL
    ) {clustered};

    CREATE TABLE case_carried_line (
      line_hash {blob} NOT NULL PRIMARY KEY, case_file {i64} NOT NULL REFERENCES case_file (id)
    ) {clustered};

    ALTER TABLE case_person ADD COLUMN is_carried {i64} NOT NULL DEFAULT 0;
    """
}
