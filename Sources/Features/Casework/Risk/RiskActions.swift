/// What the audit trail notes of risks, in words.
enum RiskActions {
  static let words = [
    "casework.risk-assessed": "Risk of a case assessed",
    "casework.risk-instrument-added": "Risk instrument added",
    "casework.risk-opened": "Risks of a case read",
  ]
}
