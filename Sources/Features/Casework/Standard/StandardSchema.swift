internal import Database
internal import Kernel

/// The schema of the standard in its versions, and of the clock of drug addresses.
enum StandardSchema {
  static let migrations = [
    Migration(feature: "cases-standard", number: 1, text: tables + shipped + clock),
    Migration(feature: "cases-standard", number: 2, text: heard + reports),
    Migration(feature: "cases-standard", number: 3, text: late),
  ]

  private static let tables = """
    CREATE TABLE case_standard (
      id {id}, number {i64} NOT NULL UNIQUE CHECK (number > 0), set_at {text} NOT NULL, set_by {i64}
    ) {strict};

    CREATE TABLE case_standard_promise (
      standard {i64} NOT NULL REFERENCES case_standard (id), promise {text} NOT NULL,
      days {i64} NOT NULL CHECK (days BETWEEN 1 AND 180), PRIMARY KEY (standard, promise)
    ) {clustered};

    """

  /// The promises there were when the table was made; its text must not change with those that came since.
  private static let shipped = """
    INSERT INTO case_standard (number, set_at)
    VALUES (1, '2000-01-01T00:00:00.000Z');
    WITH promised (promise, days) AS (VALUES \
    ('first', 1), ('second', 2), ('third', 5), ('update', 10), ('drug-address', 28))
    INSERT INTO case_standard_promise (standard, promise, days)
    SELECT s.id, p.promise, p.days FROM case_standard s CROSS JOIN promised p WHERE s.number = 1;

    """

  /// Cases opened before have no such clock.
  private static let clock = "ALTER TABLE case_file ADD COLUMN act_due_at {text};"

  /// The promises of an acknowledgement and an interview, and the clock of the interview; cases opened before
  /// have none, and keep when somebody was interviewed.
  private static let heard = """
    WITH promised (promise, days) AS (VALUES ('acknowledge', 1), ('interview', 2))
    INSERT INTO case_standard_promise (standard, promise, days)
    SELECT s.id, p.promise, p.days FROM case_standard s CROSS JOIN promised p;
    ALTER TABLE case_file ADD COLUMN interview_due_at {text};
    ALTER TABLE case_file ADD COLUMN interviewed_at {text};
    UPDATE case_file SET interviewed_at = (SELECT MIN(e.at) FROM case_entry e
      WHERE e.case_file = case_file.id AND e.kind = 'interview');

    """

  /// When a report is acknowledged at the latest and when it was, and when the next thing about it is due;
  /// reports from before have no such clock.
  private static let reports = """
    ALTER TABLE report ADD COLUMN acknowledge_due_at {text};
    ALTER TABLE report ADD COLUMN acknowledged_at {text};
    ALTER TABLE report ADD COLUMN next_due_at {text};
    UPDATE report SET next_due_at = due_at;
    """

  /// What is late in a way that few cases are: without these all overdue cases would be gone through; and
  /// updates that are late, which are counted from what is due alone.
  private static let late = """
    DROP INDEX case_file_due;
    DROP INDEX case_file_owner;
    CREATE INDEX case_file_due ON case_file (state, due_at, priority, id, started_at, update_due_at);
    CREATE INDEX case_file_owner
      ON case_file (owner, state, due_at, priority, id, started_at, update_due_at);
    CREATE INDEX case_file_unbegun ON case_file (state, due_at, priority, id)
      WHERE started_at IS NULL;
    CREATE INDEX case_file_unbegun_owner ON case_file (owner, state, due_at, priority, id)
      WHERE started_at IS NULL;
    CREATE INDEX case_file_unheard ON case_file (state, due_at, priority, id)
      WHERE interviewed_at IS NULL AND interview_due_at IS NOT NULL;
    CREATE INDEX case_file_unheard_owner ON case_file (owner, state, due_at, priority, id)
      WHERE interviewed_at IS NULL AND interview_due_at IS NOT NULL;
    CREATE INDEX case_file_drugs ON case_file (state, due_at, priority, id)
      WHERE act_due_at IS NOT NULL;
    CREATE INDEX case_file_drugs_owner ON case_file (owner, state, due_at, priority, id)
      WHERE act_due_at IS NOT NULL;
    """
}
