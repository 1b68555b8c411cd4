internal import Database

/// The schema of letters to people in a case and their wordings; it comes after that of cases.
enum CaseLetterSchema {
  static let migrations = [
    Migration(
      feature: "case-letters", number: 1,
      text: tables + CaseLetterKind.allCases.map(row).joined())
  ]

  /// `message` is the letter in the outbox.
  private static let tables = """
    CREATE TABLE case_letter (
      id {id}, case_file {i64} NOT NULL REFERENCES case_file (id),
      person {i64} NOT NULL REFERENCES case_person (id), kind {text} NOT NULL CHECK (kind <> ''),
      version {i64} NOT NULL, route {text} NOT NULL CHECK (route IN ('email', 'letter')),
      made_at {text} NOT NULL, made_by {i64}, message {i64} NOT NULL, content {blob} NOT NULL
    ) {strict};
    CREATE INDEX case_letter_of ON case_letter (case_file, id);
    CREATE INDEX case_letter_person ON case_letter (person);

    CREATE TABLE letter_wording (
      kind {text} NOT NULL, version {i64} NOT NULL, heading {text} NOT NULL, body {text} NOT NULL,
      effective_from {text} NOT NULL, is_shipped {i64} NOT NULL, made_at {text} NOT NULL,
      account {i64}, PRIMARY KEY (kind, version)
    ) {strict};

    """

  private static func row(_ kind: CaseLetterKind) -> String {
    let (heading, body) = ShippedLetters.of(kind)
    return """
      INSERT INTO letter_wording (kind, version, heading, body, effective_from, is_shipped, made_at)
      VALUES ('\(kind.rawValue)', 1, '\(quoted(heading))', '\(quoted(body))', '2020-01-01', 1,
        '2026-11-29T00:00:00.000Z');

      """
  }

  private static func quoted(_ text: String) -> String { text.replacing("'", with: "''") }
}
