/// What the audit trail notes of requests, in words.
enum AccessActions {
  static let words = [
    "access.chosen": "Chosen which records are about whoever asked",
    "access.exported": "Somebody's own data saved as a file",
    "access.extended": "Time to answer a request made longer",
    "access.item-given": "Decided to give something to whoever asked",
    "access.item-left": "Decided to leave something out of what is given",
    "access.opened": "Request for one's own data opened",
    "access.proved": "Recorded how whoever asked showed who they are",
    "access.read": "Request for one's own data read",
    "access.released": "Somebody's own data released",
    "access.searched": "Looked for whom a request is about",
  ]
}
