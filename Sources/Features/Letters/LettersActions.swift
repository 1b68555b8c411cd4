/// What the audit trail notes of the outbox, in words.
enum LettersActions {
  static let words = [
    "message.read": "Read a message of the outbox",
    "message.printed": "Saved a message of the outbox as a letter",
    "message.release": "Let a held message go",
    "message.send-again": "Had a message sent again",
    "message.done": "Ticked a message off as done by hand",
    "message.cancel": "Cancelled a message",
  ]
}
