internal import Database

/// The schema of procedures and of the samples in which they are audited.
enum ProcedureSchema {
  static let migrations = [
    Migration(feature: "procedures", number: 1, text: procedures + samples + shipped),
    Migration(feature: "procedures", number: 2, text: interviewed),
  ]

  /// A procedure in its versions, each a list of steps; `kinds` names those of the cases it is for,
  /// parted by spaces, and is empty for the one of all others.
  private static let procedures = """
    CREATE TABLE procedure_version (
      id {id}, key {text} NOT NULL CHECK (key <> ''), version {i64} NOT NULL CHECK (version > 0),
      title {text} NOT NULL CHECK (title <> ''), kinds {text} NOT NULL, valid_from {text} NOT NULL,
      set_at {text} NOT NULL, set_by {i64}, UNIQUE (key, version)
    ) {strict};

    CREATE TABLE procedure_step (
      id {id}, procedure_version {i64} NOT NULL REFERENCES procedure_version (id),
      place {i64} NOT NULL, kind {text} NOT NULL CHECK (kind <> ''),
      days {i64} CHECK (days BETWEEN 1 AND 60), UNIQUE (procedure_version, place)
    ) {strict};

    CREATE INDEX case_file_closed ON case_file (closed_at, id) WHERE closed_at IS NOT NULL;

    """

  /// One sample a month: all cases it was drawn from, those drawn with their place, and what a manager
  /// found.
  ///
  /// The findings are those of the day of the score; notes are sealed.
  private static let samples = """
    CREATE TABLE procedure_sample (
      id {id}, month {text} NOT NULL UNIQUE, seed {i64} NOT NULL, size {i64} NOT NULL CHECK (size > 0),
      drawn_at {text} NOT NULL, drawn_by {i64}
    ) {strict};

    CREATE TABLE procedure_sample_case (
      sample {i64} NOT NULL REFERENCES procedure_sample (id),
      case_file {i64} NOT NULL REFERENCES case_file (id),
      priority {i64} NOT NULL CHECK (priority BETWEEN 1 AND 3), place {i64},
      PRIMARY KEY (sample, case_file)
    ) {clustered};

    CREATE TABLE procedure_score (
      id {id}, sample {i64} NOT NULL REFERENCES procedure_sample (id),
      case_file {i64} NOT NULL REFERENCES case_file (id), at {text} NOT NULL, account {i64},
      verdict {text} NOT NULL CHECK (verdict IN ('followed', 'not-followed')),
      findings {text} NOT NULL, note {blob} NOT NULL
    ) {strict};
    CREATE INDEX procedure_score_of ON procedure_score (sample, case_file, id);

    """

  /// The checklist with the interview, for cases opened from the day it came; where a partnership has a version of its own,
  /// that one stays the last.
  private static let interviewed = """
    INSERT INTO procedure_version (key, version, title, kinds, valid_from, set_at)
    SELECT 'case', 2, 'Anti-social behaviour case', '', '2026-11-29', '2026-11-28T00:00:00.000Z'
    WHERE NOT EXISTS (SELECT 1 FROM procedure_version v WHERE v.key = 'case' AND v.version > 1);
    INSERT INTO procedure_step (procedure_version, place, kind, days)
    SELECT v.id, s.place, s.kind, s.days FROM procedure_version v CROSS JOIN (
      SELECT 1 AS place, 'decided' AS kind, 1 AS days
      UNION ALL SELECT 2, 'begun', NULL
      UNION ALL SELECT 3, 'interviewed', 2
      UNION ALL SELECT 4, 'assessed', 2
      UNION ALL SELECT 5, 'planned', 10
      UNION ALL SELECT 6, 'updated', 10
      UNION ALL SELECT 7, 'supported', NULL
      UNION ALL SELECT 8, 'told', NULL) s
    WHERE v.key = 'case' AND v.version = 2 AND v.valid_from = '2026-11-29'
      AND v.set_at = '2026-11-28T00:00:00.000Z';
    """

  /// The checklist the program comes with; a partnership adds its own version.
  private static let shipped = """
    INSERT INTO procedure_version (key, version, title, kinds, valid_from, set_at)
    VALUES ('case', 1, 'Anti-social behaviour case', '', '2000-01-01', '2026-11-28T00:00:00.000Z');
    INSERT INTO procedure_step (procedure_version, place, kind, days)
    SELECT v.id, s.place, s.kind, s.days FROM procedure_version v, (
      SELECT 1 AS place, 'decided' AS kind, 1 AS days
      UNION ALL SELECT 2, 'begun', NULL
      UNION ALL SELECT 3, 'assessed', 2
      UNION ALL SELECT 4, 'planned', 10
      UNION ALL SELECT 5, 'updated', 10
      UNION ALL SELECT 6, 'supported', NULL
      UNION ALL SELECT 7, 'told', NULL) s
    WHERE v.key = 'case' AND v.version = 1;
    """
}
