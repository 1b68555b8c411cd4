/// What the audit trail notes of bundles for a court, in words.
enum BundleActions {
  static let words = [
    "bundle.begun": "Bundle for a court begun",
    "bundle.changed": "Court or names of a bundle changed",
    "bundle.chosen": "Papers of a bundle chosen",
    "bundle.deleted": "Draft of a bundle deleted",
    "bundle.finished": "Bundle for a court finished",
    "bundle.read": "Bundle for a court read",
    "bundle.saved": "Bundle for a court saved as a file",
    "bundle.struck": "Paper of a bundle read and struck",
  ]
}
