/// What the audit trail notes of the officer's side, in words.
enum CaseActions {
  static let words = [
    "casework.case-action": "Action added to a case",
    "casework.case-allocate": "Case given to an officer",
    "casework.case-change": "Title or priority of a case changed",
    "casework.case-close": "Case closed",
    "casework.case-contact": "Contact recorded in a case",
    "casework.case-finish": "Action of a case done",
    "casework.case-note": "Note written in a case",
    "casework.case-opened": "Case read",
    "casework.case-pause": "Clocks of a case stopped",
    "casework.case-person": "Person added to a case",
    "casework.case-reopen": "Case opened again",
    "casework.case-resume": "Clocks of a case running again",
    "casework.cases-handed-over": "Cases of an officer handed over",
    "casework.report-decided": "Report decided about",
  ]
}
