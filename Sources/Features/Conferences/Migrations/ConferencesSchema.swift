internal import Database

/// The schema of the feature, step by step; what is about people is sealed in `content`.
enum ConferencesSchema {
  static let migrations = [
    Migration(feature: "conferences", number: 1, text: kinds + ShippedKinds.text),
    Migration(feature: "conferences", number: 2, text: cases),
    Migration(feature: "conferences", number: 3, text: meetings),
    Migration(feature: "conferences", number: 4, text: copies),
    Migration(feature: "conferences", number: 5, text: links),
    Migration(feature: "conferences", number: 6, text: figures),
    Migration(feature: "conferences", number: 7, text: keeping),
    Migration(feature: "conferences", number: 8, text: ReadSources.text),
    Migration(feature: "conferences", number: 9, text: GroundsInOnePlace.text),
    Migration(feature: "conferences", number: 10, text: PeopleOfCases.text),
    Migration(feature: "conferences", number: 11, text: Disclosures.text),
    Migration(feature: "conferences", number: 12, text: MeetingsKept.text),
    Migration(feature: "conferences", number: 13, text: SharesOfConferences.text),
    Migration(feature: "conferences", number: 14, text: GroundsInVersions.text),
  ]

  /// For how long cases are kept, and those that somebody keeps for longer.
  private static let keeping = """
    ALTER TABLE conference_kind ADD COLUMN keep_months {i64} NOT NULL DEFAULT 72;
    ALTER TABLE conference_case ADD COLUMN ended_on {text};
    UPDATE conference_case SET ended_on = COALESCE((
      SELECT MAX(m.held_on) FROM conference_item i JOIN conference_meeting m ON m.id = i.meeting
      WHERE i.case_id = conference_case.id AND i.started_at IS NOT NULL), referred_on)
    WHERE state IN ('heard', 'declined');
    CREATE INDEX conference_case_ended ON conference_case (kind, ended_on, id)
      WHERE ended_on IS NOT NULL;

    CREATE TABLE conference_kept (
      id {id}, case_id {i64} NOT NULL REFERENCES conference_case (id), until_on {text} NOT NULL,
      made_by {i64}, made_at {text} NOT NULL, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX conference_kept_of ON conference_kept (case_id, until_on);
    """

  /// A yardstick for the rate, and counts of sessions by month.
  private static let figures = """
    ALTER TABLE conference_kind ADD COLUMN yardstick {i64};
    ALTER TABLE conference_kind ADD COLUMN sessions_title {text} NOT NULL DEFAULT '';
    UPDATE conference_kind SET yardstick = 40 WHERE key = 'marac';
    UPDATE conference_kind SET sessions_title = 'Prevent sessions' WHERE key = 'tension';

    CREATE TABLE conference_session (
      kind {text} NOT NULL REFERENCES conference_kind (key), month {text} NOT NULL,
      audience {text} NOT NULL, sessions {i64} NOT NULL, people {i64} NOT NULL, changed_by {i64},
      changed_at {text} NOT NULL, PRIMARY KEY (kind, month, audience)
    ) {clustered};
    """

  /// Named mailboxes, and links to questions: tokens, codes and browsers by their hashes.
  private static let links = """
    CREATE TABLE conference_mailbox (
      id {id}, kind {text} NOT NULL REFERENCES conference_kind (key), organisation {i64} NOT NULL,
      set_by {i64}, set_at {text} NOT NULL, content {blob} NOT NULL, UNIQUE (kind, organisation)
    ) {strict};

    CREATE TABLE conference_link (
      id {id}, research {i64} NOT NULL REFERENCES conference_research (id),
      case_id {i64} NOT NULL REFERENCES conference_case (id), organisation {i64} NOT NULL,
      token_hash {blob} NOT NULL UNIQUE, mailbox {blob} NOT NULL, made_at {text} NOT NULL,
      made_by {i64}, expires_at {text} NOT NULL, ended_at {text}, answered_at {text},
      code_hash {blob}, code_at {text}, codes {i64} NOT NULL DEFAULT 0,
      tries {i64} NOT NULL DEFAULT 0, holder {blob}, held_until {text},
      CHECK ((holder IS NULL) = (held_until IS NULL))
    ) {strict};
    CREATE INDEX conference_link_of ON conference_link (case_id, id);
    CREATE INDEX conference_link_research ON conference_link (research);
    """

  /// What was copied into cases.
  private static let copies = """
    CREATE TABLE conference_copy (
      id {id}, case_id {i64} NOT NULL REFERENCES conference_case (id), reference {text} NOT NULL,
      made_by {i64}, made_at {text} NOT NULL, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX conference_copy_of ON conference_copy (case_id, id);
    """

  /// Kinds with their rules, and who sits in them.
  private static let kinds = """
    CREATE TABLE conference_kind (
      key {text} PRIMARY KEY, place {i64} NOT NULL, version {i64} NOT NULL DEFAULT 1,
      title {text} NOT NULL, is_apart {i64} NOT NULL, subject_title {text} NOT NULL,
      other_title {text} NOT NULL, statement_version {i64} NOT NULL DEFAULT 1,
      source {text} NOT NULL, purpose {text} NOT NULL, statement {text} NOT NULL,
      agenda {text} NOT NULL, cadence_days {i64} NOT NULL, emergency_days {i64} NOT NULL,
      research_days {i64} NOT NULL, repeat_months {i64} NOT NULL, flag_months {i64} NOT NULL,
      case_minutes {i64} NOT NULL, minutes_days {i64} NOT NULL, agencies {text} NOT NULL,
      roles {text} NOT NULL, adult_women {i64}, adult_women_source {text} NOT NULL
    ) {strict};

    CREATE TABLE conference_criterion (
      kind {text} NOT NULL REFERENCES conference_kind (key), place {i64} NOT NULL,
      key {text} NOT NULL, title {text} NOT NULL, least {i64}, most {i64},
      is_repeat {i64} NOT NULL, PRIMARY KEY (kind, key)
    ) {strict};

    CREATE TABLE conference_member (
      id {id}, kind {text} NOT NULL REFERENCES conference_kind (key), account {i64} NOT NULL,
      organisation {i64} NOT NULL, seat {text} NOT NULL, since {text} NOT NULL, until_day {text},
      made_by {i64}
    ) {strict};
    CREATE UNIQUE INDEX conference_member_now ON conference_member (account, kind)
      WHERE until_day IS NULL;
    CREATE INDEX conference_member_of ON conference_member (kind, organisation, id)
      WHERE until_day IS NULL;

    """

  /// Referrals, names as keyed hashes beside them, and what each organisation found.
  private static let cases = """
    CREATE TABLE conference_case (
      id {id}, version {i64} NOT NULL DEFAULT 1, kind {text} NOT NULL REFERENCES conference_kind (key),
      reference {text} NOT NULL UNIQUE, state {text} NOT NULL, criterion {text} NOT NULL,
      instrument {text} NOT NULL, instrument_version {text} NOT NULL, score {i64},
      children {i64} NOT NULL, is_urgent {i64} NOT NULL,
      repeat_of {i64} REFERENCES conference_case (id), organisation {i64} NOT NULL,
      referred_on {text} NOT NULL, made_by {i64}, made_at {text} NOT NULL, basis {text} NOT NULL,
      condition {text} NOT NULL, flag_until {text}, flag_ended_on {text}, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX conference_case_state ON conference_case (kind, state, id);
    CREATE INDEX conference_case_latest ON conference_case (kind, id);
    CREATE INDEX conference_case_referred ON conference_case (kind, referred_on);
    CREATE INDEX conference_case_flag ON conference_case (kind, flag_until)
      WHERE flag_until IS NOT NULL AND flag_ended_on IS NULL;

    CREATE TABLE conference_token (
      token {blob} NOT NULL, case_id {i64} NOT NULL REFERENCES conference_case (id),
      PRIMARY KEY (token, case_id)
    ) {strict};
    CREATE INDEX conference_token_of ON conference_token (case_id);

    CREATE TABLE conference_research (
      id {id}, version {i64} NOT NULL DEFAULT 1,
      case_id {i64} NOT NULL REFERENCES conference_case (id), kind {text} NOT NULL,
      organisation {i64} NOT NULL, due_on {text} NOT NULL, asked_at {text} NOT NULL,
      asked_by {i64}, answer {text}, answered_at {text}, answered_by {i64},
      content {blob} NOT NULL, UNIQUE (case_id, organisation),
      CHECK ((answer IS NULL) = (answered_at IS NULL))
    ) {strict};
    CREATE INDEX conference_research_open ON conference_research (kind, organisation, due_on)
      WHERE answer IS NULL;
    CREATE INDEX conference_research_due ON conference_research (kind, due_on) WHERE answer IS NULL;
    """

  /// Meetings, who was there, what was said of each case and who does what.
  private static let meetings = """
    CREATE TABLE conference_meeting (
      id {id}, version {i64} NOT NULL DEFAULT 1, kind {text} NOT NULL REFERENCES conference_kind (key),
      held_on {text} NOT NULL, start_minute {i64} NOT NULL, is_emergency {i64} NOT NULL,
      statement {text} NOT NULL, statement_version {i64} NOT NULL, begun_at {text},
      closed_at {text}, made_by {i64}, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX conference_meeting_held ON conference_meeting (kind, held_on, id);

    CREATE TABLE conference_attendance (
      id {id}, meeting {i64} NOT NULL REFERENCES conference_meeting (id), account {i64},
      organisation {i64}, part {text} NOT NULL, signed_at {text}, is_on_paper {i64} NOT NULL,
      made_at {text} NOT NULL, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX conference_attendance_of ON conference_attendance (meeting, id);
    CREATE UNIQUE INDEX conference_attendance_one ON conference_attendance (meeting, account)
      WHERE account IS NOT NULL;

    CREATE TABLE conference_item (
      id {id}, version {i64} NOT NULL DEFAULT 1,
      meeting {i64} NOT NULL REFERENCES conference_meeting (id),
      case_id {i64} NOT NULL REFERENCES conference_case (id), part {text} NOT NULL,
      started_at {text}, ended_at {text}, changed_by {i64}, changed_at {text},
      content {blob} NOT NULL, UNIQUE (meeting, case_id)
    ) {strict};
    CREATE INDEX conference_item_case ON conference_item (case_id, meeting);

    CREATE TABLE conference_action (
      id {id}, version {i64} NOT NULL DEFAULT 1, kind {text} NOT NULL,
      meeting {i64} NOT NULL REFERENCES conference_meeting (id),
      case_id {i64} REFERENCES conference_case (id), organisation {i64} NOT NULL, owner {i64},
      verb {text} NOT NULL, due_on {text} NOT NULL, state {text} NOT NULL DEFAULT 'open',
      answered_at {text}, answered_by {i64}, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX conference_action_open ON conference_action (kind, due_on, id)
      WHERE state IN ('open', 'not-done');
    CREATE INDEX conference_action_meeting ON conference_action (meeting, id);
    CREATE INDEX conference_action_case ON conference_action (case_id, id);
    CREATE INDEX conference_action_owner ON conference_action (owner, state, due_on);
    CREATE INDEX conference_action_organisation
      ON conference_action (kind, organisation, state, due_on);
    """
}
