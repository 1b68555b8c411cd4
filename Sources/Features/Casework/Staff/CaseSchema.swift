internal import Database

/// The schema of the officer's side, step by step; it comes after that of the reports.
enum CaseSchema {
  static let migrations = [
    Migration(feature: "cases", number: 1, text: cases + decisions + parts),
    Migration(feature: "cases", number: 2, text: entryKinds),
    Migration(
      feature: "cases", number: 3,
      text: "ALTER TABLE case_person ADD COLUMN is_described {i64} NOT NULL DEFAULT 0;"),
  ]

  /// The kinds of entries there were when the table was made; its text must not change with those
  /// that came since.
  private static let firstEntryKinds = """
    'opened', 'joined', 'fact', 'opinion', 'contact', 'person', 'action', 'action-done', \
    'allocated', 'changed', 'paused', 'resumed', 'closed', 'reopened'
    """

  /// Entries of any kind: what may be written is said by ``CaseEntryKind`` alone.
  private static let entryKinds = """
    ALTER TABLE case_entry RENAME COLUMN kind TO first_kind;
    ALTER TABLE case_entry ADD COLUMN kind {text} NOT NULL DEFAULT 'changed' CHECK (kind <> '');
    UPDATE case_entry SET kind = first_kind;
    ALTER TABLE case_entry DROP COLUMN first_kind;
    """

  private static func list<Choice: CaseIterable & RawRepresentable<String>>(
    _ choices: Choice.Type
  ) -> String {
    Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  /// A case: `due_at` is what the worklist is ordered by, worked out anew with each change; it is
  /// null while nothing is due, since the case is paused or closed.
  private static var cases: String {
    """
    CREATE TABLE case_file (
      id {id}, version {i64} NOT NULL DEFAULT 1, reference {text} NOT NULL UNIQUE,
      title {text} NOT NULL CHECK (title <> ''), kind {text} NOT NULL CHECK (kind <> ''),
      state {text} NOT NULL CHECK (state IN (\(list(CaseState.self)))),
      priority {i64} NOT NULL CHECK (priority BETWEEN 1 AND 3),
      place_name {text}, ward {text}, owner {i64},
      received_at {text} NOT NULL, opened_at {text} NOT NULL, opened_by {i64},
      start_due_at {text} NOT NULL, started_at {text}, update_due_at {text} NOT NULL,
      due_at {text}, touched_at {text} NOT NULL, paused_at {text},
      closed_at {text}, outcome {text} CHECK (outcome IN (\(list(CaseOutcome.self)))),
      CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
      CHECK ((state = 'closed') = (outcome IS NOT NULL)),
      CHECK ((state = 'paused') = (paused_at IS NOT NULL))
    ) {strict};
    CREATE INDEX case_file_due ON case_file (state, due_at, id);
    CREATE INDEX case_file_owner ON case_file (owner, state, due_at, id);
    CREATE INDEX case_file_touched ON case_file (state, touched_at, id);
    CREATE INDEX case_file_received ON case_file (received_at, id);

    """
  }

  /// What was decided about each report, and the case it belongs to.
  private static var decisions: String {
    """
    CREATE TABLE report_decision (
      report {i64} NOT NULL PRIMARY KEY REFERENCES report (id),
      decision {text} NOT NULL CHECK (decision IN (\(list(TriageDecision.self)))),
      priority {i64} NOT NULL CHECK (priority BETWEEN 1 AND 3), rule {i64} NOT NULL,
      case_file {i64} REFERENCES case_file (id), decided_at {text} NOT NULL, decided_by {i64},
      reason {blob} NOT NULL, CHECK ((decision = 'asb') = (case_file IS NOT NULL))
    ) {clustered};
    CREATE INDEX report_decision_case ON report_decision (case_file, report);
    CREATE INDEX report_ground ON report (easting, northing);

    """
  }

  /// People, actions and the story of a case.
  private static var parts: String {
    """
    CREATE TABLE case_person (
      id {id}, case_file {i64} NOT NULL REFERENCES case_file (id),
      part {text} NOT NULL CHECK (part IN (\(list(CasePart.self)))),
      added_at {text} NOT NULL, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX case_person_of ON case_person (case_file, part, id);

    CREATE TABLE case_action (
      id {id}, version {i64} NOT NULL DEFAULT 1,
      case_file {i64} NOT NULL REFERENCES case_file (id), organisation {i64} NOT NULL,
      due_on {text} NOT NULL, done_at {text}, task {blob} NOT NULL
    ) {strict};
    CREATE INDEX case_action_of ON case_action (case_file, due_on, id);

    CREATE TABLE case_entry (
      id {id}, case_file {i64} NOT NULL REFERENCES case_file (id), at {text} NOT NULL,
      kind {text} NOT NULL CHECK (kind IN (\(firstEntryKinds))), account {i64},
      words {blob} NOT NULL
    ) {strict};
    CREATE INDEX case_entry_of ON case_entry (case_file, at, id);
    """
  }
}
