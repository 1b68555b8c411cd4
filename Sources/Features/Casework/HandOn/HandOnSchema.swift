internal import Database

/// Who leads a case in our place, and to whom one was passed; it comes after the schema of the cases.
enum HandOnSchema {
  static let migrations = [Migration(feature: "cases-hand-on", number: 1, text: columns)]

  /// `lead` is null where the partnership's own officers lead; `passed_to` names a service, never a
  /// person, and only of a case that is closed.
  private static let columns = """
    ALTER TABLE case_file ADD COLUMN lead {i64};
    ALTER TABLE case_file ADD COLUMN passed_to {text}
      CHECK (passed_to IS NULL OR (passed_to <> '' AND state = 'closed'));
    CREATE INDEX case_file_led ON case_file (due_at, id) WHERE lead IS NOT NULL;
    """
}
