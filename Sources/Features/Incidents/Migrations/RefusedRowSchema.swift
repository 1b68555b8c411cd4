import Database

/// Refused rows are sealed: they stand as they came, and may name people.
///
/// Those kept before are dropped: their file, line and reason stay, and the file can be imported again.
enum RefusedRowSchema {
  static let migration = Migration(
    feature: "incidents", number: 8,
    text: """
      ALTER TABLE incident_refused_row DROP COLUMN content;
      ALTER TABLE incident_refused_row ADD COLUMN content {blob};
      """)
}
