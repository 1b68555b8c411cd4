internal import Database

/// The schema of languages.
///
/// Words and checks carry the version of their language at which they came,
/// so that a check holds for just the words that were there.
enum LanguageSchema {
  static let migrations = [Migration(feature: "languages", number: 1, text: tables)]

  private static let tables = """
    CREATE TABLE language (
      code {text} PRIMARY KEY, name {text} NOT NULL, is_right_to_left {i64} NOT NULL,
      version {i64} NOT NULL, made_at {text} NOT NULL
    ) {strict};
    CREATE TABLE language_words (
      language {text} NOT NULL REFERENCES language (code), english {text} NOT NULL,
      words {text} NOT NULL, version {i64} NOT NULL,
      PRIMARY KEY (language, english)
    ) {strict};
    CREATE TABLE language_check (
      language {text} NOT NULL REFERENCES language (code), page {text} NOT NULL,
      version {i64} NOT NULL, account {i64}, checked_at {text} NOT NULL,
      PRIMARY KEY (language, page)
    ) {strict};
    """
}
