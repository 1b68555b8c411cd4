/// A meeting keeps the order of its agenda, who chaired it and who wrote its other business; a case
/// keeps each time it was heard; what was said of an action is kept with the meeting that said it.
///
/// Meetings of before take the order of their kind as it stands. Who wrote their other business is not
/// known, nor what each of them said of actions.
enum MeetingsKept {
  static let text = """
    ALTER TABLE conference_meeting ADD COLUMN agenda {text} NOT NULL DEFAULT '';
    ALTER TABLE conference_meeting ADD COLUMN other_by {i64};
    ALTER TABLE conference_meeting ADD COLUMN other_at {text};
    UPDATE conference_meeting SET agenda = (
      SELECT k.agenda FROM conference_kind k WHERE k.key = conference_meeting.kind);

    ALTER TABLE conference_attendance ADD COLUMN is_chair {i64} NOT NULL DEFAULT 0;
    CREATE UNIQUE INDEX conference_attendance_chair ON conference_attendance (meeting)
      WHERE is_chair = 1;

    CREATE TABLE conference_spell (
      id {id}, item {i64} NOT NULL REFERENCES conference_item (id), started_at {text} NOT NULL,
      ended_at {text}, CHECK (ended_at IS NULL OR ended_at >= started_at)
    ) {strict};
    CREATE INDEX conference_spell_of ON conference_spell (item, id);
    INSERT INTO conference_spell (item, started_at, ended_at)
    SELECT id, started_at, CASE WHEN ended_at < started_at THEN started_at ELSE ended_at END
    FROM conference_item WHERE started_at IS NOT NULL ORDER BY id;

    CREATE TABLE conference_outcome (
      id {id}, action {i64} NOT NULL REFERENCES conference_action (id),
      meeting {i64} REFERENCES conference_meeting (id), state {text} NOT NULL,
      said_at {text} NOT NULL, said_by {i64}, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX conference_outcome_at ON conference_outcome (meeting, id);
    CREATE INDEX conference_outcome_of ON conference_outcome (action, id);
    """
}
