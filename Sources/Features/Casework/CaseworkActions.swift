/// What the audit trail notes of casework, in words.
enum CaseworkActions {
  static let words = [
    "casework.flag-cleared": "Flag of a report cleared",
    "casework.report-made": "Report made",
    "casework.report-opened": "Report opened",
    "casework.report-taken": "Report taken for somebody",
    "casework.report-withdrawn": "Report withdrawn by its reporter",
    "casework.review-opened": "Request for a case review opened",
    "casework.review-requested": "Case review asked for",
    "casework.service-changed": "Telephone lines and contacts of the service changed",
  ]
}
