internal import Database

/// The schema of evidence; it comes after those of reports and cases.
enum EvidenceSchema {
  static let migrations = [Migration(feature: "evidence", number: 1, text: files + reasons)]

  private static func list<Choice: CaseIterable & RawRepresentable<String>>(
    _ choices: Choice.Type
  ) -> String {
    Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  /// A file belongs to a draft, a report or a case.
  ///
  /// Drafts end by themselves, so that nothing is said here of which there are.
  private static var files: String {
    """
    CREATE TABLE evidence (
      id {id}, version {i64} NOT NULL DEFAULT 1, name {text} NOT NULL UNIQUE,
      draft {i64}, report {i64} REFERENCES report (id), case_file {i64} REFERENCES case_file (id),
      occasion {i64} REFERENCES report_occasion (id),
      kind {text} NOT NULL CHECK (kind IN (\(list(EvidenceKind.self)))),
      size {i64} NOT NULL CHECK (size > 0), received {i64} NOT NULL,
      state {text} NOT NULL CHECK (state IN (\(list(EvidenceState.self)))),
      copy_size {i64}, sha256 {text}, added_at {text} NOT NULL, added_by {i64},
      content {blob} NOT NULL,
      CHECK (draft IS NOT NULL OR report IS NOT NULL OR case_file IS NOT NULL),
      CHECK (draft IS NULL OR (report IS NULL AND case_file IS NULL)),
      CHECK (report IS NULL OR case_file IS NULL),
      CHECK (received BETWEEN 0 AND size),
      CHECK ((state = 'arriving') = (received < size))
    ) {strict};
    CREATE INDEX evidence_draft ON evidence (draft, id);
    CREATE INDEX evidence_report ON evidence (report, id);
    CREATE INDEX evidence_case ON evidence (case_file, id);
    CREATE INDEX evidence_state ON evidence (state, id);

    """
  }

  /// Why somebody opened an original, released or deleted a file.
  private static var reasons: String {
    """
    CREATE TABLE evidence_reason (
      id {id}, evidence {i64} NOT NULL REFERENCES evidence (id), at {text} NOT NULL,
      act {text} NOT NULL CHECK (act IN (\(list(EvidenceAct.self)))), account {i64} NOT NULL,
      words {blob} NOT NULL
    ) {strict};
    CREATE INDEX evidence_reason_of ON evidence_reason (evidence, id);
    """
  }
}
