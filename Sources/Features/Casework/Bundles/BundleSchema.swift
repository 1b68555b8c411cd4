internal import Database

/// The schema of bundles for a court; it comes after that of cases.
enum BundleSchema {
  static let migrations = [Migration(feature: "bundles", number: 1, text: tables)]

  /// `fixed` is what the bundle holds, sealed, as it was when it was finished.
  private static let tables = """
    CREATE TABLE court_bundle (
      id {id}, version {i64} NOT NULL DEFAULT 1, case_file {i64} NOT NULL REFERENCES case_file (id),
      number {i64} NOT NULL CHECK (number > 0), made_at {text} NOT NULL, made_by {i64},
      finished_at {text}, finished_by {i64}, content {blob} NOT NULL, fixed {blob},
      UNIQUE (case_file, number), CHECK ((finished_at IS NULL) = (fixed IS NULL))
    ) {strict};

    CREATE TABLE court_bundle_paper (
      id {id}, bundle {i64} NOT NULL REFERENCES court_bundle (id),
      paper {text} NOT NULL CHECK (paper <> ''), content {blob} NOT NULL, UNIQUE (bundle, paper)
    ) {strict};
    """
}
