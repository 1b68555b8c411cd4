internal import Design
internal import HTTP
internal import Partnership
internal import Translation

/// The form with the words of one page, a field for each text in their order.
enum PageWordsForm {
  static func field(_ index: Int) -> String { "words-\(index + 1)" }

  static func state(of page: PublicTexts, in book: LanguageBook) -> FormState {
    FormState(
      values: Fields(
        page.texts.enumerated().map { index, english in
          (field(index), book.words[english]?.words ?? "")
        }))
  }

  /// The words by what they translate; an empty field takes words away.
  static func read(
    _ fields: Fields, _ page: PublicTexts, _ book: LanguageBook
  ) throws -> [String: String] {
    var form = FormReader(fields)
    if fields["version"] != String(book.version) {
      form.refuse(
        "",
        "Somebody changed this language since you opened the page. Your words are below: look at "
          + "them beside what is there now, then save again")
    }
    var words: [String: String] = [:]
    for (index, english) in page.texts.enumerated() {
      let field = field(index)
      let text = form.optionalText(field, limit: 2_000) ?? ""
      words[english] = text
      guard !text.isEmpty, let fault = PhraseFault(of: text, for: english) else { continue }
      form.refuse(field, fault.words)
    }
    try form.finish()
    return words
  }
}
