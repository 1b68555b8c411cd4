/// What the audit trail notes of the officer's side, in words.
enum CaseActions {
  static let words = [
    "casework.case-action": "Action added to a case",
    "casework.case-allocate": "Case given to an officer",
    "casework.case-change": "Title or priority of a case changed",
    "casework.case-close": "Case closed",
    "casework.case-contact": "Contact recorded in a case",
    "casework.case-finish": "Action of a case done",
    "casework.case-marker": "Visiting-risk marker added",
    "casework.case-marker-review": "Visiting-risk marker reviewed or taken off",
    "casework.case-names": "Name or date of birth of a person changed",
    "casework.case-note": "Note written in a case",
    "casework.case-opened": "Case read",
    "casework.case-pause": "Clocks of a case stopped",
    "casework.case-person": "Person added to a case",
    "casework.case-place": "Place added to a case",
    "casework.case-referral": "Case referred to an organisation",
    "casework.case-referral-answer": "Answer to a referral recorded",
    "casework.case-reopen": "Case opened again",
    "casework.case-resume": "Clocks of a case running again",
    "casework.case-support": "Support for somebody under 18 written down",
    "casework.case-tags": "Tags of a case changed",
    "casework.case-vehicle": "Vehicle added to a case",
    "casework.case-vehicle-off": "Vehicle taken off a case",
    "casework.cases-handed-over": "Cases of an officer handed over",
    "casework.report-decided": "Report decided about",
  ]
}
