/// What the audit trail notes of languages, in words.
enum LanguageActions {
  static let words = [
    "language.added": "Added a language for public pages",
    "language.words": "Changed words of a language",
    "language.checked": "Said that a public page was checked in a language",
    "language.unchecked": "Took a public page in a language away",
  ]
}
