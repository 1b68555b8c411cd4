/// What the audit trail notes of procedures, in words.
enum ProcedureActions {
  static let words = [
    "casework.procedure-set": "Version of a procedure added",
    "casework.procedure-drawn": "Sample of cases drawn for the audit of procedures",
    "casework.procedure-scored": "Case of a sample scored",
    "casework.procedure-read": "Score of a sampled case read",
  ]
}
