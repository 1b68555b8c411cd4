/// What the audit trail notes of plans and figures, in words.
enum IndicatorActions {
  static let words = [
    "indicators.figures-entered": "Figures or words entered",
    "indicators.import": "Figures imported",
    "indicators.plan-added": "Plan made",
    "indicators.plan-changed": "Plan changed",
    "indicators.plan-imported": "Plan read from a file",
    "indicators.plan-titled": "Title of a plan changed",
    "indicators.published": "Issue published",
    "indicators.return-chased": "Agency asked for its return",
    "indicators.return-days-set": "Days for returns set",
    "indicators.return-read": "Return read",
    "indicators.return-received": "Return received",
    "indicators.sign-off-withdrawn": "Sign-off withdrawn",
    "indicators.signed-off": "Priority signed off",
  ]
}
