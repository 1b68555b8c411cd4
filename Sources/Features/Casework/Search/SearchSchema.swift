internal import Database

/// What people, cases and reports are found by; it comes after the schema of the cases.
enum SearchSchema {
  static let migrations = [Migration(feature: "search", number: 1, text: tables)]

  /// Tokens are keyed hashes, words stand in the clear: those of titles, places and tags, which name
  /// nobody.
  ///
  /// Both are worked out from what they find and may be made anew at any time.
  private static var tables: String {
    """
    CREATE TABLE search_token (
      token {blob} NOT NULL, record {i64} NOT NULL,
      kind {text} NOT NULL CHECK (kind IN ('person', 'reporter', 'subject')),
      PRIMARY KEY (token, record, kind)
    ) {clustered};
    CREATE INDEX search_token_of ON search_token (record, kind);

    CREATE TABLE search_word (
      word {text} NOT NULL CHECK (word <> ''), record {i64} NOT NULL,
      kind {text} NOT NULL CHECK (kind IN ('case', 'report')),
      PRIMARY KEY (word, record, kind)
    ) {clustered};
    CREATE INDEX search_word_of ON search_word (record, kind, word);

    CREATE TABLE case_tag (
      case_file {i64} NOT NULL REFERENCES case_file (id), tag {text} NOT NULL CHECK (tag <> ''),
      PRIMARY KEY (case_file, tag)
    ) {clustered};
    """
  }
}

/// What a token finds.
enum FoundKind: String, CaseIterable, Sendable, Bindable {
  /// Somebody in a case.
  case person
  /// Who made a report.
  case reporter
  /// Who is said to do what a report tells of.
  case subject
}

/// What a word finds.
enum FoundText: String, CaseIterable, Sendable, Bindable {
  case file = "case"
  case report
}
