internal import Design
internal import Markup
internal import Partnership
internal import Translation

/// What the page of languages shows.
struct LanguagesModel {
  let languages: [LanguageBook]
  let texts: [PublicTexts]
  let mayWrite: Bool
  let csrf: String
  let state: FormState
}

/// The languages there are, with how far each is, and the form that adds one.
struct LanguagesPage: HTML {
  let model: LanguagesModel

  var body: some HTML {
    ErrorSummary(model.state.refusal)
    PageHead(
      "Languages",
      lede: "Reporting, and asking for a case review, in other languages. A page is shown in a "
        + "language once somebody who knows it has checked it.")
    Sheet("Languages") {
      DataTable(
        caption: "Languages", hidesCaption: true,
        columns: [.text("Language"), .text("Code"), .number("Texts done"), .number("Pages shown")],
        rows: model.languages.map(row),
        empty: "There is none yet: public pages are in English.")
    }
    if model.mayWrite {
      Sheet("Add a language") {
        PostForm(to: LanguageRoute.list.path, csrf: model.csrf) {
          TextField(
            "name", label: "What its speakers call it", hint: "For example, Cymraeg",
            in: model.state, width: .w20, autocomplete: "off")
          TextField(
            "code", label: "Its code", hint: "For example, cy. Codes are those of BCP 47.",
            in: model.state, width: .w8, autocomplete: "off")
          CheckboxField("right-to-left", label: "It is written from right to left", in: model.state)
          SubmitButton("Add the language")
        }
      }
    }
  }

  private func row(_ book: LanguageBook) -> DataTable.Row {
    let standings = model.texts.map { book.standing(of: $0) }
    let all = Set(model.texts.flatMap(\.texts))
    let done = all.filter { book.words[$0] != nil }.count
    return [
      .link(book.language.name, to: LanguageRoute.language(book.language.code).path),
      .text(book.language.code),
      .text("\(NumberText.whole(done)) of \(NumberText.whole(all.count))"),
      .text("\(standings.count(where: \.isChecked)) of \(standings.count)"),
    ]
  }
}
