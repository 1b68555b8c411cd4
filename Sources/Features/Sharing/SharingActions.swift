/// What the audit trail notes of sharing, in words.
enum SharingActions {
  static let words = [
    "sharing.agreement-added": "Agreement to share written down",
    "sharing.agreement-ended": "Agreement to share ended",
    "sharing.agreement-reviewed": "Agreement to share reviewed",
    "sharing.ground-added": "Ground in law to share added",
    "sharing.ground-dated": "Dates of a ground to share changed",
    "sharing.keeping-changed": "Time for which shares or requests are kept changed",
    "sharing.listed": "Register of shares saved as a file",
    "sharing.printed": "Record of a share saved as a file",
    "sharing.read": "Record of a share read",
    "sharing.request-added": "Request for data written down",
    "sharing.request-answered": "Request for data answered",
    "sharing.request-deleted": "Request for data deleted when its time was over",
    "sharing.request-kept": "Request for data kept beyond its time",
    "sharing.request-read": "Request for data read",
    "sharing.revoked": "Share revoked",
    "sharing.rule-changed": "Rule on agreements changed",
    "sharing.set-saved": "Set of depersonalised data saved as a file",
    "sharing.set-sent": "Set of depersonalised data sent",
    "sharing.share-deleted": "Record of a share deleted when its time was over",
    "sharing.share-kept": "Record of a share kept beyond its time",
    "sharing.shared": "Share recorded",
  ]
}
