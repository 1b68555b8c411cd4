/// What was decided about requests for one's own data, in conferences that stand apart.
enum Disclosures {
  static let text = """
    CREATE TABLE conference_disclosure (
      id {id}, kind {text} NOT NULL REFERENCES conference_kind (key), request {text} NOT NULL,
      outcome {text} NOT NULL CHECK (outcome IN ('nothing', 'withheld', 'given')),
      exemption {text}, decided_at {text} NOT NULL, decided_by {i64}, content {blob} NOT NULL,
      UNIQUE (kind, request), CHECK (outcome <> 'withheld' OR exemption IS NOT NULL)
    ) {strict};
    CREATE INDEX conference_disclosure_request ON conference_disclosure (request);
    """
}
