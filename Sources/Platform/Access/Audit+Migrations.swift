public import Database

extension Audit {
  /// The tables of the trail, with a head that has no hash before the first row.
  public static let migrations = [
    Migration(
      feature: "audit", number: 1,
      text: """
        CREATE TABLE audit_head (
          id {i64} PRIMARY KEY CHECK (id = 1),
          count {i64} NOT NULL CHECK (count >= 0),
          hash {blob},
          key_version {i64},
          proof {blob}
        ){strict};
        INSERT INTO audit_head (id, count) VALUES (1, 0);
        CREATE TABLE audit_entry (
          number {i64} PRIMARY KEY,
          at {text} NOT NULL,
          actor {i64},
          action {text} NOT NULL,
          subject {text} NOT NULL,
          detail {text} NOT NULL,
          key_version {i64} NOT NULL,
          hash {blob} NOT NULL
        ){strict};
        CREATE INDEX audit_entry_by_actor ON audit_entry (actor, number);
        CREATE INDEX audit_entry_by_subject ON audit_entry (subject, number);
        CREATE INDEX audit_entry_by_action ON audit_entry (action, number);
        CREATE INDEX audit_entry_by_time ON audit_entry (at, number);
        """)
  ]
}
