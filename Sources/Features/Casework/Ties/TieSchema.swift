internal import Database

/// Which cases were joined and parted; it comes after the schema of the cases.
enum TieSchema {
  static let migrations = [Migration(feature: "cases-ties", number: 1, text: columns)]

  /// A case that was joined is closed and names the one that goes on; one that was parted names the
  /// one its reports come from.
  ///
  /// When and why stands in the stories of both.
  private static let columns = """
    ALTER TABLE case_file ADD COLUMN joined_into {i64} REFERENCES case_file (id)
      CHECK (joined_into IS NULL OR (state = 'closed' AND joined_into <> id));
    ALTER TABLE case_file ADD COLUMN parted_from {i64} REFERENCES case_file (id)
      CHECK (parted_from IS NULL OR parted_from <> id);
    CREATE INDEX case_file_joined ON case_file (joined_into, id) WHERE joined_into IS NOT NULL;
    CREATE INDEX case_file_parted ON case_file (parted_from, id) WHERE parted_from IS NOT NULL;
    """
}
