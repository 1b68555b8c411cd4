/// What the audit trail notes of cases that are handed on, in words.
enum HandOnActions {
  static let words = [
    "casework.case-hand-on": "Lead of a case handed to an organisation",
    "casework.case-pass": "Case passed to another service and closed",
    "casework.case-take-back": "Lead of a case taken back",
    "casework.shared-contact": "Organisation recorded a contact in a case it leads",
  ]
}
