/// What the audit trail notes of other organisations, in words.
enum PartnerActions {
  static let words = [
    "casework.case-link": "Action sent as a link",
    "casework.case-link-end": "Link to an action taken back",
    "casework.link-answered": "Action answered by a link",
    "casework.link-code-sent": "Code for a link sent",
    "casework.link-opened": "Link opened with its code",
    "casework.link-wrong-code": "Wrong code for a link entered",
    "casework.shared-answer": "Organisation answered an action",
    "casework.shared-note": "Organisation wrote a note in a case",
    "casework.shared-opened": "Case read by an organisation",
  ]
}
