/// What the audit trail notes of casework, in words.
enum CaseworkActions {
  static let words = [
    "casework.contact-proved": "Contact proved by a code, reports shown",
    "casework.flag-cleared": "Flag of a report cleared",
    "casework.repeat-rule": "Rule of what counts as a repeat caller chosen",
    "casework.report-made": "Report made",
    "casework.report-opened": "Report opened",
    "casework.report-taken": "Report taken for somebody",
    "casework.report-withdrawn": "Report withdrawn by its reporter",
    "casework.review-acknowledge": "Application for a case review acknowledged",
    "casework.review-answer": "Answer to a recommendation recorded",
    "casework.review-appeal": "Appeal about a case review recorded",
    "casework.review-complaint": "Complaint of a case review entered",
    "casework.review-decide": "Decision on a case review recorded",
    "casework.review-drop": "Complaint of a case review taken out",
    "casework.review-letter": "Letter about case reviews written to a reporter",
    "casework.review-opened": "Application for a case review opened",
    "casework.review-outcome": "Outcome of a case review told",
    "casework.review-panel": "Meeting of a case review recorded",
    "casework.review-recommend": "Recommendation of a case review added",
    "casework.review-requested": "Case review asked for",
    "casework.review-rule-set": "Local rule of case reviews set",
    "casework.review-taken": "Application for a case review taken for somebody",
    "casework.service-changed": "Telephone lines and contacts of the service changed",
  ]
}
