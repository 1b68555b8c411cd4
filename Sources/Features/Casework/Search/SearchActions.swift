/// What the audit trail notes of search, in words.
enum SearchActions {
  static let words = [
    "casework.case-searched": "Looked for words in a case",
    "casework.searched": "Looked for people, cases and reports",
  ]
}
