/// What the audit trail notes of casework, in words.
enum CaseworkActions {
  static let words = [
    "casework.contact-proved": "Contact proved by a code, reports shown",
    "casework.flag-cleared": "Flag of a report cleared",
    "casework.report-made": "Report made",
    "casework.report-opened": "Report opened",
    "casework.report-taken": "Report taken for somebody",
    "casework.report-withdrawn": "Report withdrawn by its reporter",
    "casework.review-letter": "Letter about case reviews written to a reporter",
    "casework.review-opened": "Request for a case review opened",
    "casework.review-requested": "Case review asked for",
    "casework.service-changed": "Telephone lines and contacts of the service changed",
  ]
}
