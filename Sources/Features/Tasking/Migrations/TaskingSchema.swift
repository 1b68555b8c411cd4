internal import Database

/// The schema of the feature, step by step.
enum TaskingSchema {
  static let migrations = [
    Migration(feature: "tasking", number: 1, text: reports),
    Migration(feature: "tasking", number: 2, text: meetings),
    Migration(feature: "tasking", number: 3, text: packs + vehicles),
  ]

  /// Reports are only added: one that was made again with other counts stands beside the first.
  private static let reports = """
    CREATE TABLE tasking_report (
      id {id}, source {text} NOT NULL, period {text} NOT NULL, hash {text} NOT NULL,
      account {i64}, made_at {text} NOT NULL, body {text} NOT NULL
    ) {strict};
    CREATE INDEX tasking_report_of ON tasking_report (source, period, id);
    """

  /// A meeting a week, what it decided, and every state each decision was in.
  private static var meetings: String {
    let stages = SARAStage.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let states = ActionState.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return """
      CREATE TABLE tasking_meeting (
        id {id}, week {text} NOT NULL UNIQUE, held_on {text} NOT NULL,
        version {i64} NOT NULL DEFAULT 1, made_at {text} NOT NULL,
        closed_at {text}, closed_by {i64}
      ) {strict};

      CREATE TABLE tasking_action (
        id {id}, meeting {i64} NOT NULL REFERENCES tasking_meeting (id),
        version {i64} NOT NULL DEFAULT 1, problem {text} NOT NULL CHECK (problem <> ''),
        task {text} NOT NULL CHECK (task <> ''), place_key {text} NOT NULL,
        place_name {text} NOT NULL, stage {text} NOT NULL CHECK (stage IN (\(stages))),
        organisation {i64} NOT NULL, organisation_name {text} NOT NULL, person {i64},
        due_day {text} NOT NULL, review_day {text} NOT NULL,
        state {text} NOT NULL CHECK (state IN (\(states))), reason {text} NOT NULL,
        made_at {text} NOT NULL,
        CHECK (reason <> '' OR state NOT IN ('not-done', 'not-possible')),
        CHECK (review_day >= due_day)
      ) {strict};
      CREATE INDEX tasking_action_of ON tasking_action (meeting, id);
      CREATE INDEX tasking_action_by_state ON tasking_action (state, due_day, id);

      CREATE TABLE tasking_action_change (
        action {i64} NOT NULL REFERENCES tasking_action (id), version {i64} NOT NULL,
        account {i64}, made_at {text} NOT NULL, content {text} NOT NULL,
        PRIMARY KEY (action, version)
      ) {strict};
      """
  }

  private static let packs = """
    CREATE TABLE tasking_pack (
      meeting {i64} PRIMARY KEY REFERENCES tasking_meeting (id), body {text} NOT NULL,
      sha256 {text} NOT NULL, account {i64}, made_at {text} NOT NULL
    ) {strict};

    """

  /// The restricted list: what is about people is sealed, the mark has a keyed hash beside it.
  private static let vehicles = """
    CREATE TABLE tasking_vehicle (
      id {id}, version {i64} NOT NULL DEFAULT 1, plate {blob} NOT NULL,
      plate_token {blob} NOT NULL, purpose {blob} NOT NULL,
      source_grade {text} NOT NULL CHECK (source_grade IN ('1', '2', '3')),
      assessment {text} NOT NULL CHECK (assessment IN ('A', 'B', 'C', 'D', 'E')),
      handling {text} NOT NULL CHECK (handling IN ('P', 'C')), conditions {blob} NOT NULL,
      proposed_by {i64}, proposed_at {text} NOT NULL, authorised_by {i64}, authorised_at {text},
      expires_on {text} NOT NULL, removed_at {text},
      CHECK ((authorised_by IS NULL) = (authorised_at IS NULL)),
      CHECK (authorised_by IS NULL OR proposed_by IS NULL OR authorised_by <> proposed_by)
    ) {strict};
    CREATE UNIQUE INDEX tasking_vehicle_standing ON tasking_vehicle (plate_token)
      WHERE removed_at IS NULL;
    CREATE INDEX tasking_vehicle_current ON tasking_vehicle (expires_on, id);
    """
}
