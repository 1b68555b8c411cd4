internal import HTTP
internal import Translation

/// The form that adds a language.
enum LanguageForm {
  private static let wrong = "Use a code such as cy, or pa-Arab where the script matters"

  static func read(_ fields: Fields) throws -> Language {
    var form = FormReader(fields)
    let code = form.text("code", or: "Enter the code of the language, such as cy", limit: 20)
    let name = form.text("name", or: "Enter what its speakers call it, such as Cymraeg", limit: 40)
    let language = Language(
      code: code, name: name, isRightToLeft: form.ticked("right-to-left"))
    if language == nil, !code.isEmpty { form.refuse("code", wrong) }
    try form.finish()
    guard let language else { throw Refusal("code", wrong) }
    return language
  }
}
