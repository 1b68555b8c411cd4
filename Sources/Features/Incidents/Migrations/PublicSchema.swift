internal import Database

/// What the public is shown of incidents: counts that have been through the disclosure pass.
///
/// The empty area is all wards together, the empty category every one. `count` is missing where it
/// is hidden, and `reason` says why; the reasons stay inside. A source not named in
/// `incident_public_source` is shown as its kind is: the police's, which is published already, is,
/// every other is not.
enum PublicSchema {
  static let migration = Migration(
    feature: "incidents", number: 6,
    text: """
      CREATE TABLE incident_public_source (
        source {text} NOT NULL PRIMARY KEY, is_shown {i64} NOT NULL CHECK (is_shown IN (0, 1)),
        account {i64}, changed_at {text} NOT NULL
      ) {strict};
      CREATE TABLE incident_public_month (
        id {id}, source {text} NOT NULL, month {text} NOT NULL, edition {i64} NOT NULL,
        as_of {text} NOT NULL, is_safe {i64} NOT NULL CHECK (is_safe IN (0, 1))
      ) {strict};
      CREATE UNIQUE INDEX incident_public_month_source ON incident_public_month (source, month);
      CREATE TABLE incident_public_count (
        month {i64} NOT NULL REFERENCES incident_public_month (id), area {text} NOT NULL,
        category {text} NOT NULL, count {i64},
        reason {text} NOT NULL CHECK (reason IN ('', 'small', 'protecting')),
        CHECK ((count IS NULL) = (reason <> '')),
        PRIMARY KEY (month, area, category)
      ) {clustered};
      """)
}
