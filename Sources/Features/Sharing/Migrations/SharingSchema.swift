internal import Database

/// The schema of the feature; what is written about shares and requests is sealed.
enum SharingSchema {
  static let migrations = [
    Migration(
      feature: "sharing", number: 1,
      text: law + agreements + shares + requests + ShippedGrounds.text),
    Migration(feature: "sharing", number: 2, text: ConditionsInFull.text),
    Migration(feature: "sharing", number: 3, text: keeping),
  ]

  /// For how long shares and requests are kept, and those that somebody keeps for longer.
  private static let keeping = """
    CREATE TABLE sharing_keeping (
      kind {text} PRIMARY KEY CHECK (kind IN ('share', 'request')),
      months {i64} NOT NULL CHECK (months BETWEEN 1 AND 240), changed_at {text}, changed_by {i64}
    ) {strict};
    INSERT INTO sharing_keeping (kind, months) VALUES ('share', 72), ('request', 24);

    CREATE TABLE sharing_kept (
      id {id}, kind {text} NOT NULL CHECK (kind IN ('share', 'request')), record {i64} NOT NULL,
      until_on {text} NOT NULL, made_by {i64}, made_at {text} NOT NULL, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX sharing_kept_of ON sharing_kept (kind, record, until_on);
    """

  /// Grounds in law with their days, and the partnership's own rule.
  private static let law = """
    CREATE TABLE sharing_ground (
      part {text} NOT NULL CHECK (part IN ('gateway', 'basis', 'special', 'criminal')),
      key {text} NOT NULL, place {i64} NOT NULL, version {i64} NOT NULL DEFAULT 1,
      title {text} NOT NULL, section {text} NOT NULL CHECK (section <> ''),
      regime {text} NOT NULL, effective_from {text}, effective_to {text},
      is_shipped {i64} NOT NULL, made_at {text} NOT NULL, account {i64},
      PRIMARY KEY (part, key), CHECK (effective_to IS NULL OR effective_to >= effective_from)
    ) {strict};

    CREATE TABLE sharing_rule (
      name {text} PRIMARY KEY, effective_from {text}, made_at {text} NOT NULL, account {i64}
    ) {strict};

    """

  private static let agreements = """
    CREATE TABLE sharing_agreement (
      id {id}, version {i64} NOT NULL DEFAULT 1, title {text} NOT NULL, purposes {text} NOT NULL,
      fields {text} NOT NULL CHECK (fields <> ''), signed_on {text} NOT NULL,
      review_on {text} NOT NULL CHECK (review_on > signed_on), ended_on {text},
      ending {text} NOT NULL DEFAULT '', made_at {text} NOT NULL, account {i64}
    ) {strict};
    CREATE INDEX sharing_agreement_review ON sharing_agreement (review_on, id)
      WHERE ended_on IS NULL;

    CREATE TABLE sharing_agreement_party (
      agreement {i64} NOT NULL REFERENCES sharing_agreement (id), organisation {i64} NOT NULL,
      PRIMARY KEY (agreement, organisation)
    ) {strict};

    """

  /// `grounds` holds the grounds as they stood: later law does not change a record.
  private static let shares = """
    CREATE TABLE sharing_share (
      id {id}, version {i64} NOT NULL DEFAULT 1, reference {text} NOT NULL UNIQUE,
      about {text}, organisation {i64}, gateway {text} NOT NULL CHECK (gateway <> ''),
      basis {text} NOT NULL CHECK (basis <> ''), grounds {text} NOT NULL,
      fields {text} NOT NULL CHECK (fields <> ''),
      agreement {i64} REFERENCES sharing_agreement (id), since {text} NOT NULL,
      last_day {text} NOT NULL, ends_at {text} NOT NULL, is_kept {i64} NOT NULL,
      account {i64}, content {blob} NOT NULL, CHECK (ends_at >= since)
    ) {strict};
    CREATE INDEX sharing_share_ends ON sharing_share (ends_at, id);
    CREATE INDEX sharing_share_about ON sharing_share (about, id);
    CREATE INDEX sharing_share_organisation ON sharing_share (organisation, ends_at, id);
    CREATE INDEX sharing_share_gateway ON sharing_share (gateway, ends_at, id);

    """

  private static let requests = """
    CREATE TABLE sharing_request (
      id {id}, version {i64} NOT NULL DEFAULT 1, reference {text} NOT NULL UNIQUE,
      kind {text} NOT NULL, organisation {i64}, received_on {text} NOT NULL,
      due_on {text} NOT NULL CHECK (due_on >= received_on), answered_on {text}, outcome {text},
      share {text}, made_at {text} NOT NULL, account {i64}, content {blob} NOT NULL,
      CHECK ((answered_on IS NULL) = (outcome IS NULL))
    ) {strict};
    CREATE INDEX sharing_request_open ON sharing_request (due_on, id) WHERE answered_on IS NULL;
    CREATE INDEX sharing_request_answered ON sharing_request (answered_on, id)
      WHERE answered_on IS NOT NULL;

    CREATE TABLE sharing_set_sent (
      quarter {text} NOT NULL, source {text} NOT NULL, sent_on {text} NOT NULL,
      recipients {text} NOT NULL, made_at {text} NOT NULL, account {i64},
      PRIMARY KEY (quarter, source)
    ) {strict};

    """
}
