/// What the audit trail notes of other organisations, in words.
enum PartnerActions {
  static let words = [
    "casework.case-link": "Action sent as a link",
    "casework.case-link-end": "Link taken back",
    "casework.case-referral-link": "Referral sent as a link",
    "casework.link-answered": "Action or referral answered by a link",
    "casework.link-code-sent": "Code for a link sent",
    "casework.link-opened": "Link opened with its code",
    "casework.link-wrong-code": "Wrong code for a link entered",
    "casework.shared-answer": "Organisation answered an action",
    "casework.shared-note": "Organisation wrote a note in a case",
    "casework.shared-opened": "Case read by an organisation",
  ]
}
