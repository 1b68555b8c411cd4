internal import Database

/// The schema of who watches and who covers; it comes after that of the cases.
enum WorkSchema {
  static let migrations = [
    Migration(feature: "cases-work", number: 1, text: tables),
    Migration(feature: "cases-work", number: 2, text: rare),
    Migration(feature: "cases-work", number: 3, text: shell),
    Migration(feature: "cases-work", number: 4, text: urgent),
  ]

  /// Most is due at 5pm: what is due at one moment goes by its priority, in the order of the index.
  private static let urgent = """
    DROP INDEX case_file_due;
    DROP INDEX case_file_owner;
    DROP INDEX case_file_led;
    DROP INDEX case_file_led_owner;
    CREATE INDEX case_file_due ON case_file (state, due_at, priority, id);
    CREATE INDEX case_file_owner ON case_file (owner, state, due_at, priority, id);
    CREATE INDEX case_file_led ON case_file (state, due_at, priority, id) WHERE lead IS NOT NULL;
    CREATE INDEX case_file_led_owner ON case_file (owner, state, due_at, priority, id)
      WHERE lead IS NOT NULL;
    """

  /// A cover may be arranged from the shell, where nobody has signed in.
  private static let shell = """
    ALTER TABLE case_cover ADD COLUMN arranged_by {i64};
    UPDATE case_cover SET arranged_by = made_by;
    ALTER TABLE case_cover DROP COLUMN made_by;
    """

  /// The lists that few cases are on, by what they are asked for: without these all of somebody’s open
  /// cases would be gone through for them.
  private static let rare = """
    DROP INDEX case_file_led;
    CREATE INDEX case_file_led ON case_file (state, due_at, id) WHERE lead IS NOT NULL;
    CREATE INDEX case_file_led_owner ON case_file (owner, state, due_at, id)
      WHERE lead IS NOT NULL;
    CREATE INDEX case_file_answered_owner ON case_file (owner, touched_at, id)
      WHERE answered_at IS NOT NULL;
    CREATE INDEX case_file_touched_owner ON case_file (owner, state, touched_at, id);
    """

  private static let tables = """
    CREATE TABLE case_watch (
      account {i64} NOT NULL, case_file {i64} NOT NULL REFERENCES case_file (id),
      since {text} NOT NULL, PRIMARY KEY (account, case_file)
    ) {clustered};
    CREATE INDEX case_watch_of ON case_watch (case_file, account);

    CREATE TABLE case_cover (
      id {id}, away {i64} NOT NULL, cover {i64} NOT NULL, first_day {text} NOT NULL,
      last_day {text} NOT NULL, made_at {text} NOT NULL, made_by {i64} NOT NULL,
      CHECK (first_day <= last_day), CHECK (away <> cover)
    ) {strict};
    CREATE INDEX case_cover_by ON case_cover (cover, last_day);
    CREATE INDEX case_cover_away ON case_cover (away, last_day);
    CREATE INDEX case_cover_last ON case_cover (last_day, id);
    """
}
