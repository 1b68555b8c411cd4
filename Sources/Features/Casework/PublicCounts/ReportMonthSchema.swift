internal import Database

/// The schema of what the public is shown of reports; it comes after that of the reports.
enum ReportMonthSchema {
  static let migrations = [Migration(feature: "reports-public", number: 1, text: tables)]

  /// A count that is null is hidden; the ward without a code stands for all of them.
  private static let tables = """
    CREATE TABLE report_month (
      month {text} NOT NULL PRIMARY KEY, edition {i64} NOT NULL, made_at {text} NOT NULL
    ) {clustered};

    CREATE TABLE report_month_ward (
      month {text} NOT NULL REFERENCES report_month (month), ward {text} NOT NULL,
      count {i64} CHECK (count >= 0), PRIMARY KEY (month, ward)
    ) {clustered};
    """
}
