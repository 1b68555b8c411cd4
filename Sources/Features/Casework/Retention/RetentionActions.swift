/// What the audit trail notes of what is kept for how long, in words.
enum RetentionActions {
  static let words = [
    "casework.answers-forgotten": "Words of old answers about satisfaction forgotten",
    "casework.letters-forgotten": "Address and words of old letters forgotten",
    "casework.record-deleted": "Record deleted after its time",
    "casework.record-kept": "Record kept beyond its time",
    "casework.record-released": "Record no longer kept beyond its time",
    "casework.requests-forgotten": "Old answered data requests deleted",
    "casework.retention-rule": "Time for which records are kept set",
  ]
}
