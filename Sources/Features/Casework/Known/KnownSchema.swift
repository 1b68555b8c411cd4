internal import Database

/// Which organisations know somebody: registers by keyed hash, and requests to be told.
enum KnownSchema {
  static let migrations = [Migration(feature: "cases-known", number: 1, text: tables)]

  /// A register is off until it is turned on; nothing of what it holds is here but hashes of a name
  /// with a date of birth.
  private static let tables = """
    CREATE TABLE known_source (
      id {id}, version {i64} NOT NULL DEFAULT 1, organisation {i64} NOT NULL,
      kind {text} NOT NULL CHECK (kind <> ''), is_on {i64} NOT NULL DEFAULT 0,
      people {i64} NOT NULL DEFAULT 0, loaded_at {text}, added_at {text} NOT NULL,
      contact {blob} NOT NULL, UNIQUE (organisation, kind)
    ) {strict};

    CREATE TABLE known_token (
      token {blob} NOT NULL, source {i64} NOT NULL REFERENCES known_source (id),
      PRIMARY KEY (source, token)
    ) {clustered};

    CREATE TABLE known_request (
      id {id}, version {i64} NOT NULL DEFAULT 1,
      case_file {i64} NOT NULL REFERENCES case_file (id),
      person {i64} NOT NULL REFERENCES case_person (id),
      source {i64} NOT NULL REFERENCES known_source (id),
      asked_by {i64} NOT NULL, asked_at {text} NOT NULL,
      state {text} NOT NULL CHECK (state IN ('asked', 'approved', 'refused')),
      decided_by {i64}, decided_at {text}, is_known {i64}, content {blob} NOT NULL,
      CHECK ((state = 'asked') = (decided_at IS NULL)),
      CHECK ((state = 'approved') = (is_known IS NOT NULL))
    ) {strict};
    CREATE INDEX known_request_of ON known_request (case_file, id);
    CREATE INDEX known_request_state ON known_request (state, id);
    """
}
