internal import Database
internal import Kernel

/// The schema of the standard in its versions, and of the clock of drug addresses.
enum StandardSchema {
  static let migrations = [
    Migration(feature: "cases-standard", number: 1, text: tables + shipped + clock)
  ]

  private static let tables = """
    CREATE TABLE case_standard (
      id {id}, number {i64} NOT NULL UNIQUE CHECK (number > 0), set_at {text} NOT NULL, set_by {i64}
    ) {strict};

    CREATE TABLE case_standard_promise (
      standard {i64} NOT NULL REFERENCES case_standard (id), promise {text} NOT NULL,
      days {i64} NOT NULL CHECK (days BETWEEN 1 AND 180), PRIMARY KEY (standard, promise)
    ) {clustered};

    """

  private static var shipped: String {
    let promises = Promise.allCases.map { "('\($0.rawValue)', \($0.shipped))" }
    return """
      INSERT INTO case_standard (number, set_at)
      VALUES (1, '\(CaseStandard.shipped.setAt.description)');
      WITH promised (promise, days) AS (VALUES \(promises.joined(separator: ", ")))
      INSERT INTO case_standard_promise (standard, promise, days)
      SELECT s.id, p.promise, p.days FROM case_standard s CROSS JOIN promised p WHERE s.number = 1;

      """
  }

  /// Cases opened before have no such clock.
  private static let clock = "ALTER TABLE case_file ADD COLUMN act_due_at {text};"
}
