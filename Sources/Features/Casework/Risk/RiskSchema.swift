internal import Database

/// The schema of risk, step by step; it comes after that of the cases.
enum RiskSchema {
  static let migrations = [
    Migration(feature: "cases-risk", number: 1, text: tables + shipped),
    Migration(feature: "cases-risk", number: 2, text: markers),
    Migration(feature: "cases-risk", number: 3, text: places),
    Migration(feature: "cases-risk", number: 4, text: referrals),
    Migration(feature: "cases-risk", number: 5, text: support),
    Migration(feature: "cases-risk", number: 6, text: referralShares),
  ]

  /// Instruments, assessments, and what stands of them for lists.
  ///
  /// The database too refuses to lower a level under what was scored. `reassess_on` is null while the
  /// case is closed.
  private static let tables = """
    CREATE TABLE risk_instrument (
      key {text} NOT NULL, version {i64} NOT NULL CHECK (version > 0),
      title {text} NOT NULL CHECK (title <> ''),
      is_listed {i64} NOT NULL CHECK (is_listed IN (0, 1)),
      is_shipped {i64} NOT NULL CHECK (is_shipped IN (0, 1)), made_at {text} NOT NULL,
      account {i64}, sheet {text} NOT NULL CHECK (sheet <> ''), PRIMARY KEY (key, version)
    ) {clustered};

    CREATE TABLE risk_assessment (
      id {id}, case_file {i64} NOT NULL REFERENCES case_file (id),
      person {i64} REFERENCES case_person (id), instrument {text} NOT NULL,
      version {i64} NOT NULL, at {text} NOT NULL, account {i64},
      score {i64} NOT NULL CHECK (score >= 0),
      scored {i64} NOT NULL CHECK (scored BETWEEN 1 AND 3),
      level {i64} NOT NULL CHECK (level BETWEEN scored AND 3), review_on {text} NOT NULL,
      content {blob} NOT NULL,
      FOREIGN KEY (instrument, version) REFERENCES risk_instrument (key, version)
    ) {strict};
    CREATE INDEX risk_assessment_of ON risk_assessment (case_file, at, id);

    CREATE TABLE case_risk (
      case_file {i64} NOT NULL PRIMARY KEY REFERENCES case_file (id),
      level {i64} CHECK (level BETWEEN 1 AND 3), score {i64}, instrument {text}, version {i64},
      assessed_at {text}, reassess_on {text},
      reason {text} NOT NULL CHECK (reason IN ('first', 'date', 'incident', 'reopened')),
      CHECK ((level IS NULL) = (instrument IS NULL))
    ) {clustered};
    CREATE INDEX case_risk_due ON case_risk (reassess_on, case_file);

    INSERT INTO case_risk (case_file, reassess_on, reason)
    SELECT id, substr(opened_at, 1, 10), 'first' FROM case_file WHERE state <> 'closed';

    """

  /// Warnings to whoever visits: about a place, or a person of the case.
  private static let markers = """
    CREATE TABLE visit_marker (
      id {id}, version {i64} NOT NULL DEFAULT 1,
      case_file {i64} NOT NULL REFERENCES case_file (id), place_key {text}, place_name {text},
      person {i64} REFERENCES case_person (id), added_at {text} NOT NULL, account {i64},
      reviewed_at {text}, review_on {text} NOT NULL, lapses_on {text} NOT NULL, ended_at {text},
      content {blob} NOT NULL, CHECK ((place_key IS NULL) <> (person IS NULL)),
      CHECK ((place_key IS NULL) = (place_name IS NULL)), CHECK (lapses_on > review_on)
    ) {strict};
    CREATE INDEX visit_marker_case ON visit_marker (case_file, lapses_on, id);
    CREATE INDEX visit_marker_place ON visit_marker (place_key, lapses_on, id);
    """

  /// Places by the gazetteer, and vehicles whose marks are sealed and found by a keyed hash.
  private static let places = """
    CREATE TABLE case_place (
      id {id}, case_file {i64} NOT NULL REFERENCES case_file (id),
      place_key {text} NOT NULL CHECK (place_key <> ''), place_name {text} NOT NULL,
      added_at {text} NOT NULL, words {blob} NOT NULL, UNIQUE (case_file, place_key)
    ) {strict};
    CREATE INDEX case_place_key ON case_place (place_key, case_file);

    CREATE TABLE case_vehicle (
      id {id}, case_file {i64} NOT NULL REFERENCES case_file (id), added_at {text} NOT NULL,
      token {blob} NOT NULL, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX case_vehicle_of ON case_vehicle (case_file, id);
    CREATE INDEX case_vehicle_token ON case_vehicle (token, case_file);
    """

  /// Referrals to organisations, with what they answered.
  private static let referrals = """
    CREATE TABLE case_referral (
      id {id}, version {i64} NOT NULL DEFAULT 1,
      case_file {i64} NOT NULL REFERENCES case_file (id), organisation {i64} NOT NULL,
      person {i64} REFERENCES case_person (id),
      basis {text} NOT NULL CHECK (basis IN ('consent', 'task', 'vital')),
      sent_at {text} NOT NULL, due_on {text} NOT NULL,
      answer {text} CHECK (answer IN ('accepted', 'declined')), answered_at {text},
      content {blob} NOT NULL, CHECK ((answer IS NULL) = (answered_at IS NULL))
    ) {strict};
    CREATE INDEX case_referral_of ON case_referral (case_file, due_on, id);
    CREATE INDEX case_referral_sent ON case_referral (sent_at, organisation);
    """

  /// Referrals name the record of their share; the ground of those before it stays where it was.
  private static let referralShares = """
    ALTER TABLE case_referral ADD COLUMN share {text};
    ALTER TABLE case_referral RENAME COLUMN basis TO first_basis;
    ALTER TABLE case_referral ADD COLUMN basis {text};
    UPDATE case_referral SET basis = first_basis;
    ALTER TABLE case_referral DROP COLUMN first_basis;
    """

  /// People under 18, with the support that was offered.
  private static let support = """
    CREATE TABLE case_support (
      id {id}, case_file {i64} NOT NULL REFERENCES case_file (id),
      person {i64} NOT NULL UNIQUE REFERENCES case_person (id),
      age {i64} NOT NULL CHECK (age BETWEEN 0 AND 17), recorded_at {text} NOT NULL,
      offered_on {text}, organisation {i64},
      answer {text} CHECK (answer IN ('accepted', 'declined')), content {blob} NOT NULL,
      CHECK ((offered_on IS NULL) = (organisation IS NULL)),
      CHECK (answer IS NULL OR offered_on IS NOT NULL)
    ) {strict};
    CREATE INDEX case_support_of ON case_support (case_file, person);
    CREATE INDEX case_support_recorded ON case_support (recorded_at);
    """

  private static var shipped: String {
    let rows = [
      ("asb-matrix", "Anti-social behaviour matrix", 1, ShippedInstruments.matrix),
      ("list-24", "Domestic abuse list of 24", 0, ShippedInstruments.list24),
    ]
    let values = rows.map { key, title, isListed, sheet in
      "('\(key)', 1, '\(title)', \(isListed), 1, '2026-11-28T00:00:00.000Z', "
        + "'\(sheet.replacing("'", with: "''"))')"
    }
    return """
      INSERT INTO risk_instrument (key, version, title, is_listed, is_shipped, made_at, sheet)
      VALUES \(values.joined(separator: ",\n"));
      """
  }
}
