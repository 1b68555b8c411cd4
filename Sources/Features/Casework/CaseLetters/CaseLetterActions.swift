/// What the audit trail notes of letters to people in a case, in words.
enum CaseLetterActions {
  static let words = [
    "casework.letter-begun": "Letter of a case begun, its reader’s contact seen",
    "casework.letter-kept": "Letter of a case kept and put into the outbox",
    "casework.letter-printed": "Letter of a case saved as a file",
    "casework.letter-read": "Letter of a case read",
    "casework.letter-wording-added": "Wording of a letter changed",
    "casework.letters-read": "Letters of a case listed",
    "casework.message-read": "Message to be said read",
    "casework.messages-listed": "Messages to be said listed",
    "casework.message-said": "Message said by a person",
  ]
}
